import type { EntryProblem } from '../templates/entry-problem.ts'

/** Something in a settings source that wasn't used, and why. */
export interface SettingProblem {
  readonly source: 'policy' | 'user'
  /** The setting, or the path within a list, such as `crmRules[2].when.prefix`. */
  readonly key: string
  readonly why:
    | 'unknown'
    | 'insecure-url'
    | 'not-a-url'
    | 'policy-only'
    | 'needed-elsewhere'
    | 'set-twice'
    | EntryProblem['why']
  /** For `template`: what is wrong, and where. */
  readonly error?: EntryProblem['error']
}
