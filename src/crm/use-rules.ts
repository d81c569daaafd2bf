import { computed, type ComputedRef } from 'vue'
import type { Saved } from '../../core/contract.ts'
import type { CrmRule } from '../../core/crm/crm-rule.ts'
import { useSettingsStore } from '../stores/settings.ts'

/** The rules of the settings, and changes to their order. Each function returns the result of saving. */
export function useRules(): {
  readonly rules: ComputedRef<readonly CrmRule[]>
  readonly locked: ComputedRef<boolean>
  /** The rules with this one instead of the one shown at `index`, or after all others if none is shown there. */
  readonly withRule: (index: number, rule: CrmRule) => readonly CrmRule[]
  readonly save: (rules: readonly CrmRule[]) => Promise<Saved | null>
  readonly remove: (rule: CrmRule) => Promise<Saved | null>
  readonly move: (rule: CrmRule, by: 1 | -1) => Promise<Saved | null>
} {
  const store = useSettingsStore()
  const rules = computed(() => store.settings.crmRules)
  const latest = (): readonly CrmRule[] => store.latest.crmRules
  const save = (next: readonly CrmRule[]): Promise<Saved | null> => store.change({ crmRules: next })
  return {
    rules,
    locked: computed(() => store.isLocked('crmRules')),
    withRule(index, rule) {
      const shown = rules.value[index]
      if (shown === undefined) return [...latest(), rule]
      return latest().map((one) => (one.name === shown.name ? rule : one))
    },
    save,
    remove: ({ name }) => save(latest().filter((one) => one.name !== name)),
    move: (rule, by) => save(moved(latest(), rule, by)),
  }
}

function moved(rules: readonly CrmRule[], { name }: CrmRule, by: 1 | -1): readonly CrmRule[] {
  const from = rules.findIndex((one) => one.name === name)
  const rule = rules[from]
  if (rule === undefined || rules[from + by] === undefined) return rules
  return rules.toSpliced(from, 1).toSpliced(from + by, 0, rule)
}
