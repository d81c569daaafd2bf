import { computed, shallowRef, type ComputedRef } from 'vue'
import type { CallNotes } from '../../core/contract.ts'
import type { CallKey } from '../../core/domain.ts'
import type { HistoryCall } from '../../core/history/history-call.ts'
import { dayOf } from '../../core/words/day-text.ts'
import { keepRow } from '../parts/keep-row.ts'
import { useHistoryStore } from '../stores/history.ts'
import { useNotesStore } from '../stores/notes.ts'
import { useWatchStore } from '../stores/watch.ts'
import { useClock } from '../composables/use-clock.ts'
import { useRefetch } from '../composables/use-refetch.ts'

const SHOWN = 5 // below the live calls: what an agent still has in mind
const READ = 25 // live and missed ones are among them, and shown elsewhere

/**
 * Today's last ended calls that are not in the missed list and have no card `above`, newest first; plus
 * one that would be the next to drop off, as long as its note is being written.
 */
export function useEarlierToday(above: () => readonly CallKey[]): {
  readonly calls: ComputedRef<readonly HistoryCall[]>
  readonly read: () => Promise<void>
  /** Shows a saved note or label, before the history is read again. */
  readonly updateNotes: (key: CallKey, change: Partial<CallNotes>) => void
} {
  const store = useHistoryStore()
  const watched = useWatchStore()
  const notes = useNotesStore()
  const clock = useClock()
  const newest = shallowRef<readonly HistoryCall[]>([])

  async function read(): Promise<void> {
    const page = await store.read({ filter: 'all', limit: READ })
    if (page !== null) newest.value = page.calls
  }

  useRefetch(() => void read())
  const calls = computed((before?: readonly HistoryCall[]) => {
    const today = dayOf(clock.now())
    const elsewhere = new Set([...(watched.state?.missed ?? []).map(({ key }) => key), ...above()])
    const now = newest.value
      .filter((call) => call.endedAt !== null && call.startedAt >= today && !elsewhere.has(call.key))
      .slice(0, SHOWN)
    return elsewhere.has(notes.writing ?? '') ? now : keepRow(before ?? [], now, notes.writing)
  })
  const updateNotes = (key: CallKey, change: Partial<CallNotes>): void => {
    newest.value = newest.value.map((call) => (call.key === key ? { ...call, ...change } : call))
  }
  return { calls, read, updateNotes }
}
