import { nextTick, onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { foundIn } from '../../core/found-in.ts'
import { useAllWords } from '../composables/use-words.ts'
import { WORD_FILES } from '../composables/word-files.ts'
import { englishOf } from './english-of.ts'
import { filterSettings, type IsFound } from './filter-settings.ts'

/**
 * Searches the settings on the page by what they say, and by what they would say in English: that is what help pages
 * and colleagues call them.
 */
export function useSettingsSearch(page: Readonly<ShallowRef<HTMLElement | null>>): {
  readonly text: Ref<string>
  /** How many settings are found; null without a search. */
  readonly found: Readonly<Ref<number | null>>
} {
  const words = useAllWords()
  const text = ref('')
  const found = ref<number | null>(null)
  const english = shallowRef<ReadonlyMap<string, string>>(new Map())

  async function learnEnglish(): Promise<void> {
    const shown = words.value
    const pairs =
      shown.locale === 'en'
        ? null
        : await WORD_FILES.all('en').then(
            (en) => englishOf(shown, en),
            () => null,
          )
    if (shown === words.value) english.value = pairs ?? new Map()
  }

  const isFound = (): IsFound => {
    const contains = foundIn(text.value)
    return (texts) => contains([...texts, ...texts.flatMap((one) => english.value.get(one) ?? [])])
  }

  function filter(): void {
    if (page.value === null) return
    const isOn = text.value.trim() !== ''
    const left = filterSettings(page.value, isOn ? isFound() : null)
    found.value = isOn ? left : null
  }

  // Parts of the page come and go as settings are changed.
  const changes = new MutationObserver(() => text.value.trim() !== '' && filter())
  watch(page, (element) => element !== null && changes.observe(element, { childList: true, subtree: true }))
  onScopeDispose(() => changes.disconnect())
  watch([text, words], ([typed, shown], [, before]) => {
    if (typed.trim() !== '' && (english.value.size === 0 || shown !== before)) void learnEnglish()
  })
  watch([text, words, english], () => void nextTick(filter), { flush: 'post' })
  return { text, found }
}
