/** Main's process at one moment of the shift, after garbage collection. */
export interface Sample {
  /** Epoch ms by the fast clock. */
  readonly at: number
  readonly heapUsed: number
  readonly external: number
  readonly rss: number
  /** Live EventEmitters, by the name of their class. */
  readonly kinds: Readonly<Record<string, Kind>>
  /** What keeps the process busy, by kind, as Node names them. */
  readonly handles: readonly string[]
}

export interface Kind {
  readonly emitters: number
  /** The number of listeners on all of them. */
  readonly listeners: number
}

/** Reads the measurements, one line of JSON each. Lines that aren't samples are skipped. */
export function readSamples(text: string): readonly Sample[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
    .filter(isSample)
}

const NUMBERS = ['at', 'heapUsed', 'external', 'rss']

const isSample = (value: unknown): value is Sample =>
  typeof value === 'object' &&
  value !== null &&
  NUMBERS.every((name) => typeof Reflect.get(value, name) === 'number') &&
  Array.isArray(Reflect.get(value, 'handles')) &&
  typeof Reflect.get(value, 'kinds') === 'object'
