import type { WindowState } from '../contract.ts'
import type { Phase } from '../domain.ts'
import type { Settings } from '../settings/settings.ts'

const ANSWERED: ReadonlySet<Phase> = new Set(['talking', 'held', 'other'])

/**
 * Whether the pinned window may fold to a strip: while there is an answered call, and the open window has nothing that
 * the agent has to see or decide, which is a warning about a recording or the confirmation of a call.
 */
export const mayFold = (
  { watch, recordingWarnings, dialling }: Pick<WindowState, 'watch' | 'recordingWarnings' | 'dialling'>,
  { windowPinned, foldsInCall }: Pick<Settings, 'windowPinned' | 'foldsInCall'>,
): boolean =>
  windowPinned &&
  foldsInCall &&
  watch.calls.some(({ phase }) => ANSWERED.has(phase)) &&
  recordingWarnings.length === 0 &&
  dialling.dial?.stage !== 'confirming'
