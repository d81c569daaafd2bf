import type { ClockRun } from '../clock/computer-error.ts'
import { learnFromCallers, learnFromDate } from '../clock/learn-clock.ts'
import type { AgentState, Failure, ReadExtension, SeenExtension } from '../domain.ts'
import type { Polled } from '../polling/ask-question.ts'
import { MAX_PART_BACKOFF_MS } from '../polling/backoff.ts'
import type { Question } from '../polling/cadence.ts'
import { diffTeam } from '../team/diff-team.ts'
import type { Reached } from '../telephony/attempt.ts'
import { ringIsGone } from './answered-elsewhere.ts'
import { withConnection } from './connection.ts'
import { filledIn } from './fill-in.ts'
import { looksSame, reduceAbsence, reduceFailure } from './reduce.ts'
import { shiftMemory, targetOf } from './session-memory.ts'
import type { ResponseTimes, SessionMemory } from './session-memory.ts'
import type { AroundChange, Looking, PollTimes, SessionChange } from './session-types.ts'
import { settleExtension } from './settle-extension.ts'
import {
  everyoneSeen,
  looksSameAround,
  partFailed,
  personLost,
  personOf,
  queuesSeen,
  withWaits,
} from './surroundings.ts'

/** Whatever moves a session on. Times are epoch ms by this computer. */
export type SessionInput =
  | {
      readonly kind: 'response'
      readonly response: Reached<Polled>
      readonly at: number
      /** How this computer's clock ran since the last response with a date. */
      readonly run: ClockRun
      /** How long one more request would have to wait, ms. */
      readonly spareDelayMs: number
    }
  | {
      readonly kind: 'failure'
      readonly question: Question
      readonly failure: Failure
      readonly at: number
    }
  /** Other parts are on screen. */
  | { readonly kind: 'look'; readonly looking: Looking }
  /** The computer goes to sleep; it woke, or its network returned. */
  | { readonly kind: 'sleep' }
  | { readonly kind: 'wake' }

/** What one step changed, for those outside. */
export interface StepChange {
  /** For subscribers, in this order. Two where the person moved: how it ended there, and how it is here. */
  readonly changes: readonly SessionChange[]
  /** Null where nothing around the extension can be seen to differ. */
  readonly around: AroundChange | null
  /** The good response that was taken; null for any other step. */
  readonly answered: PollTimes | null
  /** What is known of the watched extension is as of now, whatever the request was about. */
  readonly knowsExtension: boolean
  /** The input's `run` had its effect. */
  readonly usedRun: boolean
  readonly log: readonly string[]
}

export interface SessionStep {
  readonly memory: SessionMemory
  readonly change: StepChange
}

/** A step under way. `published` is the state that subscribers know; `memory.state` may differ until it is published. */
interface StepDraft extends Omit<StepChange, 'around'> {
  readonly memory: SessionMemory
  readonly published: AgentState
}

/** One step of a session: the same memory and input always give the same step. Neither is changed. */
export function stepSession(memory: SessionMemory, input: SessionInput): SessionStep {
  const { memory: next, changes, answered, knowsExtension, usedRun, log } = take(begun(memory), input)
  const [before, now] = [memory.surroundings.shown, next.surroundings.shown]
  const around =
    before === now || looksSameAround(before, now)
      ? null
      : { state: now, team: diffTeam(before.team, now.team) }
  return { memory: next, change: { changes, around, answered, knowsExtension, usedRun, log } }
}

const begun = (memory: SessionMemory): StepDraft => ({
  memory,
  published: memory.state,
  changes: [],
  answered: null,
  knowsExtension: false,
  usedRun: false,
  log: [],
})

function take(draft: StepDraft, input: SessionInput): StepDraft {
  const { memory } = draft
  switch (input.kind) {
    case 'response':
      return responseTaken(draft, input)
    case 'failure':
      return failureTaken(draft, input)
    case 'look':
      return remembered(draft, { looking: input.looking })
    case 'sleep': {
      const asleep = withConnection(memory.state, { kind: 'paused', why: 'asleep' })
      return published(remembered(draft, { held: null }), asleep)
    }
    case 'wake':
      return remembered(draft, { held: null })
  }
}

