import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { figure, type Figure } from './figure.ts'

/** How much memory `npm run watch` uses after this many calls. */
interface MemoryAfter {
  readonly calls: number
  readonly bytes: number
}

/** What is compiled and cached in the first hours isn't growth; it is the same after a week. */
const FIRST_HOURS = 4

/** V8 itself retains about 0.03 kB per call for compiled code; a call that was retained would be 1.5 kB. */
export const MOST_KB_A_CALL = 0.15

/** A simulated day of `npm run watch`, hour by hour, in its own process. */
export function watchADay(): readonly MemoryAfter[] {
  const args = ['--expose-gc', join(import.meta.dirname, 'watch-day.ts')]
  const lines = execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => {
    const [calls = Number.NaN, bytes = Number.NaN] = line.split(' ').map(Number)
    return { calls, bytes }
  })
}

/** By how many kB memory grows per call: the slope of the best-fitting straight line. */
export function kilobytesACall(day: readonly MemoryAfter[]): number {
  const late = day.slice(FIRST_HOURS)
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const calls = mean(late.map((one) => one.calls))
  const bytes = mean(late.map((one) => one.bytes))
  const together = mean(late.map((one) => (one.calls - calls) * (one.bytes - bytes)))
  return together / mean(late.map((one) => (one.calls - calls) ** 2)) / 1024
}

/** Memory growth per call over a day. */
export const benchWatchMemory = (): readonly Figure[] => [
  figure('memory of a simulated day of npm run watch, growth per call', kilobytesACall(watchADay()), {
    unit: 'kB',
    digits: 3,
    limit: MOST_KB_A_CALL,
  }),
]
