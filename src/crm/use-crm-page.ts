import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { PageOpened } from '../../core/contract.ts'
import type { CallKey } from '../../core/domain.ts'
import type { StartWords as Words } from '../../core/words/words.ts'
import { useAnnouncerStore } from '../stores/announcer.ts'
import { usePagesStore } from '../stores/pages.ts'
import type { Feedback } from '../account/account-answer.ts'
import { useDebounce } from '../composables/use-debounce.ts'
import { useWords } from '../composables/use-words.ts'

const OPENED_MS = 1500 // long enough to read one word; why a page did not open stays until the next try

/** Opens a page for a call, and shows the result: for a moment when it opened. `open`: by default a rule's page. */
export function useCrmPage(open = usePagesStore().open): {
  readonly opened: Readonly<Ref<boolean>>
  /** Why it did not; null if there is nothing to show. */
  readonly feedback: ComputedRef<Feedback | null>
  /** With the rule of that name; with the first one that matches for null. */
  readonly openPage: (call: CallKey, rule: string | null) => Promise<void>
} {
  const announcer = useAnnouncerStore()
  const words = useWords()
  const later = useDebounce()
  const answer = shallowRef<PageOpened | 'no-answer' | null>(null)

  async function openPage(call: CallKey, rule: string | null): Promise<void> {
    later.cancel()
    answer.value = null
    answer.value = (await open(call, rule)) ?? 'no-answer'
    if (answer.value === 'no-answer' || answer.value.kind !== 'opened') return
    announcer.say(words.value.crmPage.opened)
    later.run(OPENED_MS, () => (answer.value = null))
  }

  return {
    opened: computed(() => answer.value !== 'no-answer' && answer.value?.kind === 'opened'),
    feedback: computed(() => {
      const text = whyNot(answer.value, words.value)
      return text === null ? null : { tone: 'bad', text }
    }),
    openPage,
  }
}

function whyNot(answer: PageOpened | 'no-answer' | null, words: Words): string | null {
  if (answer === null) return null
  if (answer === 'no-answer') return words.window.noAnswer
  switch (answer.kind) {
    case 'opened':
      return null
    case 'refused':
      return words.crmPage.urls[answer.why]
    case 'failed':
    case 'no-such-rule':
    case 'no-such-call':
      return words.crmPage.answers[answer.kind]
  }
}
