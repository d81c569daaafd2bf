import type { NamedStatus } from '../status-words.ts'
import type { NoOwnPhone } from '../own-phone.ts'
import type { StatusRequest } from './status-state.ts'

/**
 * The agent's status as window and tray offer it. `off`: the organisation offers none. `unavailable`: not now; `code`: the
 * code may not go to the address for it yet; `stale`: what is on screen is not the current state.
 */
export type StatusView =
  | { readonly kind: 'off' }
  | { readonly kind: 'unavailable'; readonly why: NoOwnPhone | 'code' | 'stale' }
  | {
      readonly kind: 'offered'
      /** In the organisation's order. */
      readonly statuses: readonly NamedStatus[]
      readonly request: StatusRequest
      /** Logging out asks first. */
      readonly isInCall: boolean
    }
