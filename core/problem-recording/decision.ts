import type { AlertCommand } from '../alerts/notification.ts'
import type { Connection } from '../connection.ts'
import type { Repair, CallEvent } from '../domain.ts'
import type { Place } from '../surroundings.ts'
import type { Method } from './recording.ts'

/** One thing that the program decided; `at` is epoch ms by the computer that recorded. */
export type Decision = { readonly at: number } & (
  | { readonly kind: 'connection'; readonly connection: Connection }
  | { readonly kind: 'event'; readonly event: CallEvent }
  /** Where the person who is followed sits. */
  | { readonly kind: 'place'; readonly place: Place }
  /** `title`: of what is shown or taken back. */
  | { readonly kind: 'alert'; readonly command: AlertCommand; readonly title: string }
  /** All places where an answer was bent, each time that they change. */
  | { readonly kind: 'bends'; readonly bends: readonly Repair[] }
  /** What became of a question beside the watching. */
  | { readonly kind: 'asked'; readonly method: Method; readonly outcome: string }
)
