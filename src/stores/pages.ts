import { defineStore } from 'pinia'
import type { DryRun, PageOpened } from '../../core/contract.ts'
import type { CallKey } from '../../core/domain.ts'
import { useCompanion } from '../use-companion.ts'

/** CRM pages, which main opens. Null if main gave no response. */
export const usePagesStore = defineStore('pages', () => {
  const companion = useCompanion()
  return {
    /** Opens the page of the rule of that name, or of the first one that matches for null. */
    open: (call: CallKey, rule: string | null): Promise<PageOpened | null> =>
      companion.request('page:open', call, rule).catch(() => null),
    dryRun: (rules: readonly unknown[]): Promise<DryRun | null> =>
      companion.request('page:dry-run', rules).catch(() => null),
  }
})
