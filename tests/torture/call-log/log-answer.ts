import type { CallLogRow } from '../../../simulator/api/call-log-row.ts'
import type { CallLogSearch } from '../../../simulator/api/call-log-search.ts'
import type { LogFault } from './log-fault.ts'

/** A request for the call log, and the response that reached the program. Times are true epoch ms. */
export interface LogAnswer {
  /** Of the program. */
  readonly run: number
  readonly askedAt: number
  /** When the account responded. */
  readonly at: number
  readonly fault: LogFault | null
  /** Null if it has no dates. */
  readonly search: CallLogSearch | null
  /** `whole`: every record that the search finds. `part`: not all of them. `refused`: with ERROR_NUMBER 1. */
  readonly kind: 'whole' | 'part' | 'refused' | 'failed'
  /** What the log says, before it was spoiled; none if nothing could be read. */
  readonly rows: readonly CallLogRow[]
}
