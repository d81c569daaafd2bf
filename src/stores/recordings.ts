import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import type { RecordingView } from '../../core/recording-guard/guard-view.ts'
import { useCompanion } from '../use-companion.ts'
import { useWatchStore } from './watch.ts'

/** How the recordings of the live calls stand, what is warned of, and what the window may ask for about them. */
export const useRecordingsStore = defineStore('recordings', () => {
  const companion = useCompanion()
  const watched = useWatchStore()
  return {
    warnings: computed(() => watched.state?.recordingWarnings ?? []),
    /** Null before the recording guard has seen the call. */
    of: (call: CallKey): RecordingView | null => watched.state?.recordings[call] ?? null,
    /** What became of it is told by the state; false when main could not even be asked. */
    mute: (call: CallKey, muted: boolean) => asked(companion.request('recording:mute', call, muted)),
    mend: (warning: number) => asked(companion.request('recording:mend', warning)),
    dismiss: (warning: number) => asked(companion.request('recording:dismiss', warning)),
  }
})

const asked = (request: Promise<void>): Promise<boolean> =>
  request.then(
    () => true,
    () => false,
  )
