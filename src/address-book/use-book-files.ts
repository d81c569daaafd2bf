import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { Imported } from '../../core/address-book/book-requests.ts'
import type { Exported } from '../../core/contract.ts'
import { leftToRight } from '../../core/words/formats.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'
import type { Feedback } from '../account/account-answer.ts'
import { useAllWords } from '../composables/use-words.ts'
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
  const words = useAllWords()
  const state = shallowRef<State>({ kind: 'none' })
  const feedback = computed(() => feedbackFor(state.value, words.value))

  async function work(busy: State, request: () => Promise<Imported | Exported>): Promise<void> {
    state.value = busy
    state.value = await request()
    if (feedback.value !== null) announcer.say(feedback.value.text)
  }

  return {
    feedback,
    isWritten: computed(() => state.value.kind === 'exported'),
    isBusy: computed(() => feedback.value?.tone === 'neutral'),
    read: () => work({ kind: 'importing' }, book.import),
    write: () => work({ kind: 'writing' }, book.write),
  }
}

type State = Imported | Exported | { readonly kind: 'none' | 'importing' | 'writing' }

function feedbackFor(state: State, words: Words): Feedback | null {
  switch (state.kind) {
    case 'none':
      return null
    case 'importing':
      return { tone: 'neutral', text: words.book.importing }
    case 'writing':
      return { tone: 'neutral', text: words.history.export.writing }
    case 'exported':
      return { tone: 'good', text: words.history.export.done(leftToRight(state.file)) }
    case 'failed':
      return { tone: 'bad', text: words.book.exportFailed }
    case 'cancelled':
      return null
    case 'imported':
    case 'unreadable':
    case 'not-saved':
      return importLines(state, words)
  }
}
