import { watch } from 'vue'
import { useHistoryStore } from '../stores/history.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useTeamStore } from '../stores/team.ts'

/** Empties the searches when privacy is turned on: a number or a name may stand in them. */
export function usePrivateSearch(): void {
  const settings = useSettingsStore()
  const history = useHistoryStore()
  const team = useTeamStore()
  watch(
    () => settings.settings.privacy,
    (on) => {
      if (!on) return
      history.text = ''
      team.text = ''
    },
  )
}
