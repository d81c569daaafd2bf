import type { NamedCaller } from './known-caller.ts'

/** Who a caller is, by the response of the organisation's Popup Screen endpoint. `name` may be `''`. */
export interface CrmCaller extends NamedCaller {
  /** How many of its records match the number; null if it doesn't say. */
  readonly matches: number | null
  /** The page about the caller, which may be opened; `''` for none. */
  readonly url: string
}
