import type { CallKey, CopyWhat } from '../domain.ts'
import type { NamedStatus } from '../status-words.ts'

/** One family of icon files for each, in resources/tray. */
export type TrayIcon =
  | 'disconnected'
  | 'idle'
  | 'ringing'
  | 'ringing-muted'
  | 'dialing'
  | 'talking'
  | 'held'
  | 'muted'
  | 'missed'

/** What a menu entry does, as data. */
export type TrayAction =
  | { readonly do: 'open' }
  | { readonly do: 'open-call'; readonly call: CallKey }
  | { readonly do: 'copy'; readonly call: CallKey; readonly what: CopyWhat }
  /** With the rule of that name; for null with the first that matches. */
  | { readonly do: 'open-page'; readonly call: CallKey; readonly rule: string | null }
  | { readonly do: 'mute'; readonly call: CallKey; readonly muted: boolean }
  | { readonly do: 'status'; readonly status: NamedStatus }
  | { readonly do: 'pause-alerts'; readonly minutes: 15 | 60 | null }
  | { readonly do: 'privacy'; readonly on: boolean }
  | { readonly do: 'settings' }
  | { readonly do: 'quit' }

export type TrayItem =
  /** For entries of which one can be chosen: whether it is the current one. Absent for any other entry. */
  | {
      readonly kind: 'entry'
      readonly label: string
      readonly action: TrayAction | null
      readonly chosen?: boolean
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayItem[] }
  | { readonly kind: 'line' }

/**
 * The tray as plain data: the same information in icon, tooltip and menu. `action` null: a line that can't be clicked.
 */
export interface TrayView {
  readonly icon: TrayIcon
  readonly tooltip: string
  readonly menu: readonly TrayItem[]
}
