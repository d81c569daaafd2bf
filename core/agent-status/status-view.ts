import type { NamedStatus } from '../status-words.ts'
import type { NoOwnPhone } from '../own-phone.ts'
import type { StatusRequest } from './status-state.ts'

/**
 * The agent's status as offered in window and tray. `off`: the organisation offers none. `unavailable`: not at the
 * moment; `code`: the code may not be sent to the address for it yet; `stale`: the displayed state is out of date.
 */
export type StatusView =
  | { readonly kind: 'off' }
  | { readonly kind: 'unavailable'; readonly why: NoOwnPhone | 'code' | 'stale' }
  | {
      readonly kind: 'offered'
      /** In the organisation's order. */
      readonly statuses: readonly NamedStatus[]
      readonly request: StatusRequest
      /** Whether logging out needs confirmation. */
      readonly isInCall: boolean
    }
