import type { CallKey } from '../domain.ts'
import type { AlertKind } from '../settings/settings.ts'

/** A native notification as plain data; the notifier carries it out. */
export interface AlertNotification {
  /** Stable for one ring or one missed call, and never reused. At most 64 characters. */
  readonly id: string
  readonly kind: AlertKind | 'test' | 'feedback'
  readonly title: string
  readonly body: string
  /** The call that a click opens. */
  readonly call: CallKey | null
  /** Stays until withdrawn (a ring), or disappears when the system decides. */
  readonly stays: boolean
  readonly silent: boolean
  /** The label of the action that copies the number; null for none. */
  readonly copyLabel: string | null
  /** The label of the action that opens a CRM page, where the system shows a second one; none without rules. */
  readonly pageLabel?: string
  /** Instead of these, the label of the action that fixes the cause of a recording warning, and the warning's id. */
  readonly remedy?: { readonly label: string; readonly warning: number }
}

/** The notifier's commands, in order. */
export type AlertCommand =
  | { readonly do: 'show'; readonly notification: AlertNotification }
  | { readonly do: 'withdraw'; readonly id: string }
