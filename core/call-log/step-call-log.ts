import { MINUTE_MS } from '../clock.ts'
import type { LogSpan } from './call-log-answer.ts'
import type { CallLogMemory } from './call-log-memory.ts'

const HOUR_MS = 60 * MINUTE_MS

/** A record appears a few minutes after the end of its call. */
export const LOG_LAG_MS = 5 * MINUTE_MS
/** Records that appear later than that are found by the next request, which overlaps the previous one by this. */
export const OVERLAP_MS = 30 * MINUTE_MS
/** After a common outage, the requests of all desks are spread over this. */
export const SPREAD_MS = 20 * MINUTE_MS
/** How often the log is read for rings that were too short for a poll. */
export const SWEEP_MS = 2 * HOUR_MS
/** A request that is overdue by this is also sent during a call. */
export const OVERDUE_MS = HOUR_MS
export const MAX_REQUESTS_AN_HOUR = 8
const GAP_MS = 5 * MINUTE_MS
const WANTED_GAP_MS = MINUTE_MS // for a user who presses the button again
const FIRST_WAIT_MS = 5 * MINUTE_MS
const MAX_WAIT_MS = 40 * MINUTE_MS

/** What the decision depends on. Times are epoch ms by this computer's clock. */
export interface CallLogSituation {
  /** The settings allow it, and the telephony API responds. */
  readonly mayRead: boolean
  readonly isLoggedIn: boolean
  readonly isInCall: boolean
  /** Blind spots that no response of the log covers yet. */
  readonly openSpans: readonly LogSpan[]
  /** When calls were last seen whose end or outcome isn't known. */
  readonly unresolved: readonly number[]
  /** Nothing from before is requested. */
  readonly oldest: number
}

export type CallLogInput = {
  readonly at: number
  /** 0 (included) to 1 (excluded). */
  readonly random: number
  readonly situation: CallLogSituation
} & (
  | { readonly kind: 'look' }
  /** The user wants it now. */
  | { readonly kind: 'wanted' }
  /** A response arrived. `covered`: what it is complete for; null for nothing. */
  | { readonly kind: 'read'; readonly covered: LogSpan | null; readonly longestCallMs: number }
  | { readonly kind: 'failed' }
)

export interface CallLogStep {
  readonly memory: CallLogMemory
  /** The span to request now, with one request at a time; null for none. */
  readonly request: LogSpan | null
  /** When to look again; null if only a change of the situation can cause a request. */
  readonly wakeAt: number | null
}

/** Something that a response of the log would show. */
interface Need extends LogSpan {
  readonly dueAt: number
  /** It was read, but incompletely: only this span is requested. */
  readonly isRest: boolean
}

type Memory = CallLogMemory & { readonly draw: number }

/** What to request from the call log, and when: only after gaps and rarely otherwise, when nobody is on the phone. */
export function stepCallLog(before: CallLogMemory, input: CallLogInput): CallLogStep {
  const memory = afterOutcome(followed(before, input), input)
  const { at, situation } = input
  if (!situation.mayRead) return { memory, request: null, wakeAt: null }
  const needs = needsOf(memory, situation, at)
  if (input.kind === 'wanted' && allowedAt(memory, WANTED_GAP_MS) <= at)
    return requested(memory, input, { from: at, to: at, dueAt: at, isRest: false }, needs)
  const next = needs.reduce<Need | null>(
    (first, one) => (first === null || one.dueAt < first.dueAt ? one : first),
    null,
  )
  if (next === null) return { memory, request: null, wakeAt: null }
  const quietAt = situation.isInCall ? next.dueAt + OVERDUE_MS : next.dueAt
  const sendAt = Math.max(quietAt, allowedAt(memory, GAP_MS))
  return sendAt > at ? { memory, request: null, wakeAt: sendAt } : requested(memory, input, next, needs)
}

const requested = (
  memory: Memory,
  { at, random, situation }: CallLogInput,
  next: Need,
  needs: readonly Need[],
): CallLogStep => ({
  memory: { ...memory, sent: [...memory.sent, at], draw: random },
  request: spanOf(next, needs, memory, situation, at),
  wakeAt: null,
})

/** The overlap of a request with the previous one, ms: a record appears after the end of its call. */
const overlapMs = ({ longestCallMs }: CallLogMemory): number => OVERLAP_MS + longestCallMs

/** Until when everything that `readAt` can have is known. */
export const settledAt = (memory: CallLogMemory, readAt: number): number => readAt - overlapMs(memory)

