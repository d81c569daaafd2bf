import type { CallKey } from '../domain.ts'

/** Who did it: the agent with this program, or somebody elsewhere (another program, a supervisor). */
export type MutingHand = 'here' | 'elsewhere'

/** A span in which a call's recording was muted, as the recording guard tells it; `to` and `endedBy` null while it lasts. */
export interface MutedSpan {
  readonly call: CallKey
  readonly from: number
  readonly to: number | null
  readonly by: MutingHand
  readonly endedBy: MuteEnd | null
}

export type MuteEnd = MutingHand | 'call-ended'

/** The same as it is kept with its call. One that is over and has no `endedBy`: nobody saw how it ended. */
export type MuteRecord = Omit<MutedSpan, 'call'>

export const MUTING_HANDS: readonly MutingHand[] = ['here', 'elsewhere']
export const MUTE_ENDS: readonly MuteEnd[] = [...MUTING_HANDS, 'call-ended']
