import type { DatabaseSync } from 'node:sqlite'
import { BLIND_REASONS, type BlindReason, type BlindSpot } from './blind-spot.ts'
import type { HeartbeatState } from './heartbeat.ts'
import { integer, integerOrNull, oneOf, type Row } from '../database/row.ts'

export interface BlindSpots {
  /** Blind from `from` on. A different reason ends the previous span and starts a new one; the same one changes nothing. */
  open(from: number, why: BlindReason): void
  /** Ends the current span, if it started before `to`: an earlier good response proves nothing about it. */
  close(to: number): void
  /** Those that overlap the span, oldest first. */
  between(from: number, to: number): readonly BlindSpot[]
  /** Adds the time in which Ringside wasn't running since the last run. It lasts until the first good response. */
  openNotRunning(last: HeartbeatState, now: number): void
}

export function createBlindSpots(db: DatabaseSync): BlindSpots {
  const lasting = db.prepare('SELECT from_at, to_at, why FROM blind_spots WHERE to_at IS NULL')
  const insert = db.prepare('INSERT INTO blind_spots (from_at, why) VALUES (?, ?)')
  const end = db.prepare(
    'UPDATE blind_spots SET to_at = max(from_at, ?1) WHERE to_at IS NULL AND from_at < ?1',
  )
  const endAny = db.prepare('UPDATE blind_spots SET to_at = max(from_at, ?1) WHERE to_at IS NULL')
  const between = db.prepare(`
    SELECT from_at, to_at, why FROM blind_spots
    WHERE from_at < ?2 AND coalesce(to_at, ?2) > ?1 ORDER BY from_at, id
  `)

  const current = (): BlindSpot | null => {
    const row = lasting.get()
    return row === undefined ? null : spotFrom(row)
  }

  function open(from: number, why: BlindReason): void {
    const now = current()
    if (now?.why === why) return
    endAny.run(from)
    insert.run(Math.max(from, now?.from ?? from), why)
  }

  return {
    open,
    close: (to) => void end.run(to),
    between: (from, to) => between.all(from, to).map(spotFrom),
    openNotRunning({ runningAt, lastGoodAt }, now) {
      const wasBlind = current() !== null
      open(Math.min(now, wasBlind ? runningAt : (lastGoodAt ?? runningAt)), 'not-running')
    },
  }
}

const spotFrom = (row: Row): BlindSpot => ({
  from: integer(row, 'from_at'),
  to: integerOrNull(row, 'to_at'),
  why: oneOf(row, 'why', BLIND_REASONS, 'unreachable'),
})
