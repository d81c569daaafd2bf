import type { SettingProblem } from './setting-problem.ts'

/** One entry of the table of settings. */
export interface Setting<T, Shape extends SettingShape, Policy extends PolicyGroup | null> {
  readonly byDefault: T
  readonly shape: Shape
  /** Its group for administrators; null where a policy can't set it. */
  readonly policy: Policy
  readonly policyOnly: boolean
  /** If the organisation provides this secret, nobody else may set it: it decides where the secret is sent. */
  readonly boundBy: Secret | null
  readonly read: (raw: unknown) => Verdict<T>
}

/** A setting whose value is a list of entries: read-settings.ts leaves out bad entries and uses the others. */
export interface EntrySetting<T> extends Omit<Setting<T, EntryShape, PolicyGroup>, 'read'> {
  readonly read: null
}

type EntryShape = Extract<SettingShape, { kind: 'json' | 'list' }>

/** A value as it will be used, or why it can't be used. */
export type Verdict<T> =
  | { readonly ok: true; readonly value: T; readonly parts?: readonly PartProblem[] }
  | { readonly ok: false; readonly why: SettingProblem['why'] }

/** A part of a value that isn't used, by its name, while the others are. */
export interface PartProblem {
  readonly name: string
  readonly why: SettingProblem['why']
}

export const good = <T>(value: T): Verdict<T> => ({ ok: true, value })
export const bad = (why: SettingProblem['why']): Verdict<never> => ({ ok: false, why })

/** The shape of values, for forms: the settings page and Windows' policy editor. */
export type SettingShape =
  | { readonly kind: 'flag' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly whole: boolean }
  | { readonly kind: 'choice'; readonly among: readonly string[] }
  | { readonly kind: 'text'; readonly maxLength: number }
  /** Keys, such as `CommandOrControl+Alt+R`; `''` in a form, null in JSON, for none. */
  | { readonly kind: 'key' }
  /** Texts. Each of `words` may replace the complete list. */
  | { readonly kind: 'list'; readonly words: readonly string[] }
  | { readonly kind: 'json' }
  /** Several values of one kind, each under its own name. */
  | { readonly kind: 'group'; readonly keys: readonly string[]; readonly of: SettingShape }

/** The groups of policies, as the folders of Windows' policy editor and the sections of docs/policy.md. */
export type PolicyGroup = 'account' | 'alerts' | 'window' | 'dialling' | 'queues' | 'integrations' | 'program'

/** What a policy may contain besides settings: the API code, and the secret that signs the webhook's deliveries. */
export type Secret = 'code' | 'webhookSecret'
