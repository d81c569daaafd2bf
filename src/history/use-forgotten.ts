import { onScopeDispose, shallowRef, type Ref } from 'vue'
import type { Told } from '../account/account-answer.ts'
import { useClock } from '../composables/use-clock.ts'
import { useWords } from '../composables/use-words.ts'
import { useAnnouncerStore } from '../stores/announcer.ts'

const SHOWN_MS = 10_000 // what is gone can be seen to be gone: it need not be said for longer

/** Says for a while, on screen and aloud, how many calls were removed. */
export function useForgotten(): {
  readonly told: Readonly<Ref<Told | null>>
  readonly tell: (calls: number) => void
} {
  const words = useWords()
  const clock = useClock()
  const announcer = useAnnouncerStore()
  const told = shallowRef<Told | null>(null)
  let stop: () => void = () => undefined
  onScopeDispose(() => stop())

  function tell(calls: number): void {
    stop()
    const text = words.value.history.forget.done(calls)
    told.value = { tone: 'good', text }
    announcer.say(text)
    stop = clock.after(SHOWN_MS, () => (told.value = null))
  }

  return { told, tell }
}
