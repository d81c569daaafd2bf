import type { PolicyKey } from '../../core/policy/policy-shapes.ts'

/** What a language says of the policies, for Windows' policy editor; English for docs/policy.md too. */
export interface PolicyWords {
  readonly category: string
  readonly supported: string
  readonly groups: Readonly<Record<PolicyGroup, string>>
  /** What each is called, and what it does; limits and defaults come from the settings. */
  readonly policies: Readonly<Record<PolicyKey, readonly [name: string, explanation: string]>>
  /** Values that are chosen from a list, and the names of what several values are set for. */
  readonly values: Readonly<Record<string, string>>
  readonly limits: (least: number, most: number) => string
  readonly byDefault: (value: string) => string
  /** How a list, and how JSON is written into several lines. */
  readonly list: string
  readonly json: string
}

/** The folders of the policy editor. */
export type PolicyGroup = 'account' | 'alerts' | 'window' | 'around' | 'outside' | 'kept'
