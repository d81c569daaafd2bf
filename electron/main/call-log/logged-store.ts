import type { CallLogAnswer } from '../../../core/call-log/call-log-answer.ts'
import type { FilledIn } from '../../../core/call-log/filled-in.ts'
import { settledAt } from '../../../core/call-log/step-call-log.ts'
import { trustedSpan, type SeenCallSpan } from '../../../core/call-log/trusted-span.ts'
import type { Clock } from '../../../core/clock.ts'
import { historyBatches } from '../../../core/history/export/history-batches.ts'
import { coursedMs } from '../../../core/history/logged/logged-ending.ts'
import type { Journal } from '../../../core/history/journal.ts'

/** A response to store. */
export interface LoggedAnswer extends Pick<CallLogAnswer, 'calls' | 'covered'> {
  readonly extension: string
  /** The longest call so far, ms. */
  readonly longestCallMs: number
}

export interface StoredAnswer {
  readonly filled: FilledIn
  /** The longest call of the response, ms. */
  readonly longestCallMs: number
}

const CALLS_AT_ONCE = 200 // they take some 30 ms to store
const MAX_BATCHES = 20 // two weeks of a busy agent

/** Stores what responses of the call log say, and for which span they say everything. */
export function createLoggedStore(
  clock: Clock,
  journal: () => Pick<Journal, 'history' | 'fillIn' | 'noteLogged'>,
): (answer: LoggedAnswer, signal: AbortSignal) => Promise<StoredAnswer> {
  /** In parts, so that the program stays responsive in between. */
  async function fillIn(
    { calls, covered }: LoggedAnswer,
    at: number,
    signal: AbortSignal,
  ): Promise<FilledIn> {
    const all: FilledIn[] = []
    for (let first = 0; first < calls.length; first += CALLS_AT_ONCE) {
      if (first > 0) await new Promise<void>((settle) => clock.after(0, settle))
      if (signal.aborted) break
      all.push(journal().fillIn(calls.slice(first, first + CALLS_AT_ONCE), at, covered?.from))
    }
    return {
      added: all.flatMap(({ added }) => added),
      corrected: all.flatMap(({ corrected }) => corrected),
      missed: all.flatMap(({ missed }) => missed),
      removed: all.reduce((sum, { removed }) => sum + removed, 0),
    }
  }

  /** The calls since `from` that polls saw to their end. */
  function seenCalls(from: number, extension: string): readonly SeenCallSpan[] {
    const seen: SeenCallSpan[] = []
    let batches = 0
    for (const calls of historyBatches(journal())) {
      for (const { ivrid, startedAt, endedAt, endSeen, logged, ...call } of calls)
        if (call.extension === extension && endedAt !== null && endSeen && logged?.unseen !== true)
          seen.push({ ivrid, startedAt, endedAt })
      if (++batches === MAX_BATCHES || calls.every(({ startedAt }) => startedAt < from)) break
    }
    return seen
  }

  return async (answer, signal) => {
    const { calls, covered, extension } = answer
    const at = clock.now()
    const filled = await fillIn(answer, at, signal)
    const longestCallMs = calls.reduce((longest, call) => Math.max(longest, coursedMs(call)), 0)
    if (covered !== null && !signal.aborted) {
      const trusted = trustedSpan(covered, calls, seenCalls(covered.from, extension), at)
      // Late records may still come for the time just before the request, and for a log that lags.
      const settledTo = settledAt({ longestCallMs: Math.max(answer.longestCallMs, longestCallMs) }, at)
      if (trusted !== null && trusted.from < settledTo)
        journal().noteLogged(trusted.from, Math.min(trusted.to, settledTo), at, extension)
    }
    return { filled, longestCallMs }
  }
}
