import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { SystemName } from '../../browser-host/simulated-system.ts'
import { displayArgs } from '../../scripts/electron/display-args.ts'
import { openDesk } from './desk.ts'
import { readVerdicts } from './read-verdicts.ts'
import { type Verdict, verdictLine } from './verdict.ts'

/**
 * The verdicts of the app in `app`, run by Electron itself, whose executable is given, on this computer's system.
 * Nobody is there to arrange or see anything.
 */
export async function verdictsOnElectron(
  executable: string,
  as: SystemName,
  app: string,
): Promise<readonly Verdict[]> {
  const profile = await mkdtemp(join(tmpdir(), 'ringside-contract-'))
  const desk = await openDesk({
    arrange: (what) => Promise.resolve(what === 'start'),
    see: () => Promise.resolve(null),
  })
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const display = as === 'wayland' ? ['--ozone-platform=wayland'] : displayArgs(process.platform, process.env)
  const child = spawn(executable, [...root, app, `--user-data-dir=${profile}`, ...display], {
    env: { ...process.env, RINGSIDE_CONTRACT_DESK: desk.origin, RINGSIDE_CONTRACT_AS: as },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [lines, errors]: [string[], string[]] = [[], []]
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  try {
    await new Promise((resolve, reject) => {
      child.once('close', resolve)
      child.once('error', reject)
    })
    const verdicts = readVerdicts(lines, errors)
    await store(as, verdicts)
    return verdicts
  } finally {
    await desk.close()
    await rm(profile, { recursive: true, force: true })
  }
}

/** For those who read the workflow's results: one line per belief, in the folder named by RINGSIDE_VERDICTS. */
async function store(as: SystemName, verdicts: readonly Verdict[]): Promise<void> {
  const folder = process.env['RINGSIDE_VERDICTS']
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${as}.txt`), `${verdicts.map(verdictLine).join('\n')}\n`)
}
