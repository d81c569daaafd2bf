/** A call placed from here. `id`: the click's; `target`: as it is sent; `sentAt`: epoch ms. */
export interface PlacedCall {
  readonly id: string
  readonly extension: string
  readonly target: string
  readonly sentAt: number
}

/** The same as stored. `concluded`: what became of it is known. */
export interface StoredDial extends PlacedCall {
  readonly callId: string | null
  readonly concluded: boolean
}
