import type { CallKey } from '../domain.ts'

/** Who did it: the agent with this program, or someone else (another program, a supervisor). */
export const MUTING_HANDS = ['here', 'elsewhere'] as const
export const MUTE_ENDS = [...MUTING_HANDS, 'call-ended'] as const
export type MuteEnd = (typeof MUTE_ENDS)[number]

/** A span in which a call's recording was muted, from the recording guard; `to` and `endedBy` are null while it lasts. */
export interface MutedSpan {
  readonly call: CallKey
  readonly from: number
  readonly to: number | null
  readonly by: (typeof MUTING_HANDS)[number]
  readonly endedBy: MuteEnd | null
}

/** The same as stored with its call. Without `endedBy` when over: how it ended is unknown. */
export type MuteRecord = Omit<MutedSpan, 'call'>
