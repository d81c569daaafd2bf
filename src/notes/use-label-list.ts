import { computed, onScopeDispose, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useSettingsStore } from '../stores/settings.ts'
import type { Feedback } from '../account/account-answer.ts'
import { readLabels } from './label-list.ts'
import { useDebounce } from '../composables/use-debounce.ts'
import { createOwnSaves } from '../settings/own-saves.ts'
import { useSaving } from '../settings/use-saving.ts'
import { useAllWords } from '../composables/use-words.ts'

const PAUSE_MS = 600 // a pause between two words of someone who types

/** The outcome labels as text, one per line, saved as they are typed. */
export function useLabelList(): {
  readonly text: Ref<string>
  /** Why the typed text is not saved. */
  readonly feedback: ComputedRef<Feedback | null>
  readonly saving: ComputedRef<Feedback | null>
  readonly restore: () => void
  readonly flush: () => void
} {
  const store = useSettingsStore()
  const words = useAllWords()
  const typing = useDebounce()
  const { saving, save } = useSaving()
  const inForce = computed(() => (store.view?.outcomeLabels ?? []).join('\n'))
  const text = ref('')
  const read = computed(() => readLabels(text.value, words.value))
  const feedback = computed((): Feedback | null =>
    read.value.wrong === null ? null : { tone: 'bad', text: read.value.wrong },
  )
  const saves = createOwnSaves()

  async function keep(): Promise<void> {
    if (read.value.wrong !== null) return
    const { labels } = read.value
    const sent = labels.join('\n')
    if (saves.isLast(sent)) return
    saves.sent(sent)
    if (!(await save(store.change({ outcomeLabels: labels })))) saves.refused(sent)
  }

  watch(
    inForce,
    (next) => {
      if (saves.isNews(next)) text.value = next
    },
    { immediate: true },
  )
  watch(text, () => typing.run(PAUSE_MS, () => void keep()))
  onScopeDispose(typing.flush)
  return {
    text,
    feedback,
    saving,
    restore: () => void save(store.change({ outcomeLabels: [] })),
    flush: typing.flush,
  }
}
