import type { StartWords as Words } from './words.ts'

/**
 * The day of an epoch-ms instant, by this computer's clock: today, yesterday, otherwise its date; with the year if it
 * isn't this one.
 */
export function dayText(at: number, now: number, words: Words): string {
  if (dayOf(at) === dayOf(now)) return words.times.today
  if (dayOf(at) === dayOf(now, 1)) return words.times.yesterday
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(words.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at)
}

/** The start of the day of an instant, by this computer's clock; or of a day this many days earlier. */
export function dayOf(at: number, daysEarlier = 0): number {
  const day = new Date(at)
  // By the calendar, not by 24 hours: two days a year have 23 or 25.
  day.setDate(day.getDate() - daysEarlier)
  return day.setHours(0, 0, 0, 0)
}
