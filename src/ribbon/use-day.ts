import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { DayView } from '../../core/contract.ts'
import { dayOf } from '../../core/words/day-text.ts'
import { useNow } from '../composables/use-now.ts'
import { useRefetch } from '../composables/use-refetch.ts'
import { useHistoryStore } from '../stores/history.ts'

const MINUTE_MS = 60_000

/** Today's calls until this minute, read again when something happens and at midnight; null before there are any. */
export function useDay(): ComputedRef<DayView | null> {
  const store = useHistoryStore()
  const now = useNow()
  const read = shallowRef<DayView | null>(null)
  const minute = computed(() => Math.floor(now.value / MINUTE_MS) * MINUTE_MS)

  async function refetch(): Promise<void> {
    const answer = await store.day()
    if (answer !== null) read.value = answer
  }

  useRefetch(() => void refetch())
  watch(() => dayOf(minute.value), refetch)
  return computed(() => {
    const day = read.value
    if (day === null || day.calls === 0 || dayOf(day.to) !== dayOf(minute.value)) return null
    return { ...day, to: Math.max(day.to, minute.value) }
  })
}
