import type { Clock } from '../clock.ts'
import type { AgentState, CallEvent, SeenCall, SeenExtension } from '../domain.ts'
import { initialBelief, observe } from '../telephony/api-clock.ts'
import type { Attempt, Reached } from '../telephony/attempt.ts'
import type { TelephonyClient } from '../telephony/client.ts'
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
  let state = NOTHING_KNOWN
  let belief = initialBelief(zone, clock.now())
  let lastAnswer: Answer | null = null
  let bendsTold = ''

  const poller = createPoller({
    clock,
    random,
    intervalMs: pollSeconds * 1000,
    ask: (signal) => client.extensions(extension, signal),
    tell,
    log,
  })

  function become(next: AgentState, events: readonly CallEvent[] = [], poll: PollTimes | null = null): void {
    const same = events.length === 0 && looksSame(state, next)
    state = next
    if (same) return
    for (const listener of [...listeners]) listener({ state, events, poll })
  }

  function tell(attempt: Attempt<Answer>): void {
    if (attempt.kind !== 'reached') return become(reduceFailure(state, attempt))
    tellBends(attempt)
    const { serverDate, sentAt, receivedAt } = attempt
    belief = observe(belief, { kind: 'server-date', serverDate, sentAt, receivedAt }, receivedAt)
    // The client gives the very same answer again for a body that is equal byte by byte: nothing to look at.
    if (attempt.answer === lastAnswer && state.connection.kind === 'live') {
      state = { ...state, lastGoodAt: receivedAt }
      return onAnswer(receivedAt)
    }
    lastAnswer = attempt.answer
    const seen = attempt.answer.find((candidate) => candidate.extension === extension)
    if (seen === undefined) return become(reduceAbsence(state), [], { sentAt, receivedAt })
    for (const call of seen.calls) learnFrom(call, receivedAt)
    const next = reduceAnswer(state, seen, receivedAt, belief)
    become(next.state, next.events, { sentAt, receivedAt })
    onAnswer(receivedAt)
  }

  /** A call first seen ringing or dialing began about now: that tells the account's clock. */
  function learnFrom(call: SeenCall, at: number): void {
    const early = call.phase === 'ringing' || call.phase === 'dialing'
    const known = state.calls.some((other) => other.key === call.key)
    if (!early || known || call.startedApiSeconds === null) return
    belief = observe(belief, { kind: 'ring', startedApiSeconds: call.startedApiSeconds }, at)
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
      become(withConnection(state, { kind: 'paused', why: 'asleep' }))
    },
    wake: () => void poller.restart(),
  }
}
