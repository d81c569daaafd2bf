import type { AlertCommand } from '../../core/alerts/notification.ts'
import type { Clock } from '../../core/clock.ts'
import { openJournal } from '../../core/history/open-journal.ts'
import type { Decision } from '../../core/problem-recording/decision.ts'
import { createRecorder } from '../../core/problem-recording/recorder.ts'
import type { Recorder, RecorderParts } from '../../core/problem-recording/recorder.ts'
import type { Session } from '../../core/session/session-types.ts'
import { createSession } from '../../core/session/session.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts'
import { createClient } from '../../core/telephony/client.ts'
import type { TelephonyClient } from '../../core/telephony/telephony-client.ts'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { en } from '../../core/words/en.ts'
import { createAlerts } from '../../electron/main/alerts/alerts.ts'
import { createRandom, type Random } from '../../simulator/world/random.ts'
import { createWorld } from '../../simulator/world/world.ts'
import { moveDesk, type MoveParts } from '../torture/move-desk.ts'
import { createFaultyFetch } from './faulty-fetch.ts'

export interface RecordedShift {
  readonly redacted: string
  /** The same recording, but unredacted. */
  readonly raw: string
  /** What was decided while recording. */
  readonly decisions: readonly Decision[]
  /** Every text in the bodies of the responses. */
  readonly bodies: readonly string[]
}

export const CODE = 'Zq7-organisation-code'
const EXTENSION = 'SIPSIP2'
const START = Date.UTC(2026, 0, 15, 6)

/**
 * What is watched: the extension alone, the extension with its surroundings, or the person who works there and moves.
 */
export type Watched = 'extension' | 'around' | 'person'

/** A few minutes of a busy call centre over a bad network, recorded by our recorder and by one that redacts nothing. */
export async function recordShift(seed: number, watched: Watched = 'extension'): Promise<RecordedShift> {
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
    onEnd: (text) => (raw = text),
    redactor: () => ({ text: (value) => value, body: (json) => json }),
  })
  const recorder = createRecorder({ ...parts, fetch: plain.fetch, onEnd: (text) => (redacted = text) })
  const both: readonly Recorder[] = [plain, recorder]

  const sits = world.agent(EXTENSION)
  if (sits === undefined) throw new RangeError('nobody sits there')
  const settings = settingsOf(watched, sits.onlineUserId)
  const { client, isAsking } = counted(
    createClient({
      ...settings,
      fetch: recorder.fetch,
      now: clock.now,
      after: clock.after,
      code: CODE,
    }),
  )
  const wide = watched === 'extension' ? {} : { surroundings: { client, settings } }
  const session = createSession({
    ...{ ...settings, client, clock, random: random.next, log: () => undefined },
    ...wide,
  })
  const { decisions, alerted } = listen(session, clock, settings)
  if (watched === 'person') moveAbout({ world, trueTime: clock, person: sits.onlineUserId, ...sits }, random)
  await clock.advance(0)
  session.start()
  await clock.advance(120_000)
  // Starts at a moment when all is well and no request is in flight, because a recording doesn't contain what came
  // before.
  do {
    const asking = { over: false }
    void session.pollNow().then(() => (asking.over = true))
    while (!asking.over) await clock.advance(10)
  } while (session.state().connection.kind !== 'live' || isAsking())
  const known = watched === 'extension' ? null : { ...session.surroundings(), alerted: alerted() }
  const subject = { settings, alertsPausedUntil: null, state: session.state(), surroundings: known }
  for (const one of both) one.start(subject)
  const { length: before } = decisions

  await clock.advance(300_000)
  for (const one of both) one.mark({ what: 'asleep' })
  session.sleep()
  await clock.advance(60_000)
  for (const one of both) one.mark({ what: 'awake' })
  session.wake()
  await clock.advance(200_000)
  for (const one of both) one.stop()
  session.stop()
  return { redacted, raw, decisions: decisions.slice(before), bodies: network.bodies() }
}

function settingsOf(watched: Watched, userId: number): Settings {
  const settings = { ...DEFAULT_SETTINGS, extension: EXTENSION }
  if (watched === 'extension') return settings
  return {
    ...settings,
    wideView: true,
    watch: watched === 'person' ? { kind: 'person', userId } : { kind: 'extension' },
    ...{ alertOnFirstWaiting: true, alertOnQueueThreshold: true, alertOnQueueLength: true },
    // With so small a budget, not every ring that disappears is worth a request about everyone.
    ...{ queueThresholdSeconds: 20, queueLength: 2, requestsPerMinute: 5 },
  }
}

/** What main decides, with its own parts, from the start of the session. */
function listen(session: Session, clock: Clock, settings: Settings) {
  const decisions: Decision[] = []
  const { journal } = openJournal({ path: ':memory:', now: clock.now, log: () => undefined })
  const parts = {
    clock,
    journal: () => journal,
    settings: () => settings,
    words: () => en,
    callerOf: () => null,
    pausedUntil: () => null,
    onWithheld: () => undefined,
    onCommand: (command: AlertCommand) =>
      decisions.push({ kind: 'alert', command, title: '', at: clock.now() }),
  }
  const alerts = createAlerts(parts)
  let { connection } = session.state()
  let { location } = session.surroundings()
  const followQueues = (): void =>
    alerts.takeQueues(session.surroundings().queues, session.state().agent?.status ?? null)
  session.subscribe((change) => {
    const at = clock.now()
    const { state, events } = change
    if (state.connection !== connection)
      decisions.push({ kind: 'connection', connection: state.connection, at })
    connection = state.connection
    for (const event of events) decisions.push({ kind: 'event', event, at })
    journal.record(change, at)
    alerts.takeCalls(change, {})
    followQueues()
  })
  session.subscribeSurroundings(({ state }) => {
    if (state.location !== location)
      decisions.push({ kind: 'location', location: state.location, at: clock.now() })
    location = state.location
    followQueues()
  })
  return { decisions, alerted: alerts.announced }
}

/** The client, and whether it has a request in flight. */
function counted(client: TelephonyClient) {
  let underWay = 0
  const during = <T>(asked: Promise<T>): Promise<T> => {
    underWay += 1
    return asked.finally(() => (underWay -= 1))
  }
  return {
    isAsking: () => underWay > 0,
    client: {
      ...client,
      extensions: (...of: Parameters<TelephonyClient['extensions']>) => during(client.extensions(...of)),
      queues: (...of: Parameters<TelephonyClient['queues']>) => during(client.queues(...of)),
    },
  }
}

/** The person leaves every few minutes, and logs in at another extension or stays logged in at both. */
function moveAbout(parts: MoveParts, random: Random): void {
  for (let minute = 1; minute < 12; minute += 1 + random.below(3)) {
    const move = { lastsMs: random.below(60_000), desk: random.below(9), stays: random.chance(0.3) }
    parts.trueTime.after(minute * 60_000, () => moveDesk(parts, { ...move, kind: 'move', atMs: 0 }))
  }
}
