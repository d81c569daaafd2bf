import { systemClock } from '../../core/clock.ts'
import { createSession } from '../../core/session/session.ts'
import { createClient } from '../../core/telephony/client.ts'
import { startAnswerServer } from './answer-server.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { oneExtension } from './one-extension.ts'

const ROUNDS = 15
const POLLS_A_ROUND = 300

/**
 * CPU time of one poll of one extension, as a ratio to a bare fetch and JSON.parse of the same response; rounds
 * alternate.
 */
export async function benchPollCost(): Promise<readonly Figure[]> {
  const server = await startAnswerServer(oneExtension())
  const clock = systemClock()
  const session = createSession({
    client: createClient({
      fetch: globalThis.fetch,
      now: () => clock.now(),
      baseUrl: server.baseUrl,
      muteUrl: server.baseUrl,
      code: 'bench',
      region: 'IL',
    }),
    clock,
    random: Math.random,
    log: () => undefined,
    extension: 'SIPSIP2',
    pollSeconds: 60,
    zone: 'Asia/Jerusalem',
  })
  session.start()
  const bare = async (): Promise<void> => {
    const response = await fetch(`${server.baseUrl}/GetExtensionsCalls`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'bench', extension: 'SIPSIP2' }),
    })
    JSON.parse(await response.text())
  }
  const ours = (): Promise<void> => session.pollNow()
  await cpuOf(bare)
  await cpuOf(ours)
  const pairs: { bare: number; ours: number }[] = []
  for (let round = 0; round < ROUNDS; round++)
    pairs.push({ bare: await cpuOf(bare), ours: await cpuOf(ours) })
  session.stop()
  server.stop()
  const half = (of: (pair: (typeof pairs)[number]) => number): number => percentile(pairs.map(of), 0.5)
  return [
    figure(
      'CPU of a plain fetch + JSON.parse',
      half((pair) => pair.bare),
      { unit: 'µs' },
    ),
    figure(
      'CPU of a poll of one extension',
      half((pair) => pair.ours),
      { unit: 'µs' },
    ),
    figure(
      'CPU of a poll, relative to the plain loop (median of pairs)',
      half((pair) => pair.ours / pair.bare),
      { unit: '×', digits: 2, limit: 1.5 },
    ),
  ]
}

/** Microseconds of this process's CPU time, user and system, for one run. */
async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  for (let poll = 0; poll < POLLS_A_ROUND; poll++) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / POLLS_A_ROUND
}
