import type { Call } from '../../core/domain.ts'
import { directionWord } from '../../core/words/direction-word.ts'
import { timeOfDay } from '../../core/words/formats.ts'
import type { StartWords as Words } from '../../core/words/words.ts'

/** The line under a call's name, such as `incoming · answered 10:31`. */
export function callLine(call: Call, words: Words): string {
  const transferred = call.transferredFrom === null ? '' : words.call.transferred
  return [direction(call, words), transferred, moment(call, words)].filter((part) => part !== '').join(' · ')
}

/** Left out if the state implies it: a ringing call is incoming, a dialled one outgoing. */
function direction(call: Call, words: Words): string {
  const said =
    (call.direction === 'incoming' && call.phase === 'ringing') ||
    (call.direction === 'outgoing' && call.phase === 'dialing')
  return said ? '' : directionWord(call.direction, words)
}

/** Left out before the call is answered: the timer counts from there. */
function moment(call: Call, words: Words): string {
  if (call.answeredAt !== null) return words.call.answeredAt(timeOfDay(call.answeredAt, words.locale))
  if (call.phase === 'ringing' || call.phase === 'dialing') return ''
  return words.call.startedAt(timeOfDay(call.startedAt, words.locale))
}
