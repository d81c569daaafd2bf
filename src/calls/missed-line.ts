import type { MissedCall } from '../../core/domain.ts'
import { roundedSeconds } from '../../core/words/formats.ts'
import { momentText } from '../../core/words/moment-text.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** The line under a missed call's number. How long it rang is known only if its end was seen. */
export function missedLine(missed: MissedCall, now: number, { calls, times, locale }: Words): string {
  const time = momentText(missed.endedAt, now, locale)
  const rang = roundedSeconds(missed.endedAt - missed.startedAt)
  return missed.endSeen === false ? calls.missedUnseen(time) : calls.missedAt(time, times.duration(rang))
}
