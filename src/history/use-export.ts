import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { Exported, ExportFormat } from '../../core/contract.ts'
import { leftToRight } from '../../core/words/formats.ts'
import { useAnnouncerStore } from '../stores/announcer.ts'
import { useHistoryStore } from '../stores/history.ts'
import type { Told } from '../account/account-answer.ts'
import { useWords } from '../composables/use-words.ts'

/** Writes the history to a file, and tells what came of it as long as the caller lives; it is said aloud in any case. */
export function useExport(): {
  readonly told: Readonly<Ref<Told | null>>
  /** A file was written, and can be shown. */
  readonly done: ComputedRef<boolean>
  readonly write: (format: ExportFormat) => Promise<void>
} {
  const store = useHistoryStore()
  const announcer = useAnnouncerStore()
  const words = useWords()
  const told = shallowRef<Told | null>(null)

  async function write(format: ExportFormat): Promise<void> {
    told.value = { tone: 'neutral', text: words.value.history.export.writing }
    const answer = await store.write(format)
    told.value = tell(answer)
    if (told.value !== null) announcer.say(told.value.text)
  }

  function tell(answer: Exported): Told | null {
    const { done, failed } = words.value.history.export
    switch (answer.kind) {
      case 'exported':
        return { tone: 'good', text: done(leftToRight(answer.file)) }
      case 'cancelled':
        return null
      case 'failed':
        return { tone: 'bad', text: failed }
    }
  }

  return { told, done: computed(() => told.value?.tone === 'good'), write }
}
