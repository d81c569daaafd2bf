import type * as ElectronMain from 'electron/main'
import type { SystemName } from '../../browser-host/played-system.ts'

/** What a person or another program does around the app, which no code of the app could. */
export type Arrangement =
  | 'notifications off'
  | 'notifications on'
  /** The keychain asks its person for a password, and waits. */
  | 'keychain off'
  | 'keychain on'
  /** Keys are pressed while another program has the focus. */
  | 'press Control+Alt+F9'
  | `click the notification ${string}`
  | `close the notification ${string}`
  | `drag the window ${string}`

/** What is on the screen, as a person sees it. */
export type Sight = `the notification ${string}`

/** What a belief is tried with. */
export interface Stage {
  readonly electron: typeof ElectronMain
  readonly system: SystemName
  /** Has it done; rejects with Unarranged where this desktop can't. */
  arrange(what: Arrangement): Promise<void>
  /** Whether it is on the screen; rejects with Unarranged where nobody looks. */
  sees(what: Sight): Promise<boolean>
  /** Settles once it is true; rejects after two seconds. */
  until(what: () => boolean): Promise<void>
  /** Lets the event loop and short timers of the system have their turn. */
  settle(ms?: number): Promise<void>
}

/** The arrangement is beyond this desktop, so the belief stays open there. */
export class Unarranged extends Error {}

/** One thing that the program takes for granted about Electron. */
export interface Belief {
  readonly name: string
  /** File and line in Electron's source at the tag in `TAG`. */
  readonly source: string
  /** L: read at that tag, which is not the pinned version's, or inferred. C: certain. */
  readonly confidence: 'C' | 'L'
  /** Where it holds; everywhere when left out. */
  readonly on?: readonly SystemName[]
  /** Rejects where it does not hold. */
  holds(stage: Stage): Promise<void>
}

/** The source that was read: 45.4.1 itself is no public tag, this is the nearest before it. */
export const TAG = 'v45.0.0-nightly.20260821'
