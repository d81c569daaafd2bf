import type { ClockReport } from '../domain.ts'
import type { ClockBelief } from './api-clock.ts'

/**
 * The report of a belief, as of `at` (epoch ms by this computer's clock). While nothing has changed, it is the object
 * `before`.
 */
export function clockReport(
  before: ClockReport | null,
  { offset, computer }: ClockBelief,
  at: number,
): ClockReport {
  const same =
    before?.offsetMinutes === offset.minutes &&
    before.computerErrorMs === computer.errorMs &&
    before.source === offset.source
  if (same) return before
  return {
    offsetMinutes: offset.minutes,
    computerErrorMs: computer.errorMs,
    source: offset.source,
    since: at,
  }
}

/** A changed belief as a line for the log, such as `clock: offset +120 → +180 min, from ring, computer +3.2 s`. */
export function clockLine(before: ClockReport | null, now: ClockReport): string {
  const offset = change(before?.offsetMinutes, now.offsetMinutes, signed)
  const computer = change(before?.computerErrorMs, now.computerErrorMs, (ms) => signed(tenths(ms)))
  return `clock: offset ${offset} min, from ${now.source}, computer ${computer} s`
}

function change(before: number | undefined, now: number, written: (value: number) => string): string {
  return before === undefined || before === now ? written(now) : `${written(before)} → ${written(now)}`
}

const tenths = (ms: number): number => Math.round(ms / 100) / 10

const signed = (value: number): string => (value < 0 ? `${value}` : `+${value}`)
