import type { WindowState } from '../contract.ts'
import type { Call, CallKey } from '../domain.ts'

/** Everything the ring popup shows: the ringing calls, oldest first. */
export interface PopupView {
  readonly revision: number
  readonly calls: readonly Call[]
  /** Whether the popup announces it to screen readers; false if the visible window does. */
  readonly speaks: boolean
  /** The agent who is logged in; `''` if unknown. */
  readonly agent: string
  /** Who these callers are, as in `WindowState`. */
  readonly callers: WindowState['callers']
  /** What is known of these callers; nothing in privacy mode. */
  readonly stories: WindowState['stories']
  readonly callNotes: WindowState['callNotes']
  /** The note being written, if there is one: its call stays, even when it stops ringing. */
  readonly note: PopupNote | null
}

export interface PopupNote {
  readonly call: CallKey
  /** The call has ended. */
  readonly ended: boolean
  /** Notes are in memory only: the history file can't be written yet. */
  readonly held: boolean
}
