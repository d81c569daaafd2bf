import { watch, watchEffect } from 'vue'
import { useSettingsStore } from '../stores/settings.ts'
import { useWordsOnScreen } from '../composables/use-words.ts'

/** Sets language, direction and theme on the page itself, where styles and screen readers look for them. */
export function usePageAttributes(page: Document): void {
  const store = useSettingsStore()
  const words = useWordsOnScreen()

  watch(
    () => store.view?.language,
    (code) => {
      if (code !== undefined) void words.speak(code)
    },
  )
  watchEffect(() => {
    const root = page.documentElement
    root.lang = new Intl.Locale(words.current.value.locale).baseName
    root.dir = words.current.value.direction
    page.title = words.current.value.appName
    if (store.settings.theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = store.settings.theme
  })
}
