import type { PolicyKey } from '../../core/policy/policies.ts'
import type { PolicyGroup } from '../../core/settings/setting.ts'

/** The texts about the policies in a language, for Windows' policy editor; English also for docs/policy.md. */
export interface PolicyWords {
  readonly category: string
  readonly supported: string
  readonly groups: Readonly<Record<PolicyGroup, string>>
  /** Each policy's name, and what it does; limits and defaults come from the settings. */
  readonly policies: Readonly<Record<PolicyKey, readonly [name: string, explanation: string]>>
  /** The names of list choices, and of the things for which several values are set. */
  readonly values: Readonly<Record<string, string>>
  readonly limits: (least: number, most: number) => string
  readonly byDefault: (value: string) => string
  /** How to write a list, or JSON, into several lines. */
  readonly list: string
  readonly json: string
}
