/** A call placed from here. `id`: the click's; `target`: the form that is sent; `sentAt`: epoch ms. */
export interface PlacedCall {
  readonly id: string
  readonly extension: string
  readonly target: string
  readonly sentAt: number
}

/** A placed call as stored. `concluded`: its outcome is known. */
export interface StoredDial extends PlacedCall {
  readonly callId: string | null
  readonly concluded: boolean
}
