import { shallowRef, type Ref } from 'vue'
import type { Feedback } from '../account/account-answer.ts'
import { useDebounce } from '../composables/use-debounce.ts'
import { useWords } from '../composables/use-words.ts'
import { useAnnouncerStore } from '../stores/announcer.ts'

const SHOWN_MS = 10_000 // that they are gone is visible: no need to show it for longer

/** Shows for a while, and announces, how many calls were deleted. */
export function useForgotten(): {
  readonly feedback: Readonly<Ref<Feedback | null>>
  readonly show: (calls: number) => void
} {
  const words = useWords()
  const later = useDebounce()
  const announcer = useAnnouncerStore()
  const feedback = shallowRef<Feedback | null>(null)

  function show(calls: number): void {
    const text = words.value.calls.deleted(calls)
    feedback.value = { tone: 'good', text }
    announcer.say(text)
    later.run(SHOWN_MS, () => (feedback.value = null))
  }

  return { feedback, show }
}
