/** Seeded random numbers: the same seed and stream give the same numbers, in the same order, on every machine. */
export interface Random {
  /** 0 (included) to 1 (excluded). */
  next(): number
  /** An integer from 0 to `count` - 1. */
  below(count: number): number
  between(low: number, high: number): number
  chance(share: number): boolean
  /** One of a list; throws RangeError on an empty one. */
  pick<T>(list: readonly T[]): T
  /** Up to `count` different elements of a list. */
  sample<T>(list: readonly T[], count: number): T[]
  /** Gaps of a Poisson process, in the unit of `mean`. */
  exponential(mean: number): number
  /** Spread like human durations; `sigma` is that of the logarithm. */
  lognormal(median: number, sigma: number): number
  /** `length` lower-case hexadecimal digits. */
  hex(length: number): string
}

const UINT32 = 2 ** 32

/** FNV-1a: turns a stream's name into 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}

/** sfc32 (Chris Doty-Humphrey's small fast counter): quick, long-lived, four words of state. */
function sfc32(seed: number, stream: number): () => number {
  let a = seed >>> 0
  let b = Math.floor(seed / UINT32) >>> 0
  let c = stream
  let counter = 1
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next() // the first numbers of similar seeds are similar
  return next
}

/** Random numbers for one seed; other streams of the same seed are independent of it. */
export function createRandom(seed: number, stream = ''): Random {
  const draw = sfc32(seed, hash(stream))
  const next = (): number => draw() / UINT32
  const below = (count: number): number => Math.floor(next() * count)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

  function pick<T>(list: readonly T[]): T {
    const found = list[below(list.length)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }

  function sample<T>(list: readonly T[], count: number): T[] {
    const rest = [...list]
    const taken: T[] = []
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(below(rest.length), 1))
    return taken
  }

  return {
    next,
    below,
    pick,
    sample,
    between: (low, high) => low + next() * (high - low),
    chance: (share) => next() < share,
    exponential: (mean) => -mean * Math.log(1 - next()),
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    hex: (length) => Array.from({ length }, () => below(16).toString(16)).join(''),
  }
}
