import { ref, watch, type Ref } from 'vue'
import { useSettingsStore } from '../stores/settings.ts'

/** The text of a search. It is cleared when privacy is turned on: it may contain a number or a name. */
export function privateText(): Ref<string> {
  const settings = useSettingsStore()
  const text = ref('')
  watch(
    () => settings.settings.privacy,
    (on) => on && (text.value = ''),
  )
  return text
}
