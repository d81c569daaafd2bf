import { dayOf } from './day-text.ts'
import { timeOfDay } from './formats.ts'

/** A moment in a sentence: `10:14` when it is of today, else with its day, as `20 Nov, 10:14`. Epoch ms. */
export function momentText(at: number, now: number, locale: string): string {
  const time = timeOfDay(at, locale)
  if (dayOf(at) === dayOf(now)) return time
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const year = sameYear ? {} : ({ year: 'numeric' } as const)
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year }).format(at)
  return `${day}, ${time}`
}
