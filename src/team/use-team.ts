import { computed, onScopeDispose, type ComputedRef } from 'vue'
import { filterTeam, type FoundTeam } from './filter-team.ts'
import { useTeamStore } from '../stores/team.ts'
import { useOnDocument } from '../parts/use-on-document.ts'
import { useAllWords } from '../composables/use-words.ts'

/**
 * The colleagues that the user searches for, updated as long as the caller lives; read again when the page is shown.
 */
export function useTeam(page: Document = document): ComputedRef<FoundTeam> {
  const store = useTeamStore()
  const words = useAllWords()
  onScopeDispose(store.start())
  // While the window was hidden nothing was sent to it.
  useOnDocument(page, 'visibilitychange', () => {
    if (page.visibilityState === 'visible') void store.read()
  })
  return computed(() =>
    filterTeam(store.team?.rows ?? [], {
      text: store.text,
      filter: store.filter,
      statusWord: words.value.agent.status,
    }),
  )
}
