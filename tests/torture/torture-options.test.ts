import { expect, it } from 'vitest'
import { readTortureOptions } from './torture-options.ts'

it('reads how many shifts of which seed, and a single shift', () => {
  expect(readTortureOptions(['--shifts', '3', '--seed', '9', '--hours', '0.5'])).toEqual({
    seed: 9,
    hours: 0.5,
    shifts: [0, 1, 2],
  })
  expect(readTortureOptions(['--only', '17'])).toMatchObject({ shifts: [17], hours: 8 })
})

it('reads which faults to plant', () => {
  expect(readTortureOptions(['--planted'])).toEqual({ planted: '' })
  expect(readTortureOptions(['--planted', '--fault', 'a note'])).toEqual({ planted: 'a note' })
})

it.each([
  [['--foo'], "Unknown option '--foo'."],
  [['--shifts', '0'], '--shifts is a whole number from 1 to 1000000, not "0".'],
  [['--seed', '-1'], "Option '--seed' argument is ambiguous."],
  [['--hours', 'x'], '--hours is a number up to 48, not "x".'],
  [['--only', '1.5'], '--only is a shift\'s number, not "1.5".'],
])('says in one line what is wrong with %j', (args, line) => {
  expect(readTortureOptions(args)).toBe(line)
})
