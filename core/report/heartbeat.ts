import type { DatabaseSync } from 'node:sqlite'
import { integer, integerOrNull, text } from '../database/row.ts'

/** Until when the program ran, and when the last good response arrived: known even after a crash. */
export interface HeartbeatState {
  readonly runningAt: number
  readonly lastGoodAt: number | null
  /** The extension that the response was about. */
  readonly extension: string
}

export interface Heartbeat {
  /** Null before the very first beat. */
  read(): HeartbeatState | null
  /** A null `lastGoodAt` or `extension` leaves the stored value. */
  beat(runningAt: number, lastGoodAt: number | null, extension: string | null): void
}

export function createHeartbeat(db: DatabaseSync): Heartbeat {
  const read = db.prepare('SELECT running_at, last_good_at, extension FROM heart')
  const beat = db.prepare(`
    INSERT INTO heart (only, running_at, last_good_at, extension) VALUES (1, ?1, ?2, coalesce(?3, ''))
    ON CONFLICT (only) DO UPDATE SET
      running_at = ?1,
      last_good_at = coalesce(?2, last_good_at),
      extension = coalesce(?3, extension)
  `)
  return {
    read() {
      const row = read.get()
      if (row === undefined) return null
      return {
        runningAt: integer(row, 'running_at'),
        lastGoodAt: integerOrNull(row, 'last_good_at'),
        extension: text(row, 'extension'),
      }
    },
    beat: (runningAt, lastGoodAt, extension) => void beat.run(runningAt, lastGoodAt, extension),
  }
}
