/** A rule that was broken, when (true epoch ms), and how. */
export interface Violation {
  readonly rule: string
  readonly at: number
  readonly what: string
}
