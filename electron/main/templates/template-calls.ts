import type { AgentState, Call, CallKey, MissedCall } from '../../../core/domain.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { CustomerOf } from '../callers/caller-names.ts'
import { templateCall, type TemplateCall } from '../../../core/templates/template-call.ts'
import { templateCallFromHistory, missedTemplateCall } from './template-call-from-history.ts'

/** Calls as templates see them, from any source. */
export interface TemplateCalls {
  /** A live, missed or stored call; null if no longer known. */
  find(key: CallKey): TemplateCall | null
  /** The newest live call, otherwise the newest stored one; null if there is none. */
  last(): TemplateCall | null
}

export interface TemplateCallParts {
  readonly known: () => { readonly watch: AgentState; readonly missed: readonly MissedCall[] }
  readonly journal: () => Pick<Journal, 'call' | 'history'>
  readonly now: () => number
  readonly customerOf: CustomerOf
}

export function createTemplateCalls({ known, journal, now, customerOf }: TemplateCallParts): TemplateCalls {
  const asTemplate = (live: Call): TemplateCall =>
    templateCall(live, known().watch.agent?.name ?? '', now(), customerOf(live))

  return {
    find(key) {
      const { watch, missed } = known()
      const live = watch.calls.find((one) => one.key === key)
      if (live !== undefined) return asTemplate(live)
      const stored = journal().call(key)
      if (stored !== null) return templateCallFromHistory(stored)
      const listed = missed.find((one) => one.key === key)
      return listed === undefined ? null : missedTemplateCall(listed)
    },
    last() {
      const live = known().watch.calls.at(-1)
      if (live !== undefined) return asTemplate(live)
      const [newest] = journal().history({ filter: 'all', limit: 1 }).calls
      return newest === undefined ? null : templateCallFromHistory(newest)
    },
  }
}
