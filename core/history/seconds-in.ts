/** The seconds of those spans that have ended; of one that still lasts, none. */
export const secondsIn = (spans: readonly { readonly from: number; readonly to: number | null }[]): number =>
  Math.round(spans.reduce((sum, { from, to }) => sum + ((to ?? from) - from), 0) / 1000)
