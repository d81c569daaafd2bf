import { shallowRef, type Ref } from 'vue'
import type { ExportFormat } from '../../core/contract.ts'
import { leftToRight } from '../../core/words/formats.ts'
import { useAnnouncerStore } from '../stores/announcer.ts'
import { useHistoryStore } from '../stores/history.ts'
import type { Told } from '../account/account-answer.ts'
import { useWords } from '../composables/use-words.ts'

/** Writes the history to a file, and tells what came of it as long as the caller lives; it is said aloud in any case. */
export function useExport(): {
  readonly told: Readonly<Ref<Told | null>>
  readonly write: (format: ExportFormat) => Promise<void>
} {
  const store = useHistoryStore()
  const announcer = useAnnouncerStore()
  const words = useWords()
  const told = shallowRef<Told | null>(null)

  async function write(format: ExportFormat): Promise<void> {
    told.value = { tone: 'neutral', text: words.value.history.export.writing }
    const answer = await store.write(format)
    told.value =
      answer.kind === 'exported'
        ? { tone: 'good', text: words.value.history.export.done(leftToRight(answer.file)) }
        : { tone: 'bad', text: words.value.history.export.failed }
    announcer.say(told.value.text)
  }

  return { told, write }
}
