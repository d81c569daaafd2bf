import { dequal } from 'dequal'
import type { Repair } from '../domain.ts'
import { NO_SURROUNDINGS, type SurroundingsSettings } from '../session/surroundings.ts'
import type { RequestKind } from '../polling/cadence.ts'
import { createSession } from '../session/session.ts'
import type { SessionChange } from '../session/session-types.ts'
import type { TelephonyClient } from '../telephony/telephony-client.ts'
import { createRequestBudget } from '../polling/request-budget.ts'
import type { Words } from '../words/words.ts'
import { createReplayedAlerts } from './replayed-alerts.ts'
import type { Decision } from './decision.ts'
import type { Known, RecordedAnswer, RecordedMark, RecordedOutcome, RecordingHeader } from './recording.ts'
import { createTapeClient } from './tape-client.ts'
import type { TapeClock } from './tape-clock.ts'
import { createTapeFetch } from './tape-fetch.ts'

/** The session of a recording: sends its requests at the recorded times, and collects its decisions. */
export interface Watching {
  /** Passes it the calls that were known when the recording started; none of them counts as new. */
  begin(): Promise<void>
  poll(answer: RecordedAnswer): Promise<void>
  mark(mark: RecordedMark): Promise<void>
  end(): void
  decisions(): readonly Decision[]
}

const TIMER_SLACK_MS = 50 // a computer's timers may fire a little early

export function createWatching(header: RecordingHeader, clock: TapeClock, words: Words): Watching {
  const { extension, pollSeconds, zone } = header
  const surroundings = surroundingsOf(header)
  const budget = createRequestBudget(surroundings?.requestsPerMinute ?? Infinity, header.around?.asked)
  const decisions: Decision[] = []
  const networks = { extensions: createTapeFetch(), queues: createTapeFetch() }
  let next: RequestKind = 'extension'
  const alerts = createReplayedAlerts(header, words)
  const client = createTapeClient(
    (input, init) => (next === 'queues' ? networks.queues : networks.extensions).fetch(input, init),
    clock,
    header,
  )
  const session = createSession({
    client: reportingRepairs(client, (repairs, at) => decisions.push({ kind: 'repairs', repairs, at })),
    // It sends requests only when the recording says so.
    clock: { now: clock.now, after: () => () => undefined },
    random: () => 0,
    log: () => undefined,
    extension,
    pollSeconds,
    zone,
    ...(surroundings === null
      ? {}
      : {
          surroundings: { client, settings: surroundings },
          again: { asks: () => next, delayMs: () => budget.delayMs(clock.now()) },
        }),
  })
  let { connection } = session.state()
  let { location } = session.surroundings()
  let started = false
  /** The request in flight. */
  let asking: Promise<void> | null = null
  session.subscribe(decide)
  session.subscribeSurroundings(decideSurroundings)

  function decideSurroundings(): void {
    const at = clock.now()
    const now = session.surroundings()
    if (now.location !== location) {
      location = now.location
      decisions.push({ kind: 'location', location, at })
    }
    followQueues(at)
  }

  function followQueues(at: number): void {
    const { status = null } = session.state().agent ?? {}
    decisions.push(...alerts.takeQueues(session.surroundings().queues, status, at))
  }

  function decide({ state, events, blind }: SessionChange): void {
    const at = clock.now()
    if (!dequal(connection, state.connection)) {
      connection = state.connection
      decisions.push({ kind: 'connection', connection, at })
    }
    for (const event of events) decisions.push({ kind: 'event', event, at })
    decisions.push(...alerts.take({ events, blind, calls: state.calls }, at))
    followQueues(at)
  }

  /** A request still in flight when the next one was sent had been dropped: by a wake-up, or a returning network. */
  function ask(): Promise<void> {
    if (!started || asking !== null) session.wake()
    started = true
    return session.pollNow()
  }

  async function take(
    asked: RequestKind,
    sentAt: number,
    endedAt: number,
    outcome: RecordedOutcome,
  ): Promise<void> {
    await clock.turnTo(sentAt)
    next = asked
    const done = ask()
    asking = done
    void done.then(() => {
      if (asking === done) asking = null
    })
    const { requestMs } = client.limits
    const timedOut = outcome.kind === 'given-up' && endedAt - sentAt >= requestMs - TIMER_SLACK_MS
    await clock.turnTo(timedOut ? sentAt + requestMs : endedAt)
    if (outcome.kind !== 'given-up' || timedOut) budget.over(clock.now())
    networks[asked === 'queues' ? 'queues' : 'extensions'].answer(outcome)
    if (outcome.kind !== 'given-up' || timedOut) await done
  }

  const answered = (asked: RequestKind, { at, body }: Known): Promise<void> =>
    take(asked, at, at, {
      kind: 'response',
      status: 200,
      headers: {},
      body: { kind: 'json', text: body },
    })

  return {
    async begin() {
      const { known, around: recorded } = header
      const waiting = recorded?.waiting ?? null
      const first = waiting !== null && known !== null && waiting.at < known.at
      if (waiting !== null && first) await answered('queues', waiting)
      if (known !== null)
        await answered(surroundings?.watch.kind === 'person' ? 'everyone' : 'extension', known)
      if (waiting !== null && !first) await answered('queues', waiting)
      for (const asked of recorded?.failing ?? []) await take(asked, clock.now(), clock.now(), LOST)
      alerts.restoreQueues(session.surroundings().queues, recorded?.told ?? [], clock.now())
      decisions.length = 0
    },
    poll(answer) {
      budget.asked(answer.sentAt)
      return take(kindOf(answer), answer.sentAt, answer.endedAt, answer.outcome)
    },
    async mark({ at, mark }) {
      await clock.turnTo(at)
      switch (mark.what) {
        case 'asleep':
          asking = null
          started = false
          return session.sleep()
        case 'awake':
          return // the request it triggers is recorded like any other
        case 'alerts-paused':
          return void decisions.push(...alerts.pause(mark.until, clock.now()))
      }
    },
    end: () => session.stop(),
    decisions: () => decisions,
  }
}

