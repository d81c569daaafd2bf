import type { Repair } from '../domain.ts'

/** The maximum of records read in one response: 5,000 extensions with three calls each. No call centre has more. */
export const MAX_RECORDS = 20_000
/** The maximum of repairs reported for one response; beyond this the list says nothing new. */
const MAX_REPAIRS = 500

/** Collects the repairs of one response, by path. One response at a time. */
export function createRepairLog() {
  let path: string[] = []
  let repairs: Repair[] = []
  let dropped = 0
  let records = 0
  return {
    /** A new response: forgets the previous one. */
    begin() {
      path = []
      repairs = []
      dropped = 0
      records = 0
    },
    /** `field` below the current path; `''` for the path itself. */
    note(field: string, what: Repair['what']): void {
      // A dropped call is reported even after many other repairs.
      const full =
        what === 'dropped-no-id' ? dropped++ >= MAX_REPAIRS : repairs.length - dropped >= MAX_REPAIRS
      if (!full) repairs.push({ path: (field === '' ? path : [...path, field]).join('.'), what })
    },
    /** Reads something one level (`recording`, `calls[3]`) further down. */
    within<T>(step: string, read: () => T): T {
      path.push(step)
      const value = read()
      path.pop()
      return value
    },
    /** Reserves this many records for reading; false when the response has too many to be valid. */
    afford(count: number): boolean {
      records += count
      return records <= MAX_RECORDS
    },
    /** What was collected since `begin`, how many records were reserved, and whether `afford` ever returned false. */
    collected: () => ({ repairs, records, tooMany: records > MAX_RECORDS }),
  }
}

export type RepairLog = ReturnType<typeof createRepairLog>
