import { createAlertDesk } from '../../core/replay/alert-desk.ts'
import type { Decision } from '../../core/replay/decision.ts'
import { createRecorder } from '../../core/replay/recorder.ts'
import type { Recorder, RecorderParts } from '../../core/replay/recorder.ts'
import { RECORDING_FORMAT } from '../../core/replay/recording.ts'
import { createSession } from '../../core/session/session.ts'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import { createClient } from '../../core/telephony/client.ts'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { en } from '../../core/words/en.ts'
import { createRandom } from '../../simulator/world/random.ts'
import { createWorld } from '../../simulator/world/world.ts'
import { createFaultyFetch } from './faulty-fetch.ts'

export interface RecordedShift {
  readonly redacted: string
  /** The same answers, as they came. */
  readonly raw: string
  /** What was decided while recording. */
  readonly decisions: readonly Decision[]
  /** Every text of the answers' bodies. */
  readonly bodies: readonly string[]
}

export const CODE = 'Zq7-organisation-code'
const EXTENSION = 'SIPSIP2'
const START = Date.UTC(2026, 0, 15, 6)

/** Some minutes of a busy call centre over a bad network, recorded by both a recorder and one that redacts nothing. */
export async function recordShift(seed: number): Promise<RecordedShift> {
  const clock = virtualClock(START)
  const random = createRandom(seed, 'recording')
  const world = createWorld({
    seed,
    scenario: 'busy-shift',
    startAt: START,
    zone: 'Asia/Jerusalem',
    change: { agents: 4, callsPerHour: 300 },
  })
  const network = createFaultyFetch({ world, clock, random, code: CODE })
  let raw = ''
  let redacted = ''
  const parts: Omit<RecorderParts, 'fetch' | 'onEnd'> = { clock, random: random.next, version: '1.2.3' }
  const plain = createRecorder({
    ...parts,
    fetch: network.fetch,
    onEnd: ({ text }) => (raw = text),
    redactor: () => ({ text: (value) => value, body: (json) => json }),
  })
  const recorder = createRecorder({ ...parts, fetch: plain.fetch, onEnd: ({ text }) => (redacted = text) })
  const both: readonly Recorder[] = [plain, recorder]

  const settings = { ...DEFAULT_SETTINGS, extension: EXTENSION }
  const client = createClient({
    ...settings,
    fetch: recorder.fetch,
    now: clock.now,
    after: clock.after,
    code: CODE,
  })
  const session = createSession({ ...settings, client, clock, random: random.next, log: () => undefined })
  await clock.advance(0)
  session.start()
  await clock.advance(120_000)
  // Begun at a moment when all is well and no question is under way, as what came before is not in a recording.
  do {
    const asking = { over: false }
    void session.pollNow().then(() => (asking.over = true))
    while (!asking.over) await clock.advance(10)
  } while (session.state().connection.kind !== 'live')
  const subject = { settings, alertsPausedUntil: null, state: session.state() }
  for (const one of both) one.start(subject)

  const decisions: Decision[] = []
  const desk = createAlertDesk(
    {
      ...settings,
      kind: 'ringside-recording',
      format: RECORDING_FORMAT,
      version: '',
      startedAt: 0,
      alertsPausedUntil: null,
      known: null,
    },
    en,
  )
  let { connection } = session.state()
  session.subscribe(({ state, events }) => {
    const at = clock.now()
    if (state.connection !== connection)
      decisions.push({ kind: 'connection', connection: state.connection, at })
    connection = state.connection
    for (const event of events) decisions.push({ kind: 'event', event, at })
    if (events.length > 0) decisions.push(...desk.take(events, state.calls, at))
  })
  await clock.advance(300_000)
  for (const one of both) one.mark({ what: 'asleep' })
  session.sleep()
  await clock.advance(60_000)
  for (const one of both) one.mark({ what: 'awake' })
  session.wake()
  await clock.advance(200_000)
  for (const one of both) one.stop()
  session.stop()
  return { redacted, raw, decisions, bodies: network.bodies() }
}
