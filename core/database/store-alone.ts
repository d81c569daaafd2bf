import type { DatabaseSync } from 'node:sqlite'
import { sqliteFault } from './sqlite-fault.ts'
import { savepoint } from './transaction.ts'

/** Stores one call of several, so that one that can't be stored doesn't affect the others. Rethrows errors of the database itself. */
export function storeAlone(db: DatabaseSync, log: (line: string) => void, store: () => void): void {
  try {
    savepoint(db, store)
  } catch (error) {
    if (sqliteFault(error) !== 'other') throw error
    log(`journal: one call could not be stored (${error instanceof Error ? error.name : 'other'})`)
  }
}
