import type { TeamRow } from '../../core/surroundings.ts'
import { isolated, shownPhone, timeOfDay } from '../../core/words/formats.ts'
import type { NumberFormat, Settings } from '../../core/settings/settings.ts'
import { statusText } from '../../core/words/status-text.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'
import { shownText } from '../parts/shown-text.ts'

const MAX_CALLER = 24 // characters: a longer name is truncated at its own end, whatever the direction of the line

/** The line under a colleague's name, such as `Talking · 072-277-6772` or `Lunch · since at least 12:02`. */
export function teamLine(
  row: TeamRow,
  words: Words,
  { numberFormat: format, statusNames }: Pick<Settings, 'numberFormat' | 'statusNames'>,
): string {
  const status = statusText(row.status, statusNames, words)
  const since = words.team.seenSince(timeOfDay(row.statusSince, words.locale))
  if (row.phase === 'free') {
    const free = row.status.word === 'login' ? words.team.free : status
    return [row.onlineUserId === 0 ? words.agent.nobody : free, since].join(' · ')
  }
  const more = row.calls > 1 ? [words.team.moreCalls(row.calls - 1)] : []
  const odd = row.status.word === 'login' ? [] : [status]
  return [words.call.phase(row.phase, ''), ...callerOf(row, words, format), ...more, ...odd].join(' · ')
}

function callerOf({ caller }: TeamRow, words: Words, format: NumberFormat): readonly string[] {
  if (caller === null) return []
  const number = shownText(shownPhone(caller.phone, format), MAX_CALLER)
  return [number === '' ? words.call.withheld : isolated(number)]
}
