import { watch } from 'vue'
import { useAnnouncerStore } from '../stores/announcer.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useWatchStore } from '../stores/watch.ts'
import { announcement } from './announcement.ts'
import { connectionWord } from './connection-word.ts'
import { useWords } from './use-words.ts'

/** Says aloud what changes: a ring at once, all else in its turn. */
export function useAnnouncements(): void {
  const watched = useWatchStore()
  const announcer = useAnnouncerStore()
  const settings = useSettingsStore()
  const words = useWords()

  watch(
    () => watched.state,
    (now, before) => {
      if (now === null) return
      const said = announcement(
        before?.watch.calls ?? null,
        now.watch.calls,
        words.value,
        settings.settings.numberFormat,
      )
      const turned = before != null && before.watch.connection.kind !== now.watch.connection.kind
      const connection = turned ? [connectionWord(now.watch.connection, words.value)] : []
      const polite = [...said.polite, ...connection]
      if (said.assertive.length > 0) announcer.call(said.assertive.join('. '))
      if (polite.length > 0) announcer.say(polite.join('. '))
    },
    { immediate: true },
  )
}
