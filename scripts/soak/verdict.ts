import { percentile } from '../bench/figure.ts'
import type { Kind, Sample } from './sample.ts'

const MAX_HEAP_GROWTH = 2_000_000 // bytes, between the medians of the first and the last quarter

/** One quantity that was measured throughout the shift. */
export interface Course {
  readonly name: string
  readonly unit: string
  /** Medians of the four quarters. */
  readonly quarters: readonly number[]
  /** The last quarter minus the first. */
  readonly growth: number
  /** The most it may grow; null if it is only shown. */
  readonly limit: number | null
}

/**
 * How main's process developed. Timers and sockets come and go with the current work, so handles and listeners are
 * compared by the minimum of each quarter: a leak is there at the quietest moment, too.
 */
export function courses(samples: readonly Sample[], renderer: readonly number[]): readonly Course[] {
  const median = (of: (sample: Sample) => number): readonly number[] => quarters(samples.map(of), middle)
  const least = (of: (sample: Sample) => number): readonly number[] =>
    quarters(samples.map(of), (values) => Math.min(...values))
  return [
    course(
      'main: heap after collection',
      'MB',
      megabytes(median((one) => one.heapUsed)),
      MAX_HEAP_GROWTH / 1e6,
    ),
    course('main: outside the heap', 'MB', megabytes(median((one) => one.external)), MAX_HEAP_GROWTH / 1e6),
    course('main: resident', 'MB', megabytes(median((one) => one.rss)), null),
    course('main: handles', '', least(handles), 0),
    course('main: remaining emitters', '', least(count('emitters', isLasting)), 0),
    course('main: listeners on them', '', least(count('listeners', isLasting)), 0),
    course('main: pages', '', least(count('emitters', isPage)), PAGES),
    course('main: alerts in memory', '', least(count('emitters', isAlert)), ALERTS),
    course('page: heap after collection', 'MB', megabytes(quarters(renderer, middle)), MAX_HEAP_GROWTH / 1e6),
  ]
}

/** Kinds of emitters of which there were more at the quietest moment of the last quarter than of the first. */
export function grownKinds(samples: readonly Sample[]): readonly string[] {
  const names = new Set(samples.flatMap(({ kinds }) => Object.keys(kinds)))
  return [...names].flatMap((name) => {
    const counts = quarters(
      samples.map(({ kinds }) => kinds[name]?.emitters ?? 0),
      (values) => Math.min(...values),
    )
    return (counts[3] ?? 0) > (counts[0] ?? 0) ? [`${name}: ${counts.join(', ')}`] : []
  })
}

/** The window's page and the popup's: each exists at some moments and not at others. */
const PAGES = 2
/** Alerts stay in the system's list for two hours; there are at most this many in that time. */
const ALERTS = 8

const isPage = (name: string): boolean => name === 'BrowserWindow'
const isAlert = (name: string): boolean => name === 'Notification'
const isLasting = (name: string): boolean => !isPage(name) && !isAlert(name) && name !== 'HostContents'

const handles = (sample: Sample): number => sample.handles.length

const count =
  (what: keyof Kind, counts: (name: string) => boolean) =>
  ({ kinds }: Sample): number =>
    Object.entries(kinds).reduce((sum, [name, kind]) => sum + (counts(name) ? kind[what] : 0), 0)

export const isHeld = ({ growth, limit }: Course): boolean => limit === null || growth <= limit

/** The printed table, one line for each. */
export function table(all: readonly Course[]): string {
  const head = row('', '1st quarter', '2nd', '3rd', '4th', 'growth', 'limit')
  const rows = all.map(({ name, unit, quarters, growth, limit }) => {
    const formatted = (value: number): string => (unit === '' ? String(value) : `${value.toFixed(2)} ${unit}`)
    const verdict = limit === null ? '–' : `${formatted(limit)} ${growth <= limit ? 'met' : 'NOT met'}`
    return row(name, ...quarters.map(formatted), formatted(growth), verdict)
  })
  return [head, ...rows].join('\n')
}

const row = (name: string, ...cells: readonly string[]): string =>
  [name.padEnd(30), ...cells.map((cell) => cell.padStart(13))].join(' ')

function course(name: string, unit: string, of: readonly number[], limit: number | null): Course {
  return { name, unit, quarters: of, growth: (of[3] ?? Number.NaN) - (of[0] ?? Number.NaN), limit }
}

function quarters(values: readonly number[], by: (values: readonly number[]) => number): readonly number[] {
  return [0, 1, 2, 3].map((quarter) => {
    const from = Math.floor((values.length * quarter) / 4)
    return by(values.slice(from, Math.max(from + 1, Math.floor((values.length * (quarter + 1)) / 4))))
  })
}

const middle = (values: readonly number[]): number => percentile(values, 0.5)

const megabytes = (bytes: readonly number[]): readonly number[] => bytes.map((one) => one / 1e6)
