import type { Clock } from '../clock.ts'
import type { AgentState, CallEvent, SeenExtension } from '../domain.ts'
import { MAX_FLIGHT_MS } from '../telephony/api-clock-computer.ts'
import type { Attempt, Reached } from '../telephony/attempt.ts'
import type { TelephonyClient } from '../telephony/client.ts'
import { createClockKeeper } from './clock-keeper.ts'
import { moveTimes } from './move-times.ts'
import { createPoller } from './poller.ts'
import {
  looksSame,
  NOTHING_KNOWN,
  reduceAbsence,
  reduceAnswer,
  reduceFailure,
  withConnection,
} from './reduce.ts'

export interface SessionParts {
  readonly client: Pick<TelephonyClient, 'extensions'>
  readonly clock: Clock
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number
  readonly log: (line: string) => void
  /** SIP code to watch. */
  readonly extension: string
  readonly pollSeconds: number
  /** IANA zone of the account's wall clock. */
  readonly zone: string
  /** Told after every good answer, changed or not, when the listeners have been. `receivedAt`: epoch ms by this computer. */
  readonly onAnswer?: (receivedAt: number) => void
}

/** When a question was sent and its answer had arrived: epoch ms by this computer. */
export interface PollTimes {
  readonly sentAt: number
  readonly receivedAt: number
}

/** What one step brought. `events` is empty for a failed poll. */
export interface SessionChange {
  readonly state: AgentState
  readonly events: readonly CallEvent[]
  /** The question whose answer told it; null when no answer stood behind it. */
  readonly poll: PollTimes | null
  /**
   * The span without a good answer that this one ended, where it was longer than a gap between polls: what ended or
   * changed in it was not seen. Absent after an ordinary gap.
   */
  readonly blind?: { readonly from: number; readonly to: number }
}

/** One watched extension. */
export interface Session {
  state(): AgentState
  /** Told after each step that changed something that can be seen. Returns its own end. */
  subscribe(listener: (change: SessionChange) => void): () => void
  start(): void
  /** Ends watching for good; aborts what is in flight. */
  stop(): void
  /** Asks at once, or joins the question in flight; settles when it is answered. */
  pollNow(): Promise<void>
  /** The computer goes to sleep: no questions until `wake`. */
  sleep(): void
  /** Asks at once and forgets earlier failures. Also for a network that returned. */
  wake(): void
}

type Answer = readonly SeenExtension[]

const MIN_BLIND_MS = 30_000 // a ring is over by then: what went on in such a span is not to be guessed

/** Watches one extension: snapshots in, state and events out. Nothing happens until `start`. */
export function createSession({
  client,
  clock,
  random,
  log,
  extension,
  pollSeconds,
  zone,
  onAnswer = () => undefined,
}: SessionParts): Session {
  const listeners = new Set<(change: SessionChange) => void>()
  const keeper = createClockKeeper(clock, zone, log)
  const blindAfterMs = Math.max(MIN_BLIND_MS, 2 * pollSeconds * 1000)
  let state = NOTHING_KNOWN
  let lastAnswer: Answer | null = null
  /** When the last good answer was asked for. */
  let lastAskedAt: number | null = null
  let bendsTold = ''

  const poller = createPoller({
    clock: keeper.clock,
    random,
    intervalMs: pollSeconds * 1000,
    ask: (signal) => keeper.during(() => client.extensions(extension, signal)),
    tell,
    log,
  })

  function become(next: AgentState, rest: Partial<Omit<SessionChange, 'state'>> = {}): void {
    const change = { state: next, events: [], poll: null, ...rest }
    const same = change.events.length === 0 && looksSame(state, next)
    state = next
    if (same) return
    for (const listener of [...listeners]) listener(change)
  }

  function tell(attempt: Attempt<Answer>): void {
    if (attempt.kind !== 'reached') return become(reduceFailure(state, attempt))
    tellBends(attempt)
    const { sentAt, receivedAt, answer } = attempt
    const before = byClockNow(keeper.date(attempt))
    const seen = answer.find((candidate) => candidate.extension === extension)
    if (seen === undefined) {
      lastAnswer = answer
      return become(reduceAbsence(before), { poll: { sentAt, receivedAt } })
    }
    take(before, seen, attempt)
    lastAskedAt = Math.min(receivedAt, Math.max(sentAt, receivedAt - MAX_FLIGHT_MS)) // it may have been set in flight
    onAnswer(receivedAt)
  }

  /** The state by this computer's clock as it stands now, set on by `stepMs` since. */
  function byClockNow(stepMs: number): AgentState {
    if (stepMs === 0) return state
    if (lastAskedAt !== null) lastAskedAt += stepMs
    return moveTimes(state, stepMs)
  }

  function take(before: AgentState, seen: SeenExtension, attempt: Reached<Answer>): void {
    const { answer, sentAt, receivedAt } = attempt
    const { lastGoodAt } = before
    const wasBlind = lastGoodAt !== null && receivedAt - lastGoodAt > blindAfterMs
    const askedAt = wasBlind ? null : lastAskedAt
    const repeated = answer === lastAnswer && before === state && state.connection.kind === 'live'
    lastAnswer = answer
    if (!repeated) keeper.calls(before.calls, seen.calls, receivedAt, askedAt)
    const told = keeper.told(before.clock, receivedAt)
    // The client gives the very same answer again for a body that is equal byte by byte: nothing to look at.
    if (repeated && told === state.clock) {
      state = { ...state, lastGoodAt: receivedAt }
      return
    }
    const background = { askedAt, clock: told, wasBlind }
    const next = reduceAnswer(before, seen, receivedAt, keeper.belief(), background)
    const blind = wasBlind ? { blind: { from: lastGoodAt, to: receivedAt } } : {}
    become(next.state, { events: next.events, poll: { sentAt, receivedAt }, ...blind })
  }

  /** Each kind of bend once, until it changes: the same answer comes every few seconds. */
  function tellBends({ bends }: Reached<Answer>): void {
    const told = bends.map((bend) => `${bend.path} ${bend.what}`).join(', ')
    if (told !== bendsTold && told !== '') log(`the answer was bent to fit: ${told}`)
    bendsTold = told
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    start: () => poller.start(),
    stop() {
      poller.stop()
      listeners.clear()
    },
    pollNow: () => poller.pollNow(),
    sleep() {
      poller.stop()
      keeper.doubt()
      become(withConnection(state, { kind: 'paused', why: 'asleep' }))
    },
    wake: () => void poller.restart(),
  }
}
