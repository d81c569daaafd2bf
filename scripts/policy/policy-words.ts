import type { PolicyKey } from '../../core/policy/policies.ts'
import type { PolicyGroup } from '../../core/settings/setting.ts'
import type { LabelledKey } from '../../core/settings/settings.ts'

/** What a language says of the policies, for Windows' policy editor; English for docs/policy.md too. */
export interface PolicyWords {
  readonly category: string
  readonly supported: string
  readonly groups: Readonly<Record<PolicyGroup, string>>
  /** What the settings page calls them: it serves where `policies` says nothing else. */
  readonly labels: Readonly<Record<LabelledKey, string>>
  /** What else is to be said; limits and defaults come from the settings. */
  readonly policies: Readonly<
    Record<Exclude<PolicyKey, LabelledKey>, PolicyText> & Partial<Record<LabelledKey, PolicyText>>
  >
  /** Values that are chosen from a list, and the names of what several values are set for. */
  readonly values: Readonly<Record<string, string>>
  readonly limits: (least: number, most: number) => string
  readonly byDefault: (value: string) => string
  /** How a list, and how JSON is written into several lines. */
  readonly list: string
  readonly json: string
}

type PolicyText = readonly [name: string, explanation: string]

/** What a policy is called, and what it does; the explanation is empty where its name says it. */
export function policyText(
  { policies, labels }: PolicyWords,
  key: PolicyKey,
): { readonly name: string; readonly explanation: string } {
  const [name, explanation] = policies[key] ?? [label(labels, key), '']
  return { name, explanation }
}

const label = (labels: Readonly<Partial<Record<PolicyKey, string>>>, key: PolicyKey): string =>
  labels[key] ?? key
