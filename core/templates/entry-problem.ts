import type { TemplateError } from './template.ts'

/** What was read of a setting with entries, and what wasn't used. */
export interface EntriesRead<T> {
  readonly value: T
  readonly problems: readonly EntryProblem[]
}

/** Something in a list of the settings or the policy that wasn't used. It quotes no value. */
export interface EntryProblem {
  /** Where, such as `crmRules[2].when.prefix`. */
  readonly path: string
  readonly why:
    | 'wrong-type'
    | 'missing'
    | 'unknown-key'
    | 'unknown-word'
    | 'out-of-range'
    | 'duplicate'
    | 'too-many'
    | 'template'
    | 'not-json'
    | 'not-a-host'
    | 'url'
  /** For `template`: what is wrong, and where. */
  readonly error?: TemplateError
}
