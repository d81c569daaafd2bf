import { describe, expect, it } from 'vitest'
import { initials } from './initials.ts'

describe('initials', () => {
  it.each([
    ['Dana Levi', 'DL'],
    ['דנה לוי', 'דל'],
    ['Ringside', 'R'],
    ['dana bat-el  levi', 'DL'],
    ['Dana (Sales)', 'D'],
    ['', ''],
  ])('of “%s” are “%s”', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})
