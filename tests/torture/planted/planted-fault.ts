/** A fault to be planted in the program, and the rule that catches it. */
export interface PlantedFault {
  /** What goes wrong, in plain English. */
  readonly name: string
  /** The program's file, from the repository's root. */
  readonly file: string
  /** Occurs in it exactly once. */
  readonly text: string
  readonly becomes: string
  /** The rule that it breaks. */
  readonly breaks: string
  /** The shift of `PLANTED_SEED` in which it is caught, and how long that shift is. */
  readonly shift: number
  readonly hours: number
}

export const PLANTED_SEED = 1
