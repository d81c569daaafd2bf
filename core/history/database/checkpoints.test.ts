import type { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { connect } from '../../database/connect.ts'
import { seenCall } from '../../testing/seen.ts'
import { openJournal } from '../open-journal.ts'
import { temporaryFile } from '../testing/temporary-file.ts'
import { createWatcher } from '../testing/watcher.ts'

const NOW = 1_800_000_000_000
const SECOND = 1_000
const RINGS = 120 // more than a thousand pages

/** How many pages of the write-ahead log aren't in the database file yet after these rings, five seconds apart. */
function pagesLeft(beats: boolean): number {
  let db: DatabaseSync | null = null
  const { path, remove } = temporaryFile()
  const { journal } = openJournal({
    path,
    now: () => NOW,
    log: () => undefined,
    connect: (at) => (db = connect(at)),
  })
  const watcher = createWatcher()
  for (let ring = 0; ring < RINGS; ring++) {
    const at = NOW + ring * 5 * SECOND
    journal.record(watcher.see([seenCall({ ivrid: `ring-${ring}` })], at), at)
    if (beats) journal.beat({ at, lastGoodAt: at })
  }
  const [row] = db!.prepare('PRAGMA wal_checkpoint(NOOP)').all()
  journal.close()
  remove()
  return Number(row?.['log']) - Number(row?.['checkpointed'])
}

it('copies the log into the file as time passes, not while a ring is stored, which would delay its alert', () => {
  expect(pagesLeft(false)).toBeGreaterThan(1_000)
  expect(pagesLeft(true)).toBeLessThan(500)
})
