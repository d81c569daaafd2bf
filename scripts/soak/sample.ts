/** Main's process at one moment of the shift, after its garbage was collected. */
export interface Sample {
  /** Epoch ms by the fast clock. */
  readonly at: number
  readonly heapUsed: number
  readonly external: number
  readonly rss: number
  /** EventEmitters that are alive, by the name of their class. */
  readonly kinds: Readonly<Record<string, Kind>>
  /** What keeps the process busy, by kind, as Node names them. */
  readonly handles: readonly string[]
}

export interface Kind {
  readonly emitters: number
  /** What listens on all of them. */
  readonly listeners: number
}

/** Reads what was measured, a line of JSON each. What is no sample is left out. */
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
