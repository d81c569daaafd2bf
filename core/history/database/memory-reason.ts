import type { JournalTrouble } from '../journal.ts'
import type { SqliteFault } from './sqlite-fault.ts'

/** Why the journal is in memory only. */
export type MemoryReason = Extract<JournalTrouble, { kind: 'memory' }>['why']

/** The same in the journal's words. */
export function memoryReason(fault: SqliteFault): MemoryReason {
  switch (fault) {
    case 'read-only':
    case 'full':
    case 'locked':
      return fault
    case 'corrupt':
    case 'disk':
    case 'other':
      return 'unknown'
  }
}