const remembered = (draft: StepDraft, news: Partial<SessionMemory>): StepDraft => ({
  ...draft,
  memory: { ...draft.memory, ...news },
})

/** The state becomes `next`; subscribers get to know where that can be seen. */
function published(
  draft: StepDraft,
  next: AgentState,
  rest: Partial<Omit<SessionChange, 'state'>> = {},
): StepDraft {
  const change = { state: next, events: [], poll: null, ...rest }
  const same = change.events.length === 0 && looksSame(draft.published, next)
  const changes = same ? draft.changes : [...draft.changes, change]
  return { ...remembered(draft, { state: next }), published: next, changes }
}

type Response = Extract<SessionInput, { kind: 'response' }>

function responseTaken(draft: StepDraft, { response, at, run, spareDelayMs }: Response): StepDraft {
  const { answer, serverDate, sentAt, receivedAt } = response
  const times = { sentAt, receivedAt }
  const { rules } = draft.memory
  const { timeoutMs } = rules
  const lesson = learnFromDate(draft.memory.belief, { ...times, serverDate, run, timeoutMs })
  const known = { ...draft.memory, belief: lesson.belief }
  const memory = lesson.steppedMs === 0 ? known : shiftMemory(known, lesson.steppedMs)
  const dated = repairsLogged({ ...draft, memory, usedRun: lesson.usedRun }, response)
  switch (answer.about) {
    case 'queues': {
      const callers = answer.queues.flatMap((queue) => queue.callers)
      const belief = learnFromCallers(memory.belief, callers, receivedAt)
      const surroundings = queuesSeen(memory.surroundings, answer.queues, receivedAt, belief, rules.settings)
      const calls = withWaits(surroundings, memory.state.calls)
      return published(remembered(dated, { belief, surroundings }), { ...memory.state, calls })
    }
    case 'extension': {
      const { known, seen } = filledFrom(memory, answer.seen)
      const canWait = canAskWho(memory, at) && spareDelayMs <= rules.floorMs
      return extensionTaken(remembered(dated, { known }), { ...answer, seen }, times, canWait)
    }
    case 'everyone': {
      const { known, seen } = filledFrom(memory, answer.seen)
      return everyoneTaken(remembered(dated, { known }), seen, times)
    }
  }
}

/** Each kind of repair once, until it changes: the same response comes every few seconds. */
function repairsLogged(draft: StepDraft, { answer, bends }: Reached<Polled>): StepDraft {
  const repairs = bends.map(({ path, what }) => `${path} ${what}`).join(', ')
  const before = draft.memory.repairs
  if (repairs === (before[answer.about] ?? '')) return draft
  const log = repairs === '' ? draft.log : [...draft.log, `the answer was bent to fit: ${repairs}`]
  return { ...remembered(draft, { repairs: { ...before, [answer.about]: repairs } }), log }
}

/** Whether a request about everyone, out of turn, is likely to succeed. */
const canAskWho = ({ rules, wideFailedAt }: SessionMemory, at: number): boolean =>
  rules.settings.wideView && (wideFailedAt === null || at - wideFailedAt > MAX_PART_BACKOFF_MS)

/** The extensions of a response, filled in from the last one; and the watched one, for the next. */
function filledFrom(memory: SessionMemory, read: readonly ReadExtension[]) {
  const { known, surroundings } = memory
  const seen = filledIn(read, (name) =>
    known?.extension === name ? known : surroundings.team.seen.get(name),
  )
  const watched = targetOf(memory)
  return { seen, known: seen.find(({ extension }) => extension === watched) ?? known }
}

interface AboutExtension {
  readonly extension: string
  readonly seen: readonly SeenExtension[]
}

