/** A span of time, epoch ms by this computer's clock. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface SpanOnExtension extends Span {
  readonly extension: string
}
