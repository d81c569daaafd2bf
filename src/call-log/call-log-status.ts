import type { CallLogView } from '../../core/call-log/call-log-view.ts'
import { momentText } from '../../core/words/moment-text.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** How it goes with reading the call log, in sentences; none while it is switched off. */
export function callLogStatus(view: CallLogView, now: number, words: Words): readonly string[] {
  const { status } = words.callLog
  const time = (at: number): string => momentText(at, now, words.locale)
  if (view.state === 'off') return []
  if (view.state === 'no-address') return [status.noAddress]
  const next = view.nextAt === null || view.state === 'reading' ? [] : [status.nextAt(time(view.nextAt))]
  return [
    view.lastReadAt === null ? status.never : status.readAt(time(view.lastReadAt)),
    ...(view.state === 'reading' ? [status.reading] : problems(view.problem, words)),
    ...next,
  ]
}

/** Records whose odd details did no harm aren't mentioned. */
const LEFT_OUT: ReadonlySet<string> = new Set(['no-record', 'no-time', 'future', 'no-extension'])

function problems(
  problem: CallLogView['problem'],
  { callLog: { status, failure } }: Words,
): readonly string[] {
  if (problem === null) return []
  if (problem.kind === 'failed') return [failure(problem.failure)]
  const leftOut = problem.records.reduce((sum, { what, count }) => sum + (LEFT_OUT.has(what) ? count : 0), 0)
  const missing = problem.records.some(({ what }) => what === 'missing')
  return [...(missing ? [status.missing] : []), ...(leftOut > 0 ? [status.leftOut(leftOut)] : [])]
}
