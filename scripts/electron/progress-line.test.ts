import { expect, it } from 'vitest'
import { createProgressLine } from './progress-line.ts'

const shownFor = (rewrites: boolean, totalBytes: number | null, sent: readonly number[]): string => {
  let text = ''
  const line = createProgressLine({ write: (part) => (text += part), rewrites })
  for (const transferredBytes of sent) line.show({ transferredBytes, totalBytes })
  line.end()
  return text
}

it('overwrites a terminal’s line when there is something new', () => {
  expect(shownFor(true, 120_000_000, [1_000_000, 1_000_100, 60_000_000])).toBe(
    '\r  1 of 120 MB (0 %)\r  60 of 120 MB (50 %)\n',
  )
})

it('writes a line for each tenth elsewhere', () => {
  expect(shownFor(false, 120_000_000, [1_000_000, 2_000_000, 13_000_000, 120_000_000])).toBe(
    '  1 of 120 MB (0 %)\n  13 of 120 MB (10 %)\n  120 of 120 MB (100 %)\n',
  )
})

it('shows bytes alone when the size is unknown', () => {
  expect(shownFor(false, null, [1_000_000, 11_000_000, 12_000_000])).toBe('  1 MB\n  11 MB\n')
})
