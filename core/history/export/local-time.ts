import { DAY_MS, MINUTE_MS } from '../../clock.ts'

/**
 * `2026-11-22 14:50:09`, by this computer's clock: the form that every spreadsheet reads as a time. In the hour that
 * is repeated when the clocks go back, with its offset, such as `2026-10-25 01:30:00+03:00`. `''` for null.
 */
export function localTime(at: number | null): string {
  if (at === null) return ''
  const time = new Date(at)
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-')
  const hour = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')
  return `${day} ${hour}${comesTwice(at) ? offset(at) : ''}`
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Whether the clock shows the same at another instant: one with the offset of the day before or after. */
function comesTwice(at: number): boolean {
  const own = minutesBehind(at)
  return [at - DAY_MS, at + DAY_MS].some((near) => {
    const other = minutesBehind(near)
    return other !== own && minutesBehind(at + (other - own) * MINUTE_MS) === other
  })
}

const minutesBehind = (at: number): number => new Date(at).getTimezoneOffset()

function offset(at: number): string {
  const behind = minutesBehind(at)
  const ahead = Math.abs(behind)
  return `${behind > 0 ? '-' : '+'}${two(Math.trunc(ahead / 60))}:${two(ahead % 60)}`
}
