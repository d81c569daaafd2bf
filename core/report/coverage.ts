/** How complete the history of one day is. */
export interface DayCoverage {
  /** The day's start at midnight in this computer's time zone, epoch ms. */
  readonly day: number
  /** Calls whose whole course polls saw. */
  readonly seen: number
  /** Calls that the call log added or completed. */
  readonly filledIn: number
  /** Calls whose end or outcome is still unknown. */
  readonly open: number
  /** Seconds without a good response that the call log doesn't cover yet. */
  readonly openSeconds: number
}
