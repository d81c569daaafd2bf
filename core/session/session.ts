import type { AgentState, CallEvent, Failure, SeenExtension } from '../domain.ts'
import { diffTeam } from '../team/diff-team.ts'
import { MAX_FLIGHT_MS } from '../clock/computer-error.ts'
import type { Attempt, Reached } from '../telephony/attempt.ts'
import { namedAnswers, ringIsGone } from './answered-elsewhere.ts'
import { createAround, looksSameAround, movedAway, NOTHING_AROUND } from './surroundings.ts'
import { askQuestion } from '../polling/ask-question.ts'
import type { Told } from '../polling/ask-question.ts'
import { nextQuestion, steadily } from '../polling/cadence.ts'
import type { Question } from '../polling/cadence.ts'
import { createClockKeeper } from '../clock/clock-tracker.ts'
import { moveTimes } from './shift-times.ts'
import { createLatelyEnded } from './recently-ended.ts'
import { createPlanner } from '../polling/planner.ts'
import type { Scene } from '../polling/planner.ts'
import { createPoller } from '../polling/poller.ts'
import {
  looksSame,
  NOTHING_KNOWN,
  reduceAbsence,
  reduceAnswer,
  reduceFailure,
  withConnection,
} from './reduce.ts'
import type { AroundChange, Looking, SessionChange, SessionParts, WideSession } from './session-types.ts'

export type { AroundChange, Session, SessionChange, SessionParts, WideSession } from './session-types.ts'

const MIN_BLIND_MS = 30_000 // a ring is over by then: what went on in such a span is not to be guessed
const PART_BACKOFF_MS = 300_000 // what is refused beside a working extension is not worth the budget
const FRESH_WIDE_MS = 15_000 // a ring's length: who answered it is still seen with it

type Background = Pick<Reached<unknown>, 'sentAt' | 'receivedAt'>

