import type { Random } from './random.ts'
import type { WallClock } from './wall-clock.ts'

/** A call's id in the API's form: the wall clock's `YYYYMMDDhhmmss`, then eight hexadecimal digits. */
export function drawCallId(at: number, clock: WallClock, random: Random): string {
  const stamp = new Date(at + clock.offsetAt(at)).toISOString().replace(/\D/g, '').slice(0, 14)
  return stamp + random.hex(8)
}
