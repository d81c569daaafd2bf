import { defineStore } from 'pinia'
import type { CallKey } from '../../core/domain.ts'
import { useCompanion } from '../use-companion.ts'

/** CRM pages, which main opens. Null if main gave no response. */
export const usePagesStore = defineStore('pages', () => {
  const companion = useCompanion()
  return {
    /** Opens the page of the rule of that name, or of the first one that matches for null. */
    open: (call: CallKey, rule: string | null) => companion.ask('page:open', call, rule),
    /** Opens the page that the organisation's Popup Screen endpoint named. */
    openCustomer: (call: CallKey) => companion.ask('popup-screen:open', call),
    /** Calls that endpoint about the last call, to try it. */
    tryPopupScreen: () => companion.ask('popup-screen:try'),
    dryRun: (rules: readonly unknown[]) => companion.ask('page:dry-run', rules),
  }
})
