import type { ClockTold } from '../../core/domain.ts'
import { momentText } from '../../core/words/moment-text.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

const RIGHT_MS = 2000 // the Date header counts whole seconds, and an answer takes time to come

/** What Ringside believes of the account's clock and of this computer's, a sentence each. */
export function clockLines(clock: ClockTold, now: number, words: Words): readonly string[] {
  const told = words.report.clock
  return [
    told.believed(offsetText(clock.offsetMinutes, words), told.sources[clock.source]),
    computerText(clock.computerErrorMs, words),
    told.since(momentText(clock.since, now, words.locale)),
  ]
}

function offsetText(minutes: number, words: Words): string {
  const told = words.report.clock
  if (minutes === 0) return told.same
  const duration = told.duration(Math.abs(minutes) * 60)
  return minutes > 0 ? told.ahead(duration) : told.behind(duration)
}

function computerText(errorMs: number, words: Words): string {
  const told = words.report.clock
  if (Math.abs(errorMs) <= RIGHT_MS) return told.right
  const duration = told.duration(Math.round(Math.abs(errorMs) / 1000))
  return errorMs > 0 ? told.fast(duration) : told.slow(duration)
}
