import { twoDigits } from './formats.ts'

const DAY = 86_400 // seconds
const NO_BREAK = '\u00a0'

/** How a language writes units of time. */
export interface TimeUnits {
  readonly seconds: string
  readonly minutes: string
  readonly hours: string
  readonly days: (count: number) => string
}

/** Durations in words; all take whole seconds, and none but `about` is broken across lines. */
export function durations(units: TimeUnits) {
  const join = (...parts: readonly (number | string)[]): string => parts.join(NO_BREAK)
  const hours = (seconds: number): string =>
    join(Math.floor(seconds / 3600), units.hours, twoDigits(Math.floor((seconds % 3600) / 60)), units.minutes)

  return {
    /** For example `14 s`, `3 min 04 s` or `1 h 02 min`. */
    exact(seconds: number): string {
      if (seconds < 60) return join(seconds, units.seconds)
      if (seconds >= 3600) return hours(seconds)
      return join(Math.floor(seconds / 60), units.minutes, twoDigits(seconds % 60), units.seconds)
    },
    /** Rounded, for example `3 min`. */
    roughly(seconds: number): string {
      if (seconds < 60) return join(seconds, units.seconds)
      const minutes = Math.round(seconds / 60)
      return minutes < 60 ? join(minutes, units.minutes) : hours(minutes * 60)
    },
    /** The error of a clock, for example `2 h`, `5 h 30 min`, `40 s` or `3 days`. */
    about(seconds: number): string {
      if (seconds >= DAY) return units.days(Math.round(seconds / DAY))
      if (seconds < 60) return `${seconds} ${units.seconds}`
      const minutes = Math.round(seconds / 60)
      const [whole, rest] = [Math.floor(minutes / 60), minutes % 60]
      return [whole > 0 ? `${whole} ${units.hours}` : '', rest > 0 ? `${rest} ${units.minutes}` : '']
        .filter(Boolean)
        .join(' ')
    },
  }
}
