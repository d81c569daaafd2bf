import type { AlertCommand } from '../alerts/notification.ts'
import type { Connection } from '../connection.ts'
import type { Repair, CallEvent } from '../domain.ts'
import type { AgentLocation } from '../surroundings.ts'
import type { Method } from './recording.ts'

/** One decision of the program; `at` is epoch ms by the computer that recorded. */
export type Decision = { readonly at: number } & (
  | { readonly kind: 'connection'; readonly connection: Connection }
  | { readonly kind: 'event'; readonly event: CallEvent }
  /** Where the followed person is logged in. */
  | { readonly kind: 'location'; readonly location: AgentLocation }
  /** `title`: of the alert that is shown or withdrawn. */
  | { readonly kind: 'alert'; readonly command: AlertCommand; readonly title: string }
  /** All repairs made to a response, each time they change. */
  | { readonly kind: 'repairs'; readonly repairs: readonly Repair[] }
  /** The outcome of a side request. */
  | { readonly kind: 'asked'; readonly method: Method; readonly outcome: string }
)
