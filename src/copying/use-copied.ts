import { ref, type Ref } from 'vue'
import type { Copied } from '../../core/contract.ts'
import { useAnnouncerStore } from '../stores/announcer.ts'
import { useDebounce } from '../composables/use-debounce.ts'
import { useWords } from '../composables/use-words.ts'

const FEEDBACK_MS = 1500 // long enough to read one word, short enough to copy again

export type CopyFeedback = 'none' | 'copied' | 'failed'

/** Shows for a moment the result of the last requested copy. */
export function useCopied(): {
  readonly feedback: Readonly<Ref<CopyFeedback>>
  readonly copy: (asked: Promise<Copied>) => Promise<void>
} {
  const announcer = useAnnouncerStore()
  const words = useWords()
  const later = useDebounce()
  const feedback = ref<CopyFeedback>('none')

  async function copy(asked: Promise<Copied>): Promise<void> {
    const answer = await asked
    const done = answer.kind === 'copied'
    feedback.value = done ? 'copied' : 'failed'
    announcer.say(done ? words.value.copy.copied : words.value.copy.failed)
    later.run(FEEDBACK_MS, () => (feedback.value = 'none'))
  }

  return { feedback, copy }
}
