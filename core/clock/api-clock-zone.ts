import { QUARTER_MS, toQuarters } from './api-clock-moment.ts'
import { zoneOffsetMinutes } from './zone-offset.ts'

/** An offset that held until a moment (true UTC, epoch ms): stamps from before it are by that one. */
export interface EarlierOffset {
  readonly minutes: number
  readonly until: number
}

const LOOK_BACK_QUARTERS = 96 // a day: no call lasts longer

/** A zone's offset at an instant (true UTC, epoch ms), to the quarter of an hour. */
export const zoneMinutes = (zone: string, at: number): number => toQuarters(zoneOffsetMinutes(zone, at))

/** The offset that a zone left within the last day, by summer time's coming or going; null when it stood still. */
export function zoneEarlier(zone: string, at: number): EarlierOffset | null {
  const now = zoneMinutes(zone, at)
  let after = Math.floor(at / QUARTER_MS)
  let before = after - LOOK_BACK_QUARTERS
  const minutes = zoneMinutes(zone, before * QUARTER_MS)
  if (minutes === now) return null
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2)
    if (zoneMinutes(zone, between * QUARTER_MS) === minutes) before = between
    else after = between
  }
  return { minutes, until: after * QUARTER_MS }
}
