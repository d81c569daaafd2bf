import type { DatabaseSync } from 'node:sqlite'
import { createBlindSpots } from '../../report/blind-spots.ts'
import { createHeartbeat } from '../../report/heartbeat.ts'
import { createRingRecords } from '../../report/ring-records.ts'
import { createCallReader } from '../call-row.ts'
import { createCallRows } from '../call-rows.ts'
import { createCallSpans } from '../call-spans.ts'
import { createForgotten } from '../logged/forgotten.ts'
import { createLoggedOnly } from '../logged/logged-only.ts'
import { createLoggedRows } from '../logged/logged-rows.ts'
import { createLogins } from '../logged/logins.ts'
import { createSettle } from '../logged/settle.ts'
import { createMutedSpans } from '../muted-spans.ts'
import { createSearchIndex } from '../search/search-index.ts'

/** The tables of a journal, each with its prepared statements. */
export type JournalTables = ReturnType<typeof openTables>

/** `customKeys`: which custom data of calls is stored. */
export function openTables(db: DatabaseSync, customKeys: () => ReadonlySet<string>) {
  const search = createSearchIndex(db)
  const rows = createCallRows(db, search, customKeys)
  const parts = createCallSpans(db)
  const logged = createLoggedRows(db)
  const heartbeat = createHeartbeat(db)
  return {
    ...{ db, search, rows, parts, logged, heartbeat },
    read: createCallReader(db, logged),
    rings: createRingRecords(db),
    mutes: createMutedSpans(db),
    blindSpots: createBlindSpots(db),
    logins: createLogins(db, heartbeat),
    only: createLoggedOnly(db, rows, parts, logged, search),
    settle: createSettle(db, logged, search),
    forgotten: createForgotten(db),
  }
}
