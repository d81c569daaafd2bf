import { watch } from 'vue'
import type { LoginWarning } from '../../core/surroundings.ts'
import { useAnnouncerStore } from '../stores/announcer.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { useWatchStore } from '../stores/watch.ts'
import { announcement } from './announcement.ts'
import { callerNews } from '../callers/caller-news.ts'
import { newStatusLine } from '../agent-status/status-request-line.ts'
import { connectionWord } from '../connection/connection-word.ts'
import { newRecordingWarnings } from '../recording-guard/new-recording-warnings.ts'
import { followedPersonLine } from '../agent/followed-person-line.ts'
import { useWords } from '../composables/use-words.ts'
import { placedCallLines } from '../dialling/placed-call-lines.ts'
import { loginWarningLine } from '../agent/login-warning-line.ts'

/** Announces changes: a ring at once, everything else in turn. */
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
      const named = callerNews(before ?? null, now, words.value)
      const turned = before != null && before.watch.connection.kind !== now.watch.connection.kind
      const connection = turned ? [connectionWord(now.watch.connection, words.value)] : []
      const line = followedPersonLine(now.location, words.value)
      const moved =
        before != null && line !== null && line !== followedPersonLine(before.location, words.value)
      const names = settings.settings.statusNames
      const loginLine = (warning: LoginWarning): string => loginWarningLine(warning, words.value, names)
      const announced = before?.warnings.map(loginLine) ?? []
      const warnings = now.warnings.map(loginLine)
      const status = newStatusLine(before?.status ?? null, now.status, words.value, names)
      const placing = placedCallLines(now.dialling, words.value, settings.settings.numberFormat)
      const placed =
        before == null ? [] : placedCallLines(before.dialling, words.value, settings.settings.numberFormat)
      const recordings = newRecordingWarnings(before?.recordingWarnings ?? [], now, words.value)
      const polite = [
        ...said.polite,
        ...named.polite,
        ...connection,
        ...(moved ? [line] : []),
        ...warnings.filter((one) => !announced.includes(one)),
        ...placing.filter((one) => !placed.includes(one)),
        ...status,
        ...recordings.polite,
      ]
      const assertive = [...said.assertive, ...named.assertive, ...recordings.assertive]
      if (assertive.length > 0) announcer.call(assertive.join('. '))
      if (polite.length > 0) announcer.say(polite.join('. '))
    },
    { immediate: true },
  )
}
