import { dequal } from 'dequal'
import type { ClockRun } from '../clock/computer-error.ts'
import { learnFromCallers, learnFromDate } from '../clock/learn-clock.ts'
import type { Doubt, Failure } from '../connection.ts'
import type { VisibleViews } from '../contract.ts'
import type { AgentState, ReadExtension, SeenExtension } from '../domain.ts'
import { followedPerson } from '../own-phone.ts'
import type { Polled } from '../telephony/telephony-client.ts'
import { MAX_PART_BACKOFF_MS } from '../polling/backoff.ts'
import type { RequestKind } from '../polling/cadence.ts'
import { diffTeam } from '../team/diff-team.ts'
import type { Reached } from '../telephony/attempt.ts'
import { ringIsGone } from './answered-elsewhere.ts'
import { withConnection } from './connection.ts'
import { INCOMPLETE, inDoubt, isDoubtful, isDoubtfulFailure, judgeDate, OLDER } from './doubt.ts'
import { filledIn } from './fill-in.ts'
import { NOTHING_KNOWN, reduceAbsence, reduceFailure } from './reduce.ts'
import { shiftMemory, targetOf } from './session-memory.ts'
import type { Held, SessionMemory } from './session-memory.ts'
import type { PollTimes } from './session-types.ts'
import { settleExtension } from './settle-extension.ts'
import { begun, published, remembered } from './step-draft.ts'
import type { StepChange, StepDraft } from './step-draft.ts'
import {
  everyoneSeen,
  looksSameSurroundings,
  partFailed,
  personLost,
  queuesSeen,
  withWaits,
} from './surroundings.ts'

/** The inputs of a session. Times are epoch ms by this computer's clock. */
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
      readonly about: RequestKind
      readonly failure: Failure
      readonly at: number
    }
  /** What is on screen has changed. */
  | { readonly kind: 'look'; readonly views: VisibleViews }
  /** The computer goes to sleep; it woke, or its network returned. */
  | { readonly kind: 'sleep' }
  | { readonly kind: 'wake' }

export interface SessionStep {
  readonly memory: SessionMemory
  readonly change: StepChange
}

/** One step of a session: the same memory and input always give the same step. Neither is changed. */
export function stepSession(memory: SessionMemory, input: SessionInput): SessionStep {
  const { memory: next, changes, answered, knowsExtension, usedRun, log } = take(begun(memory), input)
  const [before, now] = [memory.surroundings.shown, next.surroundings.shown]
  const surroundings =
    before === now || looksSameSurroundings(before, now)
      ? null
      : { state: now, team: diffTeam(before.team, now.team) }
  return { memory: next, change: { changes, surroundings, answered, knowsExtension, usedRun, log } }
}

function take(draft: StepDraft, input: SessionInput): StepDraft {
  const { memory } = draft
  switch (input.kind) {
    case 'response':
      return responseTaken(draft, input)
    case 'failure':
      return failureTaken(draft, input)
    case 'look':
      return remembered(draft, { views: input.views })
    case 'sleep': {
      const asleep = withConnection(memory.state, { kind: 'paused', why: 'asleep' })
      return published(remembered(draft, { held: null }), asleep)
    }
    case 'wake':
      return remembered(draft, { held: null })
  }
}

type Response = Extract<SessionInput, { kind: 'response' }>

function responseTaken(draft: StepDraft, { response, at, run, spareDelayMs }: Response): StepDraft {
  const { answer, serverDate, sentAt, receivedAt } = response
  const times = { sentAt, receivedAt }
  const { rules } = draft.memory
  const { timeoutMs } = rules
  const { dates, isOlder } = judgeDate(draft.memory.dates, response)
  if (isOlder) return notTaken(remembered(draft, { dates }), answer.about, OLDER)
  const lesson = learnFromDate(draft.memory.belief, { ...times, serverDate, run, timeoutMs })
  const known = { ...draft.memory, dates, belief: lesson.belief }
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
      const watched = seen.find(({ extension }) => extension === answer.extension)
      if (!wasDoubted(memory, answer.about) && isDoubtful(memory.state, watched))
        return doubted(dated, answer.about)
      if (watched === undefined) return absent(remembered(dated, { known }), times)
      const canWait = canAskWho(memory, at) && spareDelayMs <= rules.floorMs
      const stays = memory.doubted === 'everyone' ? memory.doubted : null
      return extensionTaken(remembered(dated, { known, doubted: stays }), watched, times, canWait)
    }
    case 'everyone':
      return everyoneTaken(dated, filledFrom(memory, answer.seen), times)
  }
}