/** The memory at `at`, with who is logged in. A clock that was set back delays nothing. */
function followed(memory: CallLogMemory, { at, random, situation }: CallLogInput): Memory {
  const past = (time: number): number => Math.min(time, at)
  const { readTo, watched } = memory
  const seen = watched === null ? null : { from: past(watched.from), to: past(watched.to) }
  return {
    ...memory,
    readTo: readTo === null ? null : past(readTo),
    watched: situation.isLoggedIn ? { from: seen?.from ?? at, to: at } : seen,
    heldUntil: Math.min(memory.heldUntil, at + 2 * MAX_WAIT_MS),
    sent: memory.sent.map(past).filter((sentAt) => at - sentAt < HOUR_MS),
    draw: memory.draw ?? random,
  }
}

function afterOutcome(memory: Memory, input: CallLogInput): Memory {
  if (input.kind === 'failed' || (input.kind === 'read' && input.covered === null)) {
    const waitMs = Math.min(MAX_WAIT_MS, Math.max(FIRST_WAIT_MS, 2 * memory.waitMs))
    return { ...memory, waitMs, heldUntil: input.at + Math.round(waitMs * (1 + input.random)) }
  }
  if (input.kind !== 'read' || input.covered === null) return memory
  const readTo = Math.max(memory.readTo ?? 0, input.covered.to)
  const longestCallMs = Math.max(memory.longestCallMs, input.longestCallMs)
  const next = { ...memory, readTo, longestCallMs, waitMs: Math.floor(memory.waitMs / 2), heldUntil: 0 }
  return { ...next, watched: unreadOf(next, input.situation.isLoggedIn) }
}

/** What was watched and not read since, including late records. */
function unreadOf({ watched, readTo, longestCallMs }: Memory, isLoggedIn: boolean): Memory['watched'] {
  if (watched === null) return null
  const from = Math.max(watched.from, (readTo ?? 0) - OVERLAP_MS - longestCallMs)
  return isLoggedIn || from < watched.to ? { ...watched, from: Math.min(from, watched.to) } : null
}

/** When the limits allow the next request. */
function allowedAt({ heldUntil, sent }: CallLogMemory, gapMs: number): number {
  const last = sent.at(-1)
  const oldest = sent.at(-MAX_REQUESTS_AN_HOUR)
  return Math.max(
    heldUntil,
    last === undefined ? 0 : last + gapMs,
    oldest === undefined ? 0 : oldest + HOUR_MS,
  )
}

function needsOf(memory: Memory, situation: CallLogSituation, at: number): readonly Need[] {
  const { watched, readTo, draw } = memory
  const sweepAt = (readTo ?? watched?.from ?? at) + SWEEP_MS * (0.75 + draw / 2)
  const open = situation.openSpans.map((span): Need => {
    const dueAt = readAt(span.to, memory)
    return { ...span, dueAt: dueAt ?? sweepAt, isRest: dueAt === null }
  })
  const unresolved = situation.unresolved.map((to) => ({ from: to, to }))
  const over = situation.isLoggedIn || watched === null ? unresolved : [...unresolved, watched]
  return [
    ...open,
    ...over.flatMap((span): readonly Need[] => {
      const dueAt = readAt(span.to, memory)
      return dueAt === null ? [] : [{ ...span, dueAt, isRest: false }]
    }),
    ...(situation.isLoggedIn && watched !== null ? [{ ...watched, dueAt: sweepAt, isRest: false }] : []),
  ]
}

/**
 * When to read the log for what was over at `to`: once soon, and again when even late records are there. Null if both
 * have been done.
 */
function readAt(to: number, memory: Memory): number | null {
  const { readTo, draw } = memory
  const spreadMs = draw * SPREAD_MS
  if (readTo === null || readTo < to + LOG_LAG_MS) return to + LOG_LAG_MS + spreadMs
  return settledAt(memory, readTo) < to ? to + overlapMs(memory) + spreadMs : null
}

/** One request for everything, since the previous one and before. */
function spanOf(
  next: Need,
  needs: readonly Need[],
  memory: Memory,
  { oldest }: CallLogSituation,
  at: number,
): LogSpan {
  const { readTo, longestCallMs } = memory
  const wanted = needs.filter(({ isRest }) => isRest === next.isRest)
  const from = Math.min(next.from, ...wanted.map((one) => one.from)) - longestCallMs
  if (next.isRest) {
    const to = Math.max(next.to, ...wanted.map((one) => one.to)) + longestCallMs
    return { from: Math.max(oldest, from), to: Math.min(at, Math.max(to, oldest)) }
  }
  return { from: Math.max(oldest, Math.min(from, (readTo ?? at) - overlapMs(memory))), to: at }
}
