import type { PolicyKey } from '../../core/policy/policies.ts'
import type { PolicyGroup } from '../../core/settings/setting.ts'
import type { LabelledKey } from '../../core/settings/settings.ts'

/** The texts about the policies in a language, for Windows' policy editor; English also for docs/policy.md. */
export interface PolicyWords {
  readonly category: string
  readonly supported: string
  readonly groups: Readonly<Record<PolicyGroup, string>>
  /** The labels of the settings page: used wherever `policies` has nothing else. */
  readonly labels: Readonly<Record<LabelledKey, string>>
  /** Further explanations; limits and defaults come from the settings. */
  readonly policies: Readonly<
    Record<Exclude<PolicyKey, LabelledKey>, PolicyText> & Partial<Record<LabelledKey, PolicyText>>
  >
  /** The names of list choices, and of the things for which several values are set. */
  readonly values: Readonly<Record<string, string>>
  readonly limits: (least: number, most: number) => string
  readonly byDefault: (value: string) => string
  /** How to write a list, or JSON, into several lines. */
  readonly list: string
  readonly json: string
}

type PolicyText = readonly [name: string, explanation: string]

/** A policy's name and explanation; the explanation is empty if the name is enough. */
export function policyText(
  { policies, labels }: PolicyWords,
  key: PolicyKey,
): { readonly name: string; readonly explanation: string } {
  const [name, explanation] = policies[key] ?? [label(labels, key), '']
  return { name, explanation }
}

const label = (labels: Readonly<Partial<Record<PolicyKey, string>>>, key: PolicyKey): string =>
  labels[key] ?? key
