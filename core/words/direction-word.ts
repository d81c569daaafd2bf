import type { Direction } from '../domain.ts'
import type { StartWords as Words } from './words.ts'

/** The direction of a call, in words; `''` if the API didn't say. */
export function directionWord(direction: Direction, words: Words): string {
  switch (direction) {
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
