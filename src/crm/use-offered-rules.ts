import { computed, type ComputedRef } from 'vue'
import { rulesByHand } from '../../core/settings/rules-by-hand.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { useSettingsStore } from '../stores/settings.ts'

/** The rules with which a page can be opened by hand, in the order they are offered. */
export function useOfferedRules(): { readonly rules: ComputedRef<Settings['crmRules']> } {
  const store = useSettingsStore()
  return { rules: computed(() => rulesByHand(store.settings)) }
}
