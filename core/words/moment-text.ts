import { dayOf } from './day-text.ts'
import { timeOfDay } from './formats.ts'

/** A moment in a sentence: `10:14` if it is today, otherwise with its day, for example `20 Nov, 10:14`. Epoch ms. */
export function momentText(at: number, now: number, locale: string): string {
  if (dayOf(at) === dayOf(now)) return timeOfDay(at, locale)
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const year = sameYear ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...year,
  }).format(at)
}
