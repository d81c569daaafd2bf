import { computed, type ComputedRef } from 'vue'
import type { Saved } from '../../core/contract.ts'
import type { CrmRule } from '../../core/crm/crm-rule.ts'
import { useSettingsStore } from '../stores/settings.ts'

/** The rules of the settings, and changes to their order. Each function returns the result of saving. */
export function useRules(): {
  readonly rules: ComputedRef<readonly CrmRule[]>
  readonly locked: ComputedRef<boolean>
  /** The rules with this one at `index`, whether new or existing. */
  readonly withRule: (index: number, rule: CrmRule) => readonly CrmRule[]
  readonly save: (rules: readonly CrmRule[]) => Promise<Saved | null>
  readonly remove: (index: number) => Promise<Saved | null>
  readonly moveUp: (index: number) => Promise<Saved | null>
} {
  const store = useSettingsStore()
  const rules = computed(() => store.settings.crmRules)
  const latest = (): readonly CrmRule[] => store.latest.crmRules
  const save = (next: readonly CrmRule[]): Promise<Saved | null> => store.change({ crmRules: next })
  return {
    rules,
    locked: computed(() => store.isLocked('crmRules')),
    withRule: (index, rule) => {
      const shown = rules.value[index]
      if (shown === undefined) return [...latest(), rule]
      return latest().map((one) => (one === shown ? rule : one))
    },
    save,
    remove: (index) => save(latest().filter((one) => one !== rules.value[index])),
    moveUp: (index) => save(movedUp(latest(), rules.value[index])),
  }
}

function movedUp(rules: readonly CrmRule[], rule: CrmRule | undefined): readonly CrmRule[] {
  const index = rules.findIndex((one) => one === rule)
  return rule === undefined || index < 1 ? rules : rules.toSpliced(index, 1).toSpliced(index - 1, 0, rule)
}
