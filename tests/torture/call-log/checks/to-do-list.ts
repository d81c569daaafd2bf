import { MAX_MISSED } from '../../../../core/limits.ts'
import type { HistoryCall } from '../../../../core/history/history-call.ts'
import { callerKey } from '../../../../core/phone/caller-key.ts'
import type { Violation } from '../../violation.ts'
import type { Evening } from '../evening.ts'

const RULE = 'missed calls are a to-do list'

const SEEN_LATE_MS = 30_000

/** All missed calls are in the list, except those that were dismissed; and it says who was called back, and nobody else. */
export function toDoList({ at, stored, world, missed, dismissed }: Evening): readonly Violation[] {
  const say = (key: string, what: string): Violation => ({ rule: RULE, at, what: `${key} ${what}` })
  const listed = new Map(missed.map((call) => [call.key, call]))
  const rows = new Map(stored.map((call) => [call.key, call]))
  const last = new Map(dismissed.map((one) => [one.call, one]))
  const wanted = stored.filter((row) => row.outcome === 'missed' && row.dismissed !== true)
  return [
    ...(wanted.length > MAX_MISSED ? [] : wanted.filter(({ key }) => !listed.has(key))).map(({ key }) =>
      say(key, 'was missed, and is not in the list'),
    ),
    // A call whose id arrives later has another key from then on.
    ...[...last.values()].flatMap(({ at: dismissedAt, call, isDismissed }) => {
      const row = rows.get(call)
      const rangAgain = world.some(
        ({ key, starts }) =>
          key === call && starts.slice(1).some((from) => from > dismissedAt - SEEN_LATE_MS),
      )
      if (rangAgain || row?.outcome !== 'missed' || (row.dismissed === true) === isDismissed) return []
      return [
        say(call, isDismissed ? 'was dismissed, and is in the list' : 'was put back, and is not in the list'),
      ]
    }),
    ...missed
      .filter(({ outcome }) => outcome !== 'missed')
      .map(({ key, outcome }) => say(key, `is in the list, but was ${outcome ?? 'live'}`)),
    ...missed.flatMap((call) => {
      const talk = laterTalk(call, stored)
      if ((call.calledBack === undefined) === (talk === undefined)) return []
      return [say(call.key, talk === undefined ? 'was not called back' : `was called back by ${talk.key}`)]
    }),
  ]
}

/** A talk with the same caller, seen or logged, that was answered after the missed call began: it may have rung before. */
function laterTalk(call: HistoryCall, stored: readonly HistoryCall[]): HistoryCall | undefined {
  const caller = callerKey(call.phone)
  if (caller === null) return undefined
  return stored.find(
    (one) =>
      one.key !== call.key &&
      one.answeredBy === undefined &&
      (one.talkSeconds + one.holdSeconds > 0 || (one.logged?.polled?.talkSeconds ?? 0) > 0) &&
      (one.answeredAt ?? one.startedAt) > call.startedAt &&
      callerKey(one.phone) === caller,
  )
}
