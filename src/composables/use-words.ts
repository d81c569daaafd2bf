import { computed, type ComputedRef } from 'vue'
import { wordsFor, type Words } from '../../core/words/words.ts'
import { useSettingsStore } from '../stores/settings.ts'

/** Every sentence, in the language of the settings or of the system. */
export function useWords(): ComputedRef<Words> {
  const store = useSettingsStore()
  return computed(() => wordsFor(store.settings.language, navigator.languages))
}
