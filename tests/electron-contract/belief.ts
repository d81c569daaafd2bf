import type * as ElectronMain from 'electron/main'
import type { SystemName } from '../../browser-host/simulated-system.ts'

/** What a person or another program does around the app, and the app can't do itself. */
export type Arrangement =
  | 'notifications off'
  | 'notifications on'
  /** The keychain asks the user for a password, and waits. */
  | 'keychain off'
  | 'keychain on'
  /** A shortcut is pressed while another program has the focus. */
  | 'press Control+Alt+F9'
  | `click the notification ${string}`
  | `close the notification ${string}`
  | `drag the window ${string}`

/** What is on the screen, as the user sees it. */
export type Sight = `the notification ${string}`

/** What a belief is tested with. */
export interface Stage {
  readonly electron: typeof ElectronMain
  readonly system: SystemName
  /** Has it done; rejects with Unarranged if this desktop can't do it. */
  arrange(what: Arrangement): Promise<void>
  /** Whether it is on the screen; rejects with Unarranged if nobody can look. */
  sees(what: Sight): Promise<boolean>
  /** Settles when it becomes true; rejects after two seconds. */
  until(what: () => boolean): Promise<void>
  /** Lets the event loop and the system's short timers run. */
  settle(ms?: number): Promise<void>
}

/** This desktop can't arrange it, so the belief remains untested there. */
export class Unarranged extends Error {}

/** One thing that the program takes for granted about Electron. */
export interface Belief {
  readonly name: string
  /** File and line in Electron's source at the tag in `TAG`. */
  readonly source: string
  /** L: read at that tag, which isn't the pinned version's, or inferred. C: certain. */
  readonly confidence: 'C' | 'L'
  /** The systems for which it holds; default: all. */
  readonly on?: readonly SystemName[]
  /** Rejects if it doesn't hold. */
  holds(stage: Stage): Promise<void>
}

/** The source that was read: 45.4.1 itself has no public tag, this one is the closest before it. */
export const TAG = 'v45.0.0-nightly.20260821'
