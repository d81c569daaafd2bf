import type { CallKey } from '../domain.ts'

/** Who did it: the agent with this program, or someone else (another program, a supervisor). */
export type MutingHand = 'here' | 'elsewhere'

/** A span in which a call's recording was muted, from the recording guard; `to` and `endedBy` are null while it lasts. */
export interface MutedSpan {
  readonly call: CallKey
  readonly from: number
  readonly to: number | null
  readonly by: MutingHand
  readonly endedBy: MuteEnd | null
}

export type MuteEnd = MutingHand | 'call-ended'

/** The same as stored with its call. Without `endedBy` when over: how it ended is unknown. */
export type MuteRecord = Omit<MutedSpan, 'call'>

export const MUTING_HANDS: readonly MutingHand[] = ['here', 'elsewhere']
export const MUTE_ENDS: readonly MuteEnd[] = [...MUTING_HANDS, 'call-ended']
