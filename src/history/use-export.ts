import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { Exported, ExportFormat } from '../../core/contract.ts'
import { leftToRight } from '../../core/words/formats.ts'
import { useAnnouncerStore } from '../stores/announcer.ts'
import { useHistoryStore } from '../stores/history.ts'
import type { Feedback } from '../account/account-answer.ts'
import { useAllWords } from '../composables/use-words.ts'

/** Writes the history to a file, and shows the result as long as the caller lives; it is announced in any case. */
export function useExport(): {
  readonly feedback: Readonly<Ref<Feedback | null>>
  /** A file was written, and can be shown. */
  readonly done: ComputedRef<boolean>
  readonly write: (format: ExportFormat) => Promise<void>
} {
  const store = useHistoryStore()
  const announcer = useAnnouncerStore()
  const words = useAllWords()
  const feedback = shallowRef<Feedback | null>(null)

  async function write(format: ExportFormat): Promise<void> {
    feedback.value = { tone: 'neutral', text: words.value.history.export.writing }
    const answer = await store.write(format)
    feedback.value = feedbackFor(answer)
    if (feedback.value !== null) announcer.say(feedback.value.text)
  }

  function feedbackFor(answer: Exported): Feedback | null {
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

  return { feedback, done: computed(() => feedback.value?.tone === 'good'), write }
}
