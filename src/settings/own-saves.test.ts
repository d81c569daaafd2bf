import { expect, it } from 'vitest'
import { createOwnSaves } from './own-saves.ts'

/** Stored as `a`, and these sent since. */
function sending(...texts: readonly string[]) {
  const saves = createOwnSaves()
  saves.isNews('a')
  texts.forEach(saves.sent)
  return saves
}

it('takes reports of one’s own saves for no news, in their order, whatever else is reported in between', () => {
  const saves = sending('b', 'a', 'b')
  expect(['a', 'b', 'b', 'a', 'b'].map(saves.isNews)).toEqual([false, false, false, false, false])
  expect(saves.isLast('b')).toBe(true)
})

it('takes what somebody else stored for news, whatever was sent before it', () => {
  const saves = sending('b', 'c')
  expect(saves.isNews('x')).toBe(true)
  expect(saves.isNews('b')).toBe(true)
})

it('expects the later one of two equal saves when the first is refused', () => {
  const saves = sending('b', 'c', 'b')
  saves.refused('b')
  expect(['c', 'b'].map(saves.isNews)).toEqual([false, false])
})
