import { defineStore } from 'pinia'
import type { DryRun, PageOpened } from '../../core/contract.ts'
import type { CallKey } from '../../core/domain.ts'
import type { PopupScreenTry } from '../../core/popup-screen/popup-screen-view.ts'
import { useCompanion } from '../use-companion.ts'

/** CRM pages, which main opens. Null if main gave no response. */
export const usePagesStore = defineStore('pages', () => {
  const companion = useCompanion()
  return {
    /** Opens the page of the rule of that name, or of the first one that matches for null. */
    open: (call: CallKey, rule: string | null): Promise<PageOpened | null> =>
      companion.request('page:open', call, rule).catch(() => null),
    /** Opens the page that the organisation's Popup Screen endpoint named. */
    openCustomer: (call: CallKey): Promise<PageOpened | null> =>
      companion.request('popup-screen:open', call).catch(() => null),
    /** Calls that endpoint about the last call, to try it. */
    tryPopupScreen: (): Promise<PopupScreenTry | null> =>
      companion.request('popup-screen:try').catch(() => null),
    dryRun: (rules: readonly unknown[]): Promise<DryRun | null> =>
      companion.request('page:dry-run', rules).catch(() => null),
  }
})
