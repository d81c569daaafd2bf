import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'
import { leftToRight } from '../../core/words/formats.ts'
import type { Feedback } from '../account/account-answer.ts'
import { useWords } from '../composables/use-words.ts'
import { useAnnouncerStore } from '../stores/announcer.ts'
import { useBookStore } from '../stores/book.ts'
import { importLines } from './import-lines.ts'

/** Imports and exports the address book, and shows the outcome. */
export function useBookFiles(): {
  readonly feedback: Readonly<Ref<Feedback | null>>
  /** A file was written, and can be shown. */
  readonly isWritten: ComputedRef<boolean>
  readonly isBusy: ComputedRef<boolean>
  readonly read: () => Promise<void>
  readonly write: () => Promise<void>
} {
  const book = useBookStore()
  const announcer = useAnnouncerStore()
  const words = useWords()
  const feedback = shallowRef<Feedback | null>(null)
  const written = shallowRef(false)

  function show(next: Feedback | null, isWritten: boolean): void {
    feedback.value = next
    written.value = isWritten
    if (next !== null) announcer.say(next.text)
  }

  return {
    feedback,
    isWritten: computed(() => written.value),
    isBusy: computed(() => feedback.value?.tone === 'neutral'),
    async read() {
      written.value = false
      feedback.value = { tone: 'neutral', text: words.value.book.importing }
      const imported = await book.import()
      show(importLines(imported, words.value), false)
    },
    async write() {
      written.value = false
      feedback.value = { tone: 'neutral', text: words.value.history.export.writing }
      const answer = await book.write()
      if (answer.kind === 'exported')
        show({ tone: 'good', text: words.value.history.export.done(leftToRight(answer.file)) }, true)
      else show(answer.kind === 'failed' ? { tone: 'bad', text: words.value.book.exportFailed } : null, false)
    },
  }
}