function extensionTaken(
  draft: StepDraft,
  answer: AboutExtension,
  times: ResponseTimes,
  canWait: boolean,
): StepDraft {
  const { memory } = draft
  const seen = answer.seen.find(({ extension }) => extension === answer.extension)
  if (seen === undefined) return absent(draft, times)
  const person = personOf(memory.rules.settings)
  const another = person !== null && seen.onlineUserId !== person
  const known = another
    ? remembered(draft, { surroundings: personLost(memory.surroundings, times.receivedAt) })
    : draft
  // Whose calls these are is somebody else's business; a desk that was left shows that it was.
  if (another && seen.onlineUserId !== 0) return published(known, movedAway(memory.state), { poll: times })
  if (memory.held === null && canWait && ringIsGone(memory.state.calls, seen.calls))
    return remembered(known, { held: { seen, times } })
  return settled(known, seen, times)
}

function everyoneTaken(draft: StepDraft, answer: readonly SeenExtension[], times: ResponseTimes): StepDraft {
  const { rules, belief, surroundings: before } = draft.memory
  const surroundings = everyoneSeen(before, answer, times.receivedAt, belief, rules.settings)
  const known = remembered(draft, { wideFailedAt: null, held: null, surroundings })
  const [was, is] = [targetOf(draft.memory), targetOf(known.memory)]
  const [left, found] = [was, is].map((name) => answer.find(({ extension }) => extension === name))
  if (was === is) {
    if (found !== undefined) return settled(known, found, times)
    return is === null ? nowhere(moved(known), times) : absent(known, times)
  }
  // What is on the desk now may be another's: only one that nobody sat down at tells how the calls there went on.
  const stillTells =
    left !== undefined && (left.onlineUserId === 0 || left.onlineUserId === personOf(rules.settings))
  const away = moved(stillTells ? settled(known, left, times) : known)
  if (found === undefined) return nowhere(away, times)
  return settled(remembered(away, { lastSeen: null, lastAskedAt: null }), found, times)
}

function failureTaken(
  draft: StepDraft,
  { question, failure, at }: Extract<SessionInput, { kind: 'failure' }>,
): StepDraft {
  const { memory } = draft
  if (question === 'extension') return published(draft, reduceFailure(memory.state, failure))
  const failed = remembered(draft, { surroundings: partFailed(memory.surroundings, question, failure) })
  if (question === 'queues') return failed
  const noted = remembered(failed, { wideFailedAt: at })
  if (memory.held !== null) return settled(noted, memory.held.seen, memory.held.times)
  return targetOf(memory) === null ? published(noted, reduceFailure(memory.state, failure)) : noted
}

function settled(draft: StepDraft, seen: SeenExtension, times: ResponseTimes): StepDraft {
  const { memory, change, log, answered } = settleExtension(draft.memory, draft.published, seen, times)
  const taken = { ...draft, memory, answered, knowsExtension: true, log: [...draft.log, ...log] }
  if (change === null) return { ...taken, published: memory.state }
  const { state, ...rest } = change
  return published(taken, state, rest)
}

/** A watched extension that nothing is known of yet, while the rest stays: the person moved. */
const movedAway = (state: AgentState): AgentState => ({ ...state, agent: null, calls: [], lastGoodAt: null })

const moved = (draft: StepDraft): StepDraft => remembered(draft, { state: movedAway(draft.memory.state) })

/** A good response, and no desk to watch: it is watched all the same whether the person sits down somewhere. */
function nowhere(draft: StepDraft, times: ResponseTimes): StepDraft {
  const live = withConnection(draft.memory.state, { kind: 'live' })
  const next = { ...live, lastGoodAt: times.receivedAt }
  return { ...published(draft, next, { poll: times }), answered: times }
}

const absent = (draft: StepDraft, times: ResponseTimes): StepDraft =>
  published(remembered(draft, { lastSeen: null, held: null }), reduceAbsence(draft.memory.state), {
    poll: times,
  })