/** Logs each kind of repair once, until it changes: the same response arrives every few seconds. */
function repairsLogged(draft: StepDraft, { answer, repairs }: Reached<Polled>): StepDraft {
  const text = repairs.map(({ path, what }) => `${path} ${what}`).join(', ')
  const before = draft.memory.repairs
  if (text === (before[answer.about] ?? '')) return draft
  const log = text === '' ? draft.log : [...draft.log, `the response was repaired: ${text}`]
  return { ...remembered(draft, { repairs: { ...before, [answer.about]: text } }), log }
}

/** Whether a request about everyone, out of turn, is likely to succeed. */
const canAskWho = ({ rules, wideFailedAt }: SessionMemory, at: number): boolean =>
  rules.settings.wideView && (wideFailedAt === null || at - wideFailedAt > MAX_PART_BACKOFF_MS)

/** The extensions of a response, filled in from the last one; and the watched one, for the next. */
function filledFrom(memory: SessionMemory, read: readonly ReadExtension[]) {
  const { known, surroundings } = memory
  const seen = filledIn(read, surroundings.team, known)
  // If the person isn't found, the next watched extension may be the previous one again.
  const watched = targetOf(memory) ?? known?.extension
  return { seen, known: seen.find(({ extension }) => extension === watched) ?? known }
}

function extensionTaken(
  draft: StepDraft,
  seen: SeenExtension,
  times: PollTimes,
  canWait: boolean,
): StepDraft {
  const { memory } = draft
  const person = followedPerson(memory.rules.settings)
  const another = person !== null && seen.onlineUserId !== person
  const known = another
    ? remembered(draft, { surroundings: personLost(memory.surroundings, times.receivedAt) })
    : draft
  // Whose calls these are is decided elsewhere; an extension that the person left shows that they left.
  if (another && seen.onlineUserId !== 0) return published(known, movedAway(memory.state), { poll: times })
  if (memory.held === null && canWait && ringIsGone(memory.state.calls, seen.calls))
    return remembered(known, { held: { seen, times, failure: null } })
  // The request about everyone may have to wait for another one about the extension.
  if (memory.held !== null && saysTheSame(memory.held, seen, times))
    return remembered(known, { held: { ...memory.held, failure: null } })
  return settled(known, seen, times)
}

const HELD_MS = 10_000 // a colleague's talk can still be seen then

/** Whether a response shows the same as the one held back, and that one isn't too old. */
const saysTheSame = (held: Held, seen: SeenExtension, { receivedAt }: PollTimes): boolean =>
  receivedAt - held.times.receivedAt < HELD_MS && dequal(seen, held.seen)

function everyoneTaken(
  draft: StepDraft,
  { seen: answer, known: watched }: ReturnType<typeof filledFrom>,
  times: PollTimes,
): StepDraft {
  const { memory } = draft
  const { rules, belief } = memory
  const surroundings = everyoneSeen(memory.surroundings, answer, times.receivedAt, belief, rules.settings)
  const taken = remembered(draft, { known: watched, wideFailedAt: null, held: null, surroundings })
  const is = targetOf(taken.memory)
  // If they logged out and in again before anything else was found, they never left.
  const was = targetOf(memory) ?? (memory.state.agent?.extension === is ? is : null)
  const [left, found] = [was, is].map((name) => answer.find(({ extension }) => extension === name))
  // A person seen at another extension is there, whatever happened at the previous one.
  const isLost = was !== null && left === undefined && (is === null || is === was)
  const isNew = was !== is && found !== undefined
  const isInDoubt =
    ((isLost || left !== undefined) && isDoubtful(memory.state, left)) ||
    (isNew && isDoubtful(NOTHING_KNOWN, found))
  if (isInDoubt && !wasDoubted(memory, 'everyone')) return doubted(draft, 'everyone')
  const known = remembered(taken, { doubted: isLost ? 'extension' : null })
  if (was === is) {
    if (found !== undefined) return settled(known, found, times)
    return is === null ? nowhere(moved(known), times) : absent(known, times)
  }
  // The extension may now be someone else's: only if nobody logged in there do its calls belong to the person.
  const stillCounts =
    left !== undefined && (left.onlineUserId === 0 || left.onlineUserId === followedPerson(rules.settings))
  const away = moved(stillCounts ? settled(known, left, times) : known)
  if (found === undefined) return nowhere(away, times)
  return settled(remembered(away, { lastSeen: null, lastRequestedAt: null }), found, times)
}

