import type { Phone } from '../../core/domain.ts'
import type { HistoryPage, HistoryQuestion } from '../../core/history/history-question.ts'
import { callerKey } from '../../core/phone/caller-key.ts'

const PAGE = 200 // the most that main gives at once
const MOST_PAGES = 10 // two thousand calls of one caller: who has more need not know how many

/** How many calls of a caller are kept; `least`: there are more than were counted. */
export interface CallerCount {
  readonly calls: number
  readonly least: boolean
}

/** Counts the kept calls of this caller; null when main gave no answer, and for a withheld number. */
export async function countCaller(
  phone: Phone,
  read: (question: HistoryQuestion) => Promise<HistoryPage | null>,
): Promise<CallerCount | null> {
  const caller = callerKey(phone)
  if (caller === null) return null
  const text = phone.kind === 'number' ? phone.e164 : phone.received
  let calls = 0
  let question: HistoryQuestion = { text, filter: 'all', limit: PAGE }
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await read(question)
    if (page === null) return null
    // A search finds parts of numbers, and notes too: only this caller's own calls count.
    calls += page.calls.filter((call) => callerKey(call.phone) === caller).length
    if (page.next === null) return { calls, least: false }
    question = { ...question, before: page.next }
  }
  return { calls, least: true }
}
