import type { Sample } from './sample.ts'

export const MAX_HEAP_GROWTH = 2_000_000 // bytes, between the medians of the first and the last quarter

/** One thing that was watched all through the shift. */
export interface Course {
  readonly name: string
  readonly unit: string
  /** Medians of the four quarters. */
  readonly quarters: readonly number[]
  /** Of the last quarter over the first. */
  readonly growth: number
  /** The most it may grow; null where it is only shown. */
  readonly limit: number | null
}

/**
 * How main's process fared. Timers and sockets come and go with the work in hand, so handles and listeners are compared
 * by the least of each quarter: what leaks is there at the quietest moment, too.
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
    course(
      'main: handles',
      '',
      least((one) => one.handles.length),
      0,
    ),
    course(
      'main: emitters',
      '',
      least((one) => one.emitters),
      0,
    ),
    course(
      'main: listeners',
      '',
      least((one) => one.listeners),
      0,
    ),
    course('page: heap after collection', 'MB', megabytes(quarters(renderer, middle)), MAX_HEAP_GROWTH / 1e6),
  ]
}

/** Kinds of emitters of which there were more at the quietest moment of the last quarter than of the first. */
export function grownKinds(samples: readonly Sample[]): readonly string[] {
  const names = new Set(samples.flatMap(({ kinds }) => Object.keys(kinds)))
  return [...names].flatMap((name) => {
    const counts = quarters(
      samples.map(({ kinds }) => kinds[name] ?? 0),
      (values) => Math.min(...values),
    )
    return (counts[3] ?? 0) > (counts[0] ?? 0) ? [`${name}: ${counts.join(', ')}`] : []
  })
}

export const isHeld = ({ growth, limit }: Course): boolean => limit === null || growth <= limit

/** The table that is printed, a line for each. */
export function table(all: readonly Course[]): string {
  const head = row('', '1st quarter', '2nd', '3rd', '4th', 'growth', 'limit')
  const rows = all.map(({ name, unit, quarters, growth, limit }) => {
    const told = (value: number): string => (unit === '' ? String(value) : `${value.toFixed(2)} ${unit}`)
    const verdict = limit === null ? '–' : `${told(limit)} ${growth <= limit ? 'held' : 'NOT held'}`
    return row(name, ...quarters.map(told), told(growth), verdict)
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

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

const megabytes = (bytes: readonly number[]): readonly number[] => bytes.map((one) => one / 1e6)