/** Whether what contradicts what is known does so for the second time. */
const wasDoubted = ({ doubted }: SessionMemory, about: RequestKind): boolean =>
  doubted === 'extension' || (doubted !== null && doubted === about)

/** A first contradiction of what is known counts as a failed request. */
const doubted = (draft: StepDraft, about: RequestKind): StepDraft =>
  notTaken(remembered(draft, { doubted: about }), about, INCOMPLETE)

/** A response that doesn't count: the next one decides, and what was held back for this one waits for it. */
function notTaken(draft: StepDraft, about: RequestKind, failure: Failure | Doubt): StepDraft {
  const failed = partNotTaken(draft, about, failure)
  const { state, held } = draft.memory
  if (!isAboutDesk(draft.memory, about)) return failed
  const noted = held === null ? failed : remembered(failed, { held: { ...held, failure } })
  return published(noted, reduceFailure(state, failure))
}

const partNotTaken = (draft: StepDraft, about: RequestKind, failure: Failure | Doubt): StepDraft =>
  about === 'extension'
    ? draft
    : remembered(draft, { surroundings: partFailed(draft.memory.surroundings, about, failure) })

/** Whether only this request shows the watched extension, or where the person is. */
const isAboutDesk = (memory: SessionMemory, about: RequestKind): boolean =>
  about === 'extension' || (about === 'everyone' && targetOf(memory) === null)

function failureTaken(
  draft: StepDraft,
  { about, failure, at }: Extract<SessionInput, { kind: 'failure' }>,
): StepDraft {
  const { memory } = draft
  const { state, held } = memory
  const isFirst = state.lastGoodAt !== null && !wasDoubted(memory, about) && isAboutDesk(memory, about)
  if (isFirst && isDoubtfulFailure(failure))
    return notTaken(remembered(draft, { doubted: about }), about, inDoubt(failure))
  if (about !== 'everyone') return notTaken(draft, about, failure)
  const noted = remembered(draft, { wideFailedAt: at })
  if (held === null) return notTaken(noted, about, failure)
  const counted = settled(partNotTaken(noted, about, failure), held.seen, held.times)
  return held.failure === null
    ? counted
    : published(counted, reduceFailure(counted.memory.state, held.failure))
}

function settled(draft: StepDraft, seen: SeenExtension, times: PollTimes): StepDraft {
  const { memory, change, log, answered } = settleExtension(draft.memory, draft.published, seen, times)
  const taken = { ...draft, memory, answered, knowsExtension: true, log: [...draft.log, ...log] }
  if (change === null) return { ...taken, published: memory.state }
  const { state, ...rest } = change
  return published(taken, state, rest)
}

/** A new watched extension about which nothing is known yet, while the rest stays: the person moved. */
const movedAway = (state: AgentState): AgentState => ({ ...state, agent: null, calls: [], lastGoodAt: null })

const moved = (draft: StepDraft): StepDraft => remembered(draft, { state: movedAway(draft.memory.state) })

/** A good response without an extension to watch: polling continues to see whether the person logs in somewhere. */
function nowhere(draft: StepDraft, times: PollTimes): StepDraft {
  const live = withConnection(draft.memory.state, { kind: 'live' })
  const next = { ...live, lastGoodAt: times.receivedAt }
  return { ...published(draft, next, { poll: times }), answered: times }
}

const absent = (draft: StepDraft, times: PollTimes): StepDraft =>
  published(remembered(draft, { lastSeen: null, held: null }), reduceAbsence(draft.memory.state), {
    poll: times,
  })
