import type { SqliteFault } from './sqlite-fault.ts'

/** Why a file can't be written. `locked`: another process has it. */
export type UnwritableWhy = 'read-only' | 'full' | 'locked' | 'unknown'

/** The same, by what SQLite reported. */
export function unwritableWhy(fault: SqliteFault): UnwritableWhy {
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
