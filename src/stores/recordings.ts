import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import type { RecordingView } from '../../core/recording-guard/guard-view.ts'
import { useCompanion } from '../use-companion.ts'
import { useWatchStore } from './watch.ts'

/** The recording state of the live calls, the warnings, and the window's requests about them. */
export const useRecordingsStore = defineStore('recordings', () => {
  const companion = useCompanion()
  const watched = useWatchStore()
  return {
    warnings: computed(() => watched.state?.recordingWarnings ?? []),
    /** Null before the recording guard has seen the call. */
    of: (call: CallKey): RecordingView | null => watched.state?.recordings[call] ?? null,
    /** The state shows the result; false if main could not even be reached. */
    mute: (call: CallKey, muted: boolean) =>
      companion.request('recording:mute', call, muted).then(
        () => true,
        () => false,
      ),
    fix: (warning: number) => companion.send('recording:fix', warning),
    dismiss: (warning: number) => companion.send('recording:dismiss', warning),
  }
})
