import { shownCalls } from '../../shown-calls.ts'
import type { Violation } from '../../violation.ts'
import type { Evening } from '../evening.ts'
import { loginsSeen } from '../logins-seen.ts'
import { isSamePhone, matchCalls } from '../match-calls.ts'

const RULE = 'only their own calls'

/**
 * What only the log shows is a call from when the person for whom it was read was logged in there, as far as that was
 * seen, and whose caller wasn't forgotten since. Nothing else of a forgotten caller comes back either.
 */
export function onlyTheirs({
  at,
  stored,
  world,
  answers,
  taken,
  forgotten,
  clockRight,
}: Evening): readonly Violation[] {
  const logins = loginsSeen(taken)
  const shown = shownCalls(taken)
  const matched = matchCalls(stored, world, clockRight)
  return stored.flatMap((row) => {
    const call = matched.get(row) ?? null
    if (call === null) return []
    const say = (what: string): Violation => ({ rule: RULE, at, what: `${row.key} ${what}` })
    // Once the clock was set, the program can't know whether a call that only the log has was before or after, unless
    // polls had seen it: its id was deleted with it.
    const wasForgotten = forgotten.some(
      (one) =>
        call.endedAt < one.at &&
        (clockRight || row.startedAt <= one.clockAt || (row.logged?.unseen === true && shown.has(row.key))) &&
        isSamePhone(one.phone, call.phone),
    )
    if (wasForgotten) return [say('is stored, but its caller was forgotten since')]
    if (row.logged?.unseen !== true) return []
    const { before, after } = logins.around(call.extension, call.startedAt, call.endedAt)
    const around = clockRight ? [before, after] : logins.ever(call.extension)
    const readers = new Set(
      answers
        .filter(
          ({ kind, rows }) => kind === 'part' || rows.some((one) => call.ids.includes(String(one['CallID']))),
        )
        .map((answer) => logins.last(answer.at)),
    )
    const theirs = around.filter((id) => id !== null && id !== 0 && readers.has(id))
    const isTheirs = call.users.some((user) => theirs.includes(user) || (user === 0 && theirs.length > 0))
    return isTheirs ? [] : [say(`is stored from the log, but was that of ${call.users.join(', ')}`)]
  })
}
