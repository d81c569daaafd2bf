import { ref, watch, type Ref } from 'vue'
import { useSettingsStore } from '../stores/settings.ts'

/** What is typed into a search. It is emptied when privacy is turned on: a number or a name may stand in it. */
export function privateText(): Ref<string> {
  const settings = useSettingsStore()
  const text = ref('')
  watch(
    () => settings.settings.privacy,
    (on) => on && (text.value = ''),
  )
  return text
}
