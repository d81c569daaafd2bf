import type { Clock } from '../../core/clock.ts'
import { createSession } from '../../core/session/session.ts'
import { resolveSettings } from '../../core/settings/resolve-settings.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { createClient } from '../../core/telephony/client.ts'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { createCentre, type CentreOptions } from '../../simulator/centre.ts'
import type { RequestSummary } from '../../simulator/sim/request-log.ts'
import { createRandom } from '../../simulator/world/random.ts'

const START = Date.UTC(2026, 0, 15, 4)
const CODE = 'a-day-of-requests'
const FAULTS = [
  'delay',
  '403',
  '429',
  '500',
  'internal-error',
  'half-body',
  'cut-short',
  'web-page',
  'dropped',
]
const PLACES = ['all', 'extensions', 'everyone', 'queues']
const MOST_SET_MS = 7_200_000
const LONGEST_DELAY_MS = 9_000 // longer than the 8 s timeout of a request

export interface Day {
  readonly seed: number
  readonly hours: number
  readonly settings: Partial<Settings>
  /** This computer's clock is set now and then, by up to two hours. */
  readonly setsClock?: boolean
}

export interface DayRequests {
  /** As counted by the call centre's server. */
  readonly counted: Pick<RequestSummary, 'total' | 'counts' | 'mostInAMinute' | 'mostAtOnce'>
  readonly clicks: number
  readonly rings: number
  /** How often the clock was set. */
  readonly sets: number
  /** Kinds of connection that were seen. */
  readonly connections: ReadonlySet<string>
}

/**
 * The real session sends requests to the simulated call centre's server, over HTTP, through a day of virtual time:
 * agents work, take breaks and go home; the API fails, hangs and returns wrong responses; the agent clicks, looks and
 * closes the lid. Virtual time stands still while a request is in progress.
 */
export async function requestForADay({
  seed,
  hours,
  settings: own,
  setsClock = false,
}: Day): Promise<DayRequests> {
  const random = createRandom(seed, 'a-day')
  let onTheWay = 0
  let heldBack = 0
  const clock = virtualClock(START, async () => {
    do await oneTurn()
    while (onTheWay > heldBack)
    await oneTurn()
  })
  const pause: NonNullable<CentreOptions['pause']> = (ms, signal) =>
    new Promise((resolve, reject) => {
      heldBack += 1
      const over = (settle: () => void) => (): void => {
        heldBack -= 1
        settle()
      }
      const takeBack = clock.after(ms, over(resolve))
      signal.addEventListener(
        'abort',
        () => {
          takeBack()
          over(() => reject(new Error('left')))()
        },
        { once: true },
      )
    })
  const centre = createCentre({
    seed,
    scenario: 'busy-shift',
    zone: 'Asia/Jerusalem',
    speed: 1,
    code: CODE,
    wrongCode: 'error',
    now: clock.now,
    pause,
  })
  const origin = `http://127.0.0.1:${await centre.listen(0)}`
  const later = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve))

  /** Node's own fetch, over a network that delays requests and responses. */
  const networked: typeof fetch = async (input, init) => {
    await later(20 + random.below(400))
    onTheWay += 1
    const came = await fetch(input, init)
      .then(async (response) => ({ response, body: await response.arrayBuffer() }))
      .finally(() => (onTheWay -= 1))
    await later(20 + random.below(400))
    const { status, headers } = came.response
    return new Response(came.body, { status, headers })
  }

  const { settings } = resolveSettings({}, { extension: 'SIPSIP2', ...own })
  let errorMs = 0
  let sets = 0
  /** The computer's clock: right, except for how it was set. */
  const computer: Clock = { now: () => clock.now() + errorMs, after: clock.after, steady: clock.now }
  const client = createClient({
    ...settings,
    baseUrl: `${origin}/comet/API`,
    muteUrl: origin,
    fetch: networked,
    now: computer.now,
    after: clock.after,
    code: CODE,
  })
  const session = createSession({
    client,
    clock: computer,
    random: () => random.below(1_000) / 1_000,
    log: () => undefined,
    extension: settings.extension,
    pollSeconds: settings.pollSeconds,
    zone: settings.zone,
    surroundings: { client, settings },
  })
  const connections = new Set<string>()
  let rings = 0
  let clicks = 0
  session.subscribe(({ state, events }) => {
    connections.add(state.connection.kind)
    rings += events.filter(({ type }) => type === 'ringing').length
  })

  const post = (path: string, body: object, method = 'POST'): Promise<unknown> =>
    fetch(`${origin}/sim/${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  const incidents: readonly (() => Promise<unknown>)[] = [
    () =>
      post('fault', {
        kind: random.pick(FAULTS),
        endpoint: random.pick(PLACES),
        count: 1 + random.below(12),
        delayMs: random.chance(0.3) ? random.below(LONGEST_DELAY_MS) : 0,
        retryAfter: 5 + random.below(60),
      }),
    () =>
      post('fault', {
        kind: 'delay',
        endpoint: 'all',
        count: 1 + random.below(5),
        delayMs: random.below(LONGEST_DELAY_MS),
      }),
    () => post('fault', {}, 'DELETE'),
    () => post('call', { extension: 'SIPSIP2' }),
    () => post('hangup', { extension: 'SIPSIP2' }),
    () => post('wait', { extension: 'SIPSIP2' }),
    () => post('status', { extension: 'SIPSIP2', status: random.pick([1, 1, 2, 3, 11]) }),
    () => post('clear', {}),
    () => impatient(),
    () => Promise.resolve(session.look({ queues: random.chance(0.5), team: random.chance(0.5) })),
    async () => {
      session.sleep()
      await clock.advance(random.below(1_800_000))
      session.wake()
    },
    ...(setsClock ? [() => setClock()] : []),
    // The network fails and comes back.
    () => Promise.resolve(session.wake()),
  ]

  /** Many clicks, up to five per second. */
  async function impatient(): Promise<void> {
    for (let left = 5 + random.below(60); left > 0; left--) {
      clicks += 1
      void session.pollNow()
      await clock.advance(200 + random.below(1_500))
    }
  }

  async function setClock(): Promise<void> {
    await impatient()
    errorMs = (random.chance(0.5) ? 1 : -1) * random.below(MOST_SET_MS)
    sets += 1
    await impatient()
  }

  session.start()
  const end = START + hours * 3_600_000
  while (clock.now() < end) {
    await clock.advance(random.below(600_000))
    await random.pick(incidents)()
  }
  session.stop()
  const { total, counts, mostInAMinute, mostAtOnce } = (await (
    await fetch(`${origin}/sim/requests`)
  ).json()) as RequestSummary
  await centre.close()
  return { counted: { total, counts, mostInAMinute, mostAtOnce }, clicks, rings, sets, connections }
}

const oneTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
