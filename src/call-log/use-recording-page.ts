import { computed, shallowRef, type ComputedRef } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import type { Feedback } from '../account/account-answer.ts'
import { useAnnouncerStore } from '../stores/announcer.ts'
import { useHistoryStore } from '../stores/history.ts'
import { useDebounce } from '../composables/use-debounce.ts'
import { useAllWords } from '../composables/use-words.ts'

const OPENED_MS = 1500 // long enough to read one word

/** Opens a call's recording in the browser, and shows for a moment that it opened, or that it didn't. */
export function useRecordingPage(): {
  readonly opened: ComputedRef<boolean>
  readonly feedback: ComputedRef<Feedback | null>
  readonly open: (call: CallKey) => Promise<void>
} {
  const history = useHistoryStore()
  const announcer = useAnnouncerStore()
  const words = useAllWords()
  const later = useDebounce()
  const answer = shallowRef<boolean | null>(null)
  return {
    opened: computed(() => answer.value === true),
    feedback: computed(() =>
      answer.value === false ? { tone: 'bad', text: words.value.callLog.notOpened } : null,
    ),
    async open(call) {
      later.cancel()
      answer.value = await history.openRecording(call)
      if (!answer.value) return
      announcer.say(words.value.callLog.opened)
      later.run(OPENED_MS, () => (answer.value = null))
    },
  }
}
