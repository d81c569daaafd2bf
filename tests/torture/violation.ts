/** A broken rule, when it was broken (true epoch ms), and how. */
export interface Violation {
  readonly rule: string
  readonly at: number
  readonly what: string
}
