import { onScopeDispose, ref, type Ref } from 'vue'
import type { CallKey, CopyWhat } from '../../core/domain.ts'
import { useAnnouncerStore } from '../stores/announcer.ts'
import { useWatchStore } from '../stores/watch.ts'
import { useClock } from './use-clock.ts'
import { useWords } from './use-words.ts'

const FEEDBACK_MS = 1500 // long enough to read one word, short enough to copy again

export type CopyFeedback = 'none' | 'copied' | 'failed'

/** Copies details of calls, and says for a moment what came of the last one. */
export function useCopied(): {
  readonly feedback: Readonly<Ref<CopyFeedback>>
  readonly copy: (key: CallKey, what: CopyWhat) => Promise<void>
} {
  const watched = useWatchStore()
  const announcer = useAnnouncerStore()
  const words = useWords()
  const clock = useClock()
  const feedback = ref<CopyFeedback>('none')
  let forget: () => void = () => undefined
  onScopeDispose(() => forget())

  async function copy(key: CallKey, what: CopyWhat): Promise<void> {
    const answer = await watched.copy(key, what)
    const done = answer.kind === 'copied'
    feedback.value = done ? 'copied' : 'failed'
    announcer.say(done ? words.value.copy.copied : words.value.copy.failed)
    forget()
    forget = clock.after(FEEDBACK_MS, () => (feedback.value = 'none'))
  }

  return { feedback, copy }
}
