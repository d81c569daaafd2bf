import type { PolledFacts } from '../../core/call-log/logged-facts.ts'
import type { HistoryCall } from '../../core/history/history-call.ts'
import { isolated } from '../../core/words/formats.ts'
import { momentText } from '../../core/words/moment-text.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'
import { shownText } from '../parts/shown-text.ts'

/** What the call log did for a call, in sentences: when it was filled in, and both accounts where they differ. */
export function callLogLines(call: HistoryCall, now: number, words: Words): readonly string[] {
  const { logged } = call
  if (logged === undefined) return []
  const { callLog } = words
  const at = momentText(logged.at, now, words.locale)
  if (logged.unseen) return [callLog.added(at)]
  const { polled } = logged
  if (polled === undefined) return call.endSeen ? [] : [callLog.completed(at)]
  return [
    callLog.completed(at),
    callLog.says(account(valuesOf(call, polled), words)),
    callLog.saw(account(polled, words)),
  ]
}

/** The call's own values, which are the log's, of what polls had shown differently. */
function valuesOf(call: HistoryCall, polled: PolledFacts): PolledFacts {
  const { outcome, talkSeconds, ringSeconds, answeredBy = '' } = call
  return {
    ...(polled.outcome === undefined || outcome === null ? {} : { outcome }),
    ...(polled.answeredBy === undefined ? {} : { answeredBy }),
    ...(polled.ringSeconds === undefined ? {} : { ringSeconds }),
    ...(polled.talkSeconds === undefined ? {} : { talkSeconds }),
  }
}

function account({ outcome, talkSeconds, ringSeconds, answeredBy }: PolledFacts, words: Words): string {
  const { history } = words
  const parts = [
    outcome === undefined ? '' : outcomeText(outcome, words),
    answeredBy === undefined || answeredBy === '' ? '' : history.answeredBy(isolated(shownText(answeredBy))),
    ringSeconds === undefined ? '' : history.rang(words.times.duration(ringSeconds)),
    talkSeconds === undefined ? '' : talkText(talkSeconds, words),
  ]
  return parts.filter((part) => part !== '').join(words.comma) || words.callLog.noColleague
}

const talkText = (seconds: number, { callLog, times }: Words): string =>
  seconds === 0 ? callLog.notTalked : callLog.talked(times.duration(seconds))

function outcomeText(outcome: NonNullable<PolledFacts['outcome']>, { history }: Words): string {
  const { missed, unanswered, ended: completed, lost: unknown } = history
  return { missed, unanswered, completed, unknown }[outcome]
}
