import type { ClockReport } from '../../core/domain.ts'
import { momentText } from '../../core/words/moment-text.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

const RIGHT_MS = 2000 // the Date header counts whole seconds, and a response takes time to arrive

/** What Ringside has worked out about the account's clock and this computer's, a sentence each. */
export function clockLines(clock: ClockReport, now: number, words: Words): readonly string[] {
  const texts = words.report.clock
  return [
    texts.believed(offsetText(clock.offsetMinutes, words), texts.sources[clock.source]),
    computerText(clock.computerErrorMs, words),
    texts.since(momentText(clock.since, now, words.locale)),
  ]
}

function offsetText(minutes: number, words: Words): string {
  const texts = words.report.clock
  if (minutes === 0) return texts.same
  const duration = texts.duration(Math.abs(minutes) * 60)
  return minutes > 0 ? texts.ahead(duration) : texts.behind(duration)
}

function computerText(errorMs: number, words: Words): string {
  const texts = words.report.clock
  if (Math.abs(errorMs) <= RIGHT_MS) return texts.right
  const duration = texts.duration(Math.round(Math.abs(errorMs) / 1000))
  return errorMs > 0 ? texts.fast(duration) : texts.slow(duration)
}
