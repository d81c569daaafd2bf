import { describe, expect, it } from 'vitest'
import { dayText } from './day-text.ts'
import { en } from './en.ts'
import { momentText } from './moment-text.ts'

const NOW = new Date(2026, 2, 2, 10, 31).getTime()
const at = (...when: [number, number, number, number, number]): number => new Date(...when).getTime()

describe('dayText', () => {
  it.each([
    ['Today', at(2026, 2, 2, 0, 0)],
    ['Yesterday', at(2026, 2, 1, 23, 59)],
    ['Yesterday', at(2026, 2, 1, 0, 0)],
    ['Saturday, February 28', at(2026, 1, 28, 23, 59)],
    ['Wednesday, December 31, 2025', at(2025, 11, 31, 12, 0)],
  ])('calls it %s', (text, when) => expect(dayText(when, NOW, en)).toBe(text))
})

describe('momentText', () => {
  it('says the day only where it is not today', () => {
    expect(momentText(at(2026, 2, 2, 10, 14), NOW, 'en')).toBe('10:14')
    expect(momentText(at(2026, 1, 20, 10, 14), NOW, 'en')).toBe('Feb 20, 10:14')
    expect(momentText(at(2025, 1, 20, 10, 14), NOW, 'en')).toBe('Feb 20, 2025, 10:14')
  })
})
