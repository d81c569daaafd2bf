import { watchEffect } from 'vue'
import { useSettingsStore } from '../stores/settings.ts'
import { useWords } from './use-words.ts'

/** Keeps language, direction and theme on the page itself, where styles and screen readers look for them. */
export function usePage(page: Document): void {
  const store = useSettingsStore()
  const words = useWords()

  watchEffect(() => {
    const root = page.documentElement
    root.lang = words.value.locale
    root.dir = words.value.direction
    page.title = words.value.appName
    if (store.settings.theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = store.settings.theme
  })
}