/** Watches one extension: snapshots in, state and events out. Nothing happens until `start`. */
export function createSession(parts: SessionParts): WideSession {
  const { clock, log, pollSeconds, onAnswer = () => undefined } = parts
  const settings = parts.around?.settings ?? NOTHING_AROUND
  const listeners = new Set<(change: SessionChange) => void>()
  const aroundListeners = new Set<(change: AroundChange) => void>()
  const keeper = createClockKeeper(clock, parts.zone, log)
  const around = createAround(settings, parts.extension)
  const floorMs = pollSeconds * 1000
  const blindAfterMs = Math.max(MIN_BLIND_MS, 2 * floorMs)
  const ended = createLatelyEnded()
  let state = NOTHING_KNOWN
  let toldAround = around.state()
  let lastSeen: SeenExtension | null = null
  /** When the last good answer was asked for. */
  let lastAskedAt: number | null = null
  const bendsTold = new Map<Question, string>()
  let looking: Looking = { queues: false, team: false }
  let lastCallAt: number | null = null
  /** An answer in which a ring was gone, kept back until a wide answer tells who took it. */
  let kept: { readonly seen: SeenExtension; readonly attempt: Background } | null = null
  /** Since it failed the wide question is no help for a while; null once it was answered. */
  let wideFailedAt: number | null = null

  const planner = createPlanner({
    clock,
    floorMs,
    limit: settings.requestsPerMinute,
    cadence: parts.around === undefined ? steadily : nextQuestion,
    wanted,
    scene,
  })
  const poller = createPoller<Question, Told>({
    clock: keeper.clock,
    random: parts.random,
    intervalMs: floorMs,
    plan(heldUntil, atOnce) {
      if (parts.again !== undefined) return { question: parts.again.asks(), waitMs: 0 }
      const { ask, waitMs } = planner.plan(heldUntil, atOnce)
      return { question: ask, waitMs }
    },
    ask(question, signal) {
      planner.asked()
      return keeper.during(() => askQuestion(parts, around.target() ?? '', question, signal))
    },
    tell(question, attempt) {
      planner.done(question)
      tell(question, attempt)
      tellAround()
    },
    maxBackoffMs: (question) => (question === wanted()[0] ? undefined : PART_BACKOFF_MS),
    log,
  })

  /** The main question first. */
  function wanted(): readonly Question[] {
    const found = around.target() !== null
    return [
      ...(found ? (['extension'] as const) : []),
      ...(isWideWanted() ? (['everyone'] as const) : []),
      ...(around.wantsQueues() ? (['queues'] as const) : []),
    ]
  }

  const isWideWanted = (): boolean =>
    around.mayAskWide() && (looking.team || around.person() !== null || kept !== null)

  /** Whether a question about everyone, out of turn, is likely to be answered. */
  const mayWideTell = (): boolean =>
    around.mayAskWide() && (wideFailedAt === null || clock.now() - wideFailedAt > PART_BACKOFF_MS)

  function scene(): Scene {
    const { queues } = around.state()
    const breaches = queues.queues.flatMap(({ nextBreachAt }) => nextBreachAt ?? [])
    return {
      phases: state.calls.map(({ phase }) => phase),
      status: state.agent?.status.word ?? null,
      lastCallAt,
      callersWait: queues.queues.some(({ waiting }) => waiting > 0),
      nextBreachAt: breaches.length === 0 ? null : Math.min(...breaches),
      queuesAreWatched: looking.queues,
      wideIsWatched: looking.team || around.target() === null,
      wideIsUrgent: kept !== null,
      wideMayBeNeeded: around.mayAskWide(),
    }
  }

  function become(next: AgentState, rest: Partial<Omit<SessionChange, 'state'>> = {}): void {
    const change = { state: next, events: [], poll: null, ...rest }
    const same = change.events.length === 0 && looksSame(state, next)
    state = next
    if (same) return
    for (const listener of [...listeners]) listener(change)
  }

  function tellAround(): void {
    const [before, now] = [toldAround, around.state()]
    toldAround = now
    if (before === now || looksSameAround(before, now)) return
    const change = { state: now, team: diffTeam(before.team, now.team) }
    for (const listener of [...aroundListeners]) listener(change)
  }

  function tell(question: Question, attempt: Attempt<Told>): void {
    if (attempt.kind !== 'reached') return tellFailure(question, attempt)
    tellBends(question, attempt)
    const before = byClockNow(keeper.date(attempt))
    const { answer, receivedAt } = attempt
    switch (answer.about) {
      case 'queues':
        keeper.waiting(answer.queues, receivedAt)
        around.takeQueues(answer.queues, receivedAt, keeper.belief())
        return become({ ...before, calls: around.withWaits(before.calls) })
      case 'extension':
        return tellExtension(before, answer.extension, answer.seen, attempt)
      case 'everyone':
        return tellEveryone(before, answer.seen, attempt)
    }
  }

  function tellFailure(question: Question, failure: Failure): void {
    if (question === 'queues') return around.fail(question, failure)
    if (question === 'everyone') {
      wideFailedAt = clock.now()
      around.fail(question, failure)
      if (kept !== null) return settle(state, kept.seen, kept.attempt)
      if (around.target() !== null) return
    }
    become(reduceFailure(state, failure))
  }

  function tellExtension(
    before: AgentState,
    extension: string,
    answer: readonly SeenExtension[],
    attempt: Background,
  ): void {
    const seen = answer.find((candidate) => candidate.extension === extension)
    if (seen === undefined) return absent(before, attempt)
    const person = around.person()
    const another = person !== null && seen.onlineUserId !== person
    if (another) around.lose(attempt.receivedAt)
    // Whose calls these are is somebody else's business; a desk that was left shows that it was.
    if (another && seen.onlineUserId !== 0) return become(movedAway(before), polled(attempt))
    const tellsMore = mayWideTell() && (parts.again ?? planner).delayMs() <= floorMs
    if (kept === null && tellsMore && ringIsGone(before.calls, seen.calls)) {
      state = before
      kept = { seen, attempt }
      return
    }
    settle(before, seen, attempt)
  }

  function tellEveryone(before: AgentState, answer: readonly SeenExtension[], attempt: Background): void {
    wideFailedAt = null
    kept = null
    const was = around.target()
    around.takeWide(answer, attempt.receivedAt, keeper.belief())
    const is = around.target()
    const [left, found] = [was, is].map((name) => answer.find(({ extension }) => extension === name))
    if (was === is) {
      if (found !== undefined) return settle(before, found, attempt)
      if (is !== null) return absent(before, attempt)
      return tellNowhere(movedAway(before), attempt)
    }
    // What is on the desk now may be another's: only one that nobody sat down at tells how the calls there went on.
    const stillTells =
      left !== undefined && (left.onlineUserId === 0 || left.onlineUserId === around.person())
    if (stillTells) settle(before, left, attempt)
    const moved = movedAway(stillTells ? state : before)
    if (found === undefined) return tellNowhere(moved, attempt)
    lastSeen = null
    lastAskedAt = null
    settle(moved, found, attempt)
  }

  /** A good answer, and no desk to watch: it is watched all the same whether the person sits down somewhere. */
  function tellNowhere(before: AgentState, attempt: Background): void {
    const { sentAt, receivedAt } = attempt
    become({ ...withConnection(before, { kind: 'live' }), lastGoodAt: receivedAt }, polled(attempt))
    onAnswer({ sentAt, receivedAt })
  }

  const polled = ({ sentAt, receivedAt }: Background): Pick<SessionChange, 'poll'> => ({
    poll: { sentAt, receivedAt },
  })

  function absent(before: AgentState, attempt: Background): void {
    lastSeen = null
    kept = null
    become(reduceAbsence(before), polled(attempt))
  }

  function settle(before: AgentState, seen: SeenExtension, attempt: Background): void {
    const { sentAt, receivedAt } = attempt
    kept = null
    if (seen.calls.length > 0 || before.calls.length > 0) lastCallAt = receivedAt
    take(before, seen, attempt)
    planner.done('extension')
    around.takeDesk(seen)
    lastAskedAt = Math.min(receivedAt, Math.max(sentAt, receivedAt - MAX_FLIGHT_MS)) // it may have been set in flight
    onAnswer({ sentAt: lastAskedAt, receivedAt })
  }

  /** The state by this computer's clock as it stands now, set on by `stepMs` since. */
  function byClockNow(stepMs: number): AgentState {
    if (stepMs === 0) return state
    if (lastAskedAt !== null) lastAskedAt += stepMs
    if (lastCallAt !== null) lastCallAt += stepMs
    if (wideFailedAt !== null) wideFailedAt += stepMs
    around.move(stepMs)
    return moveTimes(state, stepMs)
  }

  function take(before: AgentState, seen: SeenExtension, attempt: Background): void {
    const { receivedAt } = attempt
    const { lastGoodAt } = before
    const wasBlind = lastGoodAt !== null && receivedAt - lastGoodAt > blindAfterMs
    const askedAt = wasBlind ? null : lastAskedAt
    const repeated = seen === lastSeen && before === state && state.connection.kind === 'live'
    lastSeen = seen
    if (!repeated) keeper.calls(before.calls, seen.calls, receivedAt, askedAt)
    const told = keeper.told(before.clock, receivedAt)
    // The client gives the very same answer again for a body that is equal byte by byte: nothing to look at.
    if (repeated && told === state.clock) {
      state = { ...state, lastGoodAt: receivedAt }
      return
    }
    const background = { askedAt, clock: told, wasBlind, ended }
    const next = reduceAnswer(before, seen, receivedAt, keeper.belief(), background)
    const calls = around.withWaits(next.state.calls)
    const blind = wasBlind ? { blind: { from: lastGoodAt, to: receivedAt } } : {}
    const events = byCallsNow(namedAnswers(next.events, freshWide(receivedAt)), next.state, calls)
    ended.note(events)
    become({ ...next.state, calls }, { events, ...polled(attempt), ...blind })
  }

  function freshWide(at: number): readonly SeenExtension[] {
    const last = around.lastWide()
    return last !== null && at - last.at <= FRESH_WIDE_MS ? last.answer : []
  }

  /** Each kind of bend once, until it changes: the same answer comes every few seconds. */
  function tellBends(question: Question, { bends }: Reached<Told>): void {
    const told = bends.map((bend) => `${bend.path} ${bend.what}`).join(', ')
    if (told !== bendsTold.get(question) && told !== '') log(`the answer was bent to fit: ${told}`)
    bendsTold.set(question, told)
  }

  return {
    state: () => state,
    around: () => around.state(),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    subscribeAround(listener) {
      aroundListeners.add(listener)
      return () => void aroundListeners.delete(listener)
    },
    look(next) {
      looking = next
      poller.replan()
    },
    start: () => poller.start(),
    stop() {
      poller.stop()
      listeners.clear()
      aroundListeners.clear()
    },
    pollNow: () => poller.pollNow(),
    sleep() {
      poller.stop()
      keeper.doubt()
      planner.slept()
      kept = null
      become(withConnection(state, { kind: 'paused', why: 'asleep' }))
    },
    wake() {
      planner.woke()
      kept = null
      void poller.restart()
    },
  }
}

/** Events by the calls as they are known now: one that began with this answer may have waited before. */
function byCallsNow(
  events: readonly CallEvent[],
  { calls: before }: AgentState,
  now: AgentState['calls'],
): readonly CallEvent[] {
  if (before === now) return events
  const known = new Map(now.map((call) => [call.key, call]))
  return events.map((event) => ({ ...event, call: known.get(event.call.key) ?? event.call }))
}