/** Older recordings only say that everyone was requested; their queues decide nothing but wait times. */
const WIDELY: SurroundingsSettings = { ...NO_SURROUNDINGS, queues: 'all', wideView: true }

const LOST: RecordedOutcome = { kind: 'failed', failure: { kind: 'unreachable', why: 'network' } }

/** Null where only the extension was watched. */
function surroundingsOf({ around, wideView = false }: RecordingHeader): SurroundingsSettings | null {
  if (around === undefined) return wideView ? WIDELY : null
  const { person, queues, queueThresholdSeconds, queueThresholds, requestsPerMinute } = around
  const watch = person === null ? NO_SURROUNDINGS.watch : ({ kind: 'person', userId: person } as const)
  return {
    ...NO_SURROUNDINGS,
    ...{ wideView, watch, queues, queueThresholdSeconds, queueThresholds, requestsPerMinute },
  }
}

const kindOf = ({ method, one }: RecordedAnswer): RequestKind =>
  method === 'queues' ? 'queues' : one ? 'extension' : 'everyone'

/** The client, reporting each response's repairs when they differ from the previous ones. */
function reportingRepairs(
  client: TelephonyClient,
  report: (repairs: readonly Repair[], at: number) => void,
): Pick<TelephonyClient, 'extensions' | 'limits'> {
  let before: readonly Repair[] = []
  return {
    limits: client.limits,
    async extensions(extension, signal) {
      const attempt = await client.extensions(extension, signal)
      if (attempt.kind === 'reached' && !dequal(before, attempt.repairs)) {
        before = attempt.repairs
        report(before, attempt.receivedAt)
      }
      return attempt
    },
  }
}
