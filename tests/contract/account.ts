/** A telephony API under test, whoever implements it, and what is known about the account behind it. */
export interface Account {
  /** The URL up to the method's name. */
  readonly baseUrl: string
  readonly muteUrl: string
  /** The full address of Click2Call. */
  readonly dialUrl: string
  readonly code: string
  /** An existing extension with a call in progress. */
  readonly extension: string
  /** The id of that call. */
  readonly ivrid: string
  close(): Promise<void>
}
