/** An account's wall clock. */
export interface WallClock {
  readonly zone: string
  /** Ms that the zone is ahead of UTC at an instant, daylight saving included. */
  offsetAt(at: number): number
}

const QUARTER_HOUR_MS = 900_000 // zones change their offset on the quarter hour only
const MAX_REMEMBERED = 4096

/** The wall clock of an IANA zone; throws RangeError for an unknown one. */
export function createWallClock(zone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const remembered = new Map<number, number>()

  function measure(at: number): number {
    const parts = new Map(format.formatToParts(at).map((part) => [part.type, Number(part.value)]))
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
    const wall = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    )
    return wall - Math.floor(at / 1000) * 1000
  }

  return {
    zone,
    offsetAt(at) {
      const quarter = Math.floor(at / QUARTER_HOUR_MS)
      const known = remembered.get(quarter)
      if (known !== undefined) return known
      if (remembered.size > MAX_REMEMBERED) remembered.clear()
      const offset = measure(quarter * QUARTER_HOUR_MS)
      remembered.set(quarter, offset)
      return offset
    },
  }
}

/** A moment as the API writes it: whole seconds of the wall clock as if it were UTC. */
export const apiSeconds = (at: number, clock: WallClock): number =>
  Math.floor((at + clock.offsetAt(at)) / 1000)
