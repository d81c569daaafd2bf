import type { RecordingSubject } from '../../../core/problem-recording/recorder.ts'
import type { Companion } from '../companion/companion-types.ts'
import type { Configuration } from '../settings/configuration.ts'

/** What is watched now, and how: the header of a recording that starts now. */
export function recordingSubject(
  companion: Pick<Companion, 'state' | 'surroundings'>,
  { settings }: Pick<Configuration, 'settings'>,
): RecordingSubject {
  const { watch, alertsPausedUntil } = companion.state()
  return { settings: settings(), alertsPausedUntil, state: watch, surroundings: companion.surroundings() }
}
