import { computed, type ComputedRef } from 'vue'
import type { Call } from '../../core/domain.ts'
import { leftToRight, timeOfDay } from '../../core/words/formats.ts'
import type { Words } from '../../core/words/words.ts'
import { useWords } from './use-words.ts'

/** The line under a call's name, such as `incoming · answered 10:31`. */
export function useCallLine(call: () => Call): ComputedRef<string> {
  const words = useWords()
  return computed(() => callLine(call(), words.value))
}

function callLine(call: Call, words: Words): string {
  const transferred = call.transferredFrom === null ? '' : words.call.transferred
  return [direction(call, words), transferred, moment(call, words)].filter((part) => part !== '').join(' · ')
}

function direction(call: Call, words: Words): string {
  switch (call.direction) {
    case 'incoming':
      return words.call.incoming
    case 'outgoing':
      return words.call.outgoing
    case 'click-to-call':
      return words.call.clickToCall
    case 'spy':
      return words.call.spy
    case 'unknown':
      return ''
  }
}

function moment(call: Call, words: Words): string {
  const at = leftToRight(timeOfDay(call.answeredAt ?? call.startedAt, words.locale))
  return call.answeredAt === null ? words.call.startedAt(at) : words.call.answeredAt(at)
}
