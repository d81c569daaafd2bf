import { MINUTE_MS } from '../clock.ts'
import { NOTHING_READ, type CallLogMemory, type ExtensionLog } from './call-log-memory.ts'
import type { Span, SpanOnExtension } from './span.ts'

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
/** A longer call delays nothing further: its end is seen, or it is read when somebody looks. */
const MAX_CALL_MS = 4 * HOUR_MS
const MAX_EXTENSIONS = 20 // desks of one person in a week

/** What the decision depends on. Times are epoch ms by this computer's clock. */
export interface CallLogSituation {
  /** The settings allow it, and the telephony API responds. */
  readonly mayRead: boolean
  /** The watched extension. */
  readonly extension: string
  readonly isLoggedIn: boolean
  readonly isInCall: boolean
  /** Blind spots that no response of the log covers yet. */
  readonly openSpans: readonly SpanOnExtension[]
  /** Calls whose end or outcome isn't known; `to`: when they were last seen. */
  readonly unresolved: readonly SpanOnExtension[]
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
  | {
      readonly kind: 'read'
      readonly extension: string
      readonly covered: Span | null
      readonly longestCallMs: number
    }
  | { readonly kind: 'failed' }
)

export interface CallLogStep {
  readonly memory: CallLogMemory
  /** What to request now, with one request at a time; null for nothing. */
  readonly request: SpanOnExtension | null
  /** When to look again; null if only a change of the situation can cause a request. */
  readonly wakeAt: number | null
}

/** Something that a response of the log would show. */
interface Need extends SpanOnExtension {
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
    return requested(memory, input, { ...situation, from: at, to: at, dueAt: at, isRest: false }, needs)
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
  request: { extension: next.extension, ...spanOf(next, needs, memory, situation.oldest, at) },
  wakeAt: null,
})

/** The overlap of a request with the previous one, ms: a record appears after the end of its call. */
const overlapMs = ({ longestCallMs }: Pick<CallLogMemory, 'longestCallMs'>): number =>
  OVERLAP_MS + longestCallMs

/** Until when a log that is read at `readAt` also has records that appear late. */
export const settledAt = (memory: Pick<CallLogMemory, 'longestCallMs'>, readAt: number): number =>
  readAt - overlapMs(memory)

const logOf = ({ logs }: CallLogMemory, extension: string): ExtensionLog =>
  logs.find((one) => one.extension === extension) ?? { extension, ...NOTHING_READ }

const withLog = (logs: CallLogMemory['logs'], log: ExtensionLog): CallLogMemory['logs'] =>
  [log, ...logs.filter(({ extension }) => extension !== log.extension)].slice(0, MAX_EXTENSIONS)

/** The memory at `at`, with who is logged in. A clock that was set back delays nothing. */
function followed(memory: CallLogMemory, { at, random, situation }: CallLogInput): Memory {
  const past = (time: number): number => Math.min(time, at)
  const logs = memory.logs.map(({ extension, readTo, watched }) => ({
    extension,
    readTo: readTo === null ? null : past(readTo),
    watched: watched === null ? null : { from: past(watched.from), to: past(watched.to) },
  }))
  const own = logOf({ ...memory, logs }, situation.extension)
  return {
    ...memory,
    logs: situation.isLoggedIn
      ? withLog(logs, { ...own, watched: { from: own.watched?.from ?? at, to: at } })
      : logs,
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
  const { extension, situation } = input
  const longestCallMs = Math.min(MAX_CALL_MS, Math.max(memory.longestCallMs, input.longestCallMs))
  const { readTo: before, watched } = logOf(memory, extension)
  const readTo = Math.max(before ?? 0, input.covered.to)
  const isWatched = situation.isLoggedIn && situation.extension === extension
  const unread = watched === null ? null : unreadOf(watched, settledAt({ longestCallMs }, readTo), isWatched)
  return {
    ...memory,
    logs: withLog(memory.logs, { extension, readTo, watched: unread }),
    longestCallMs,
    waitMs: Math.floor(memory.waitMs / 2),
    heldUntil: 0,
  }
}

/** What was watched and may still get late records. */
function unreadOf({ from, to }: Span, settledTo: number, isWatched: boolean): Span | null {
  return isWatched || settledTo < to ? { from: Math.min(to, Math.max(from, settledTo)), to } : null
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

function needsOf(
  memory: Memory,
  { extension, isLoggedIn, ...situation }: CallLogSituation,
  at: number,
): readonly Need[] {
  const open = situation.openSpans.map((span): Need => {
    const dueAt = readAt(span, memory)
    return { ...span, dueAt: dueAt ?? sweepAt(span.extension, memory, at), isRest: dueAt === null }
  })
  const watched = memory.logs.flatMap((log) =>
    log.watched === null ? [] : [{ extension: log.extension, ...log.watched }],
  )
  const isNow = (span: SpanOnExtension): boolean => isLoggedIn && span.extension === extension
  const sweeps = watched
    .filter(isNow)
    .map((span): Need => ({ ...span, dueAt: sweepAt(span.extension, memory, at), isRest: false }))
  const over = [...situation.unresolved, ...watched.filter((span) => !isNow(span))].flatMap(
    (span): readonly Need[] => {
      const dueAt = readAt(span, memory)
      return dueAt === null ? [] : [{ ...span, dueAt, isRest: false }]
    },
  )
  return [...open, ...sweeps, ...over]
}

/**
 * When to read the log for what was over at `to`: once soon, and again when even late records are there. Null if both
 * have been done.
 */
function readAt({ extension, to }: SpanOnExtension, memory: Memory): number | null {
  const { readTo } = logOf(memory, extension)
  const spreadMs = memory.draw * SPREAD_MS
  if (readTo === null || readTo < to + LOG_LAG_MS) return to + LOG_LAG_MS + spreadMs
  return settledAt(memory, readTo) < to ? to + overlapMs(memory) + spreadMs : null
}

/** When to read the log although nothing is known to be missing. */
function sweepAt(extension: string, memory: Memory, at: number): number {
  const { readTo, watched } = logOf(memory, extension)
  return (readTo ?? watched?.from ?? at) + SWEEP_MS * (0.75 + memory.draw / 2)
}

/** One request for everything on that extension, since the previous one and before. */
function spanOf(next: Need, needs: readonly Need[], memory: Memory, oldest: number, at: number): Span {
  const wanted = needs.filter((one) => one.isRest === next.isRest && one.extension === next.extension)
  const from = Math.min(next.from, ...wanted.map((one) => one.from)) - memory.longestCallMs
  if (next.isRest) {
    const to = Math.max(next.to, ...wanted.map((one) => one.to)) + memory.longestCallMs
    return { from: Math.max(oldest, from), to: Math.min(at, Math.max(to, oldest)) }
  }
  const { readTo } = logOf(memory, next.extension)
  return { from: Math.max(oldest, Math.min(from, settledAt(memory, readTo ?? at))), to: at }
}
