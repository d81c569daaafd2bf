import type { DatabaseSync } from 'node:sqlite'
import type { CallReader } from './call-row.ts'
import type { HistoryCall } from './history-call.ts'

const LONGEST_CHAIN = 100 // more transfers than any caller bears; a circle of ids ends here too

/** Every call that a call was transferred from or to, itself among them, in the order in which they began. */
export function createTransferChain(
  db: DatabaseSync,
  read: CallReader,
): (ivrid: string) => readonly HistoryCall[] {
  const chain = db.prepare(`
    WITH RECURSIVE
      earlier (ivrid) AS (
        VALUES (?1)
        UNION
        SELECT calls.transferred_from FROM earlier JOIN calls USING (ivrid)
        WHERE calls.transferred_from IS NOT NULL LIMIT ${LONGEST_CHAIN}
      ),
      linked (ivrid) AS (
        SELECT ivrid FROM earlier
        UNION
        SELECT calls.ivrid FROM linked JOIN calls ON calls.transferred_from = linked.ivrid LIMIT ${LONGEST_CHAIN}
      )
    SELECT * FROM calls WHERE ivrid IN (SELECT ivrid FROM linked) ORDER BY id
  `)
  return (ivrid) => chain.all(ivrid).map(read)
}
