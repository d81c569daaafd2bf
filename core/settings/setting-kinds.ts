import { bad, good } from './setting.ts'
import { typedText } from './typed-text.ts'
import type { EntrySetting, PolicyGroup, Secret, Setting, SettingShape, Verdict } from './setting.ts'

/** A kind of value: its shape, and its reader. Anything missing keeps its default. */
export interface Kind<T, Shape extends SettingShape = SettingShape> {
  readonly shape: Shape
  readonly read: (raw: unknown, byDefault: T) => Verdict<T>
}

interface Rules {
  readonly policyOnly?: boolean
  readonly boundBy?: Secret
}

/** An entry of the table: its default, its kind, and its group of policies (null: no policy may set it). */
export const setting = <T, Shape extends SettingShape, Policy extends PolicyGroup | null>(
  byDefault: NoInfer<T>,
  { shape, read }: Kind<T, Shape>,
  policy: Policy,
  { policyOnly = false, boundBy }: Rules = {},
): Setting<T, Shape, Policy> => ({
  ...{ byDefault, shape, policy, policyOnly, boundBy: boundBy ?? null },
  read: (raw) => read(raw, byDefault),
})

/** An entry of the table for a setting that is a list of entries; read-settings.ts needs a reader for it. */
export const entries = <T>(
  byDefault: T,
  shape: 'json' | 'list',
  policy: PolicyGroup,
  { policyOnly = false, boundBy }: Rules = {},
): EntrySetting<T> => ({
  ...{ byDefault, policy, policyOnly, boundBy: boundBy ?? null },
  shape: shape === 'json' ? { kind: 'json' } : { kind: 'list', words: [] },
  read: null,
})

export const flag: Kind<boolean, { readonly kind: 'flag' }> = {
  shape: { kind: 'flag' },
  read: (raw) => (typeof raw === 'boolean' ? good(raw) : bad('wrong-type')),
}

type Choice<T extends string> = { readonly kind: 'choice'; readonly among: readonly T[] }

/** One of these words, in the order in which they are offered. */
export const choice = <T extends string>(...among: readonly T[]): Kind<T, Choice<T>> => ({
  shape: { kind: 'choice', among },
  read(raw) {
    const word = among.find((candidate) => candidate === raw)
    return word === undefined ? bad(typeof raw === 'string' ? 'out-of-range' : 'wrong-type') : good(word)
  },
})

type NumberKind = Kind<number, Extract<SettingShape, { kind: 'number' }>>

/** An integer from `least` to `most`. */
export const whole = (least: number, most: number): NumberKind => ({
  shape: { kind: 'number', least, most, whole: true },
  read: (raw) => (Number.isInteger(raw) ? within(raw, least, most) : bad('wrong-type')),
})

/** A number from `least` to `most`. `readable`: the lowest accepted value, if it is later raised to `least`. */
export const decimal = (least: number, most: number, readable = least): NumberKind => ({
  shape: { kind: 'number', least, most, whole: false },
  read: (raw) => (Number.isFinite(raw) ? within(raw, readable, most) : bad('wrong-type')),
})

function within(raw: unknown, least: number, most: number): Verdict<number> {
  if (typeof raw !== 'number') return bad('wrong-type')
  return raw >= least && raw <= most ? good(raw) : bad('out-of-range')
}

export type TextKind = Kind<string, { readonly kind: 'text'; readonly maxLength: number }>

/** A text that matches `pattern`, without invisible characters. */
export const text = (pattern: RegExp, maxLength: number): TextKind => ({
  shape: { kind: 'text', maxLength },
  read(raw) {
    if (typeof raw !== 'string') return bad('wrong-type')
    const typed = typedText(raw)
    return typed.length <= maxLength && pattern.test(typed) ? good(typed) : bad('out-of-range')
  },
})

type Group<K extends string, Shape> = {
  readonly kind: 'group'
  readonly keys: readonly K[]
  readonly of: Shape
}

/** One value for each of the keys; missing ones keep their default. */
export const each = <K extends string, T, Shape extends SettingShape>(
  keys: readonly K[],
  of: Kind<T, Shape>,
): Kind<Readonly<Record<K, T>>, Group<K, Shape>> => ({
  shape: { kind: 'group', keys, of: of.shape },
  read(raw, byDefault) {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return bad('wrong-type')
    const result: Record<K, T> = { ...byDefault }
    for (const [name, one] of Object.entries(raw)) {
      const key = keys.find((known) => known === name)
      if (key === undefined) return bad('unknown-key')
      const verdict = of.read(one, byDefault[key])
      if (!verdict.ok) return verdict
      result[key] = verdict.value
    }
    return good(result)
  },
})
