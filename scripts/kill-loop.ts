/** `npm run kill-loop`. Exit code 1 if a call was lost, or anything was doubled. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { hostCommand } from '../browser-host/host-command.ts'
import { createRandom } from '../simulator/world/random.ts'
import { startSimulator } from '../tests/e2e/simulator-process.ts'
import { given, numberGiven } from './command/given.ts'
import { buildIfStale } from './start/build-if-stale.ts'
import { keepBusy } from './kill-loop/keep-busy.ts'
import { startListeningProxy } from './kill-loop/listening-proxy.ts'

const CODE = 'kill-loop'
const SAVED_WITHIN_MS = 1_000 // the documented loss: what was delivered in the last second before a kill
const SHORTEST_RUN_MS = 1_200 // the start takes about half of it
const LONGEST_RUN_MS = 3_200

const COMMAND = {
  name: 'kill-loop',
  does:
    'Kills the program again and again during a busy shift. At the end, its journal is compared with every response that\n' +
    'reached it: nothing may be lost or doubled.',
  flags: {
    kills: { type: 'string', default: '200', takes: 'N', does: 'number of kills' },
    seed: { type: 'string', default: '1', takes: 'N', does: 'seed of the calls and moments' },
  },
} as const

const { values } = given(COMMAND)
const kills = numberGiven(COMMAND, 'kills', values.kills, { least: 1, most: 1_000_000 })
const random = createRandom(numberGiven(COMMAND, 'seed', values.seed, { least: 0, most: 2 ** 31 })).next

await buildIfStale()
const folder = await mkdtemp(join(tmpdir(), 'ringside-kills-'))
const centre = await startSimulator(CODE)
const proxy = await startListeningProxy(centre.url)
const policy = join(folder, 'policy.json')
const own = { code: CODE, extension: 'SIPSIP2', baseUrl: `${proxy.url}/comet/API`, pollSeconds: 0.2 }
await writeFile(policy, JSON.stringify(own))
const stopBusy = keepBusy(centre, random)

const killedAt: number[] = []
for (let kill = 1; kill <= kills; kill++) {
  killedAt.push(await runAndKill())
  if (kill % 20 === 0) process.stdout.write(`${kill} kills, ${proxy.delivered().length} responses\n`)
}
stopBusy()
await wait(500)
const lastRun = run()
await wait(LONGEST_RUN_MS)
lastRun.kill('SIGTERM')
await new Promise((resolve) => lastRun.once('exit', resolve))

const verdict = judge()
process.stdout.write(
  `${Object.entries(verdict)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n`,
)
process.exitCode =
  verdict.lost + verdict.doubled + verdict.alertedTwice === 0 && verdict.integrity === 'ok' ? 0 : 1
await proxy.stop()
await centre.stop()
await rm(folder, { recursive: true, force: true })

function run() {
  const command = hostCommand({ profile: join(folder, 'profile'), argv: [], port: 0 })
  return spawn(process.execPath, command, {
    env: { ...process.env, RINGSIDE_POLICY: policy },
    stdio: 'ignore',
  })
}

/** Returns the time of the kill. */
async function runAndKill(): Promise<number> {
  const program = run()
  await wait(SHORTEST_RUN_MS + random() * (LONGEST_RUN_MS - SHORTEST_RUN_MS))
  const at = Date.now()
  program.kill('SIGKILL')
  await new Promise((resolve) => program.once('exit', resolve))
  return at
}

/** What the journal contains, compared with what was delivered early enough before each kill. */
function judge() {
  const db = new DatabaseSync(join(folder, 'profile', 'history.db'), { readOnly: true })
  const rows = db.prepare('SELECT ivrid, count(*) AS copies FROM calls GROUP BY ivrid').all()
  const stored = new Map(rows.map((row) => [String(row['ivrid']), Number(row['copies'])]))
  const due = new Set(
    proxy
      .delivered()
      .filter(({ at }) => isDue(at))
      .flatMap(({ ivrids }) => ivrids),
  )
  const alerts = db.prepare('SELECT count(*) AS rings, count(asked_at) AS asked FROM rings').get()
  const twice = db
    .prepare(
      'SELECT count(*) AS twice FROM (SELECT 1 FROM rings GROUP BY extension, ivrid, number HAVING count(*) > 1)',
    )
    .get()
  const [check] = db.prepare('PRAGMA integrity_check').all()
  db.close()
  return {
    kills: killedAt.length,
    answers: proxy.delivered().length,
    callsDue: due.size,
    callsStored: stored.size,
    lost: [...due].filter((ivrid) => !stored.has(ivrid)).length,
    doubled: [...stored.values()].filter((copies) => copies > 1).length,
    rings: Number(alerts?.['rings']),
    alertsAsked: Number(alerts?.['asked']),
    alertedTwice: Number(twice?.['twice']),
    integrity: String(check?.['integrity_check']),
  }
}

/** Delivered in time: no kill followed within the documented second. */
function isDue(at: number): boolean {
  return !killedAt.some((kill) => kill >= at && kill - at < SAVED_WITHIN_MS)
}
