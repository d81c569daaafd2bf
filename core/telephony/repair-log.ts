import type { Repair } from '../domain.ts'

/** Records of one answer that are read: 5,000 extensions with three calls each. More is no call centre. */
export const MAX_RECORDS = 20_000
/** Bends of one answer that are told; beyond this the list says nothing new. */
export const MAX_REPAIRS = 500

/** Collects where one answer had to be bent, by path. One answer at a time. */
export interface RepairLog {
  /** A new answer: forgets the one before. */
  begin(): void
  /** `field` below the present path; `''` for the path itself. */
  note(field: string, what: Repair['what']): void
  /** Reads something one step (`recording`, `calls[3]`) further down. */
  within<T>(step: string, read: () => T): T
  /** Asks leave to read so many records; false when the answer has too many to be one. */
  afford(records: number): boolean
  /** What was collected since `begin`, how many records were asked for, and whether `afford` ever said no. */
  told(): { readonly bends: readonly Repair[]; readonly records: number; readonly tooMany: boolean }
}

export function createRepairLog(): RepairLog {
  let path: string[] = []
  let bends: Repair[] = []
  let dropped = 0
  let records = 0
  return {
    begin() {
      path = []
      bends = []
      dropped = 0
      records = 0
    },
    note(field, what) {
      // A dropped call is told even where much else was bent before it.
      const full = what === 'dropped-no-id' ? dropped++ >= MAX_REPAIRS : bends.length - dropped >= MAX_REPAIRS
      if (!full) bends.push({ path: (field === '' ? path : [...path, field]).join('.'), what })
    },
    within(step, read) {
      path.push(step)
      const value = read()
      path.pop()
      return value
    },
    afford(count) {
      records += count
      return records <= MAX_RECORDS
    },
    told: () => ({ bends, records, tooMany: records > MAX_RECORDS }),
  }
}
