/** A telephony API to be asked, whoever plays it, and what is known of the account behind it. */
export interface Account {
  /** All before the method's name. */
  readonly baseUrl: string
  readonly muteUrl: string
  /** The full address of Click2Call. */
  readonly dialUrl: string
  readonly code: string
  /** An extension that there is, with a call on it now. */
  readonly extension: string
  /** The id of that call. */
  readonly ivrid: string
  close(): Promise<void>
}
