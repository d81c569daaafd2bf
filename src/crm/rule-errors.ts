import type { DryRun } from '../../core/contract.ts'
import type { SettingProblem } from '../../core/settings/setting-problem.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'
import { arePairs, type RuleDraft } from './rule-draft.ts'

export const RULE_FIELDS = ['name', 'url', 'hosts', 'did', 'queue', 'prefix', 'customdata'] as const

type RuleField = (typeof RULE_FIELDS)[number]

export type RuleErrors = Readonly<Partial<Record<RuleField, string>>>

/** The errors in the fields of the rule at `index`, in words. */
export function ruleErrors(draft: RuleDraft, index: number, run: DryRun | null, words: Words): RuleErrors {
  const found: Partial<Record<RuleField, string>> = {}
  for (const problem of run?.problems ?? []) {
    const field = fieldAt(problem.key, index)
    if (field !== null) found[field] ??= sentence(problem, run, words)
  }
  const { missing, 'not-a-pair': notAPair } = words.pages.errors
  if (draft.name.trim() === '') found.name = missing
  if (/^(https:\/*)?$/.test(draft.url.trim())) found.url = missing
  if (!arePairs(draft.customdata)) found.customdata = notAPair
  return found
}

/** The field of a path such as `crmRules[2].when.prefix[0]`; null for another rule's. */
function fieldAt(path: string, index: number): RuleField | null {
  const [, at, name] = /^crmRules\[(\d+)\]\.(?:when\.)?(\w+)/.exec(path) ?? []
  return Number(at) === index ? (RULE_FIELDS.find((field) => field === name) ?? null) : null
}

function sentence({ key, why, error }: SettingProblem, run: DryRun | null, words: Words): string {
  switch (why) {
    case 'template': {
      const { errors, error: errorAt } = words.templates
      return error === undefined ? errors['unknown-field'] : errorAt(errors[error.why], error.at + 1)
    }
    case 'url':
      return words.crmPage.urls[run?.refusals[key] ?? 'not-a-url']
    case 'wrong-type':
    case 'missing':
    case 'unknown-key':
    case 'unknown-word':
    case 'out-of-range':
    case 'duplicate':
    case 'too-many':
    case 'not-a-host':
      return words.pages.errors[why]
    case 'unknown':
    case 'insecure-url':
    case 'not-a-url':
    case 'policy-only':
    case 'needed-elsewhere':
    case 'set-twice':
    case 'not-json':
      return words.pages.errors['wrong-type']
  }
}
