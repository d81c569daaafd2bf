import { recordingUrl } from '../../../core/call-log/recording-url.ts'
import type { CallKey } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'

export interface OpenRecordingParts {
  /** A stored call; null if no longer known. */
  readonly call: (key: CallKey) => Pick<HistoryCall, 'logged'> | null
  /** Electron's: hands an address to the system. */
  readonly openExternal: (url: string) => Promise<void>
}

/**
 * Opens the page of a call's recording, which asks for the vendor's own login. Only a page of the vendor's opens,
 * whatever is stored. Returns false if there is none, or it didn't open.
 */
export function createOpenRecording({
  call,
  openExternal,
}: OpenRecordingParts): (key: CallKey) => Promise<boolean> {
  return async (key) => {
    const url = recordingUrl(call(key)?.logged?.recordingUrl)
    if (url === null) return false
    return openExternal(url).then(
      () => true,
      () => false,
    )
  }
}
