import type { Direction } from '../domain.ts'
import type { StartWords as Words } from './words.ts'

const WORDS = {
  incoming: 'incoming',
  outgoing: 'outgoing',
  'click-to-call': 'clickToCall',
  spy: 'spy',
} as const

/** The direction of a call, in words; `''` if the API didn't say. */
export const directionWord = (direction: Direction, { call }: Words): string =>
  direction === 'unknown' ? '' : call[WORDS[direction]]
