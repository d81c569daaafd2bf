/** One argument of a request: what it may be, and its reader. */
export interface Argument<T> {
  readonly shape: ArgumentShape
  /** The value as passed on; undefined for anything else. */
  readonly read: (raw: unknown) => T | undefined
}

/** What an argument may be, as data: the fuzz test generates good and bad values from it. */
export type ArgumentShape =
  | { readonly kind: 'flag' }
  | { readonly kind: 'whole' | 'text'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly among: readonly (string | number | null)[] }
  /** A list of anything: the receiver reads its entries. */
  | { readonly kind: 'list'; readonly most: number }
  | { readonly kind: 'or-null'; readonly of: ArgumentShape }
  | { readonly kind: 'fields'; readonly of: Readonly<Record<string, ArgumentShape>> }

export const flag: Argument<boolean> = {
  shape: { kind: 'flag' },
  read: (raw) => (typeof raw === 'boolean' ? raw : undefined),
}

/** An integer from `least` to `most`. */
export const whole = (least: number, most = Number.MAX_SAFE_INTEGER): Argument<number> => ({
  shape: { kind: 'whole', least, most },
  read: (raw) =>
    typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= least && raw <= most ? raw : undefined,
})

/** A text of at least `least` and at most `most` UTF-16 units, as it is. */
export const text = (most: number, least = 0): Argument<string> => ({
  shape: { kind: 'text', least, most },
  read: (raw) => (typeof raw === 'string' && raw.length >= least && raw.length <= most ? raw : undefined),
})

export const choice = <T extends string | number | null>(...among: readonly T[]): Argument<T> => ({
  shape: { kind: 'choice', among },
  read: (raw) => among.find((one) => one === raw),
})

export const list = (most: number): Argument<readonly unknown[]> => ({
  shape: { kind: 'list', most },
  read: (raw) => (Array.isArray(raw) && raw.length <= most ? raw : undefined),
})

export const orNull = <T>({ shape, read }: Argument<T>): Argument<T | null> => ({
  shape: { kind: 'or-null', of: shape },
  read: (raw) => (raw === null ? null : read(raw)),
})

/** An object with these fields; other fields are dropped. */
export const fields = <T extends object>(of: { readonly [K in keyof T]: Argument<T[K]> }): Argument<T> => {
  const entries = Object.entries<Argument<unknown>>(of)
  const isWhole = (result: object): result is T => !Object.values(result).includes(undefined)
  return {
    shape: { kind: 'fields', of: Object.fromEntries(entries.map(([key, { shape }]) => [key, shape])) },
    read(raw) {
      if (typeof raw !== 'object' || raw === null) return undefined
      const result = Object.fromEntries(entries.map(([key, { read }]) => [key, read(Reflect.get(raw, key))]))
      return isWhole(result) ? result : undefined
    },
  }
}
