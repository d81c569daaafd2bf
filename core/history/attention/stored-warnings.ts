import type { DatabaseSync } from 'node:sqlite'
import type { CallKey, Phone } from '../../domain.ts'
import { splitKey } from '../call-key.ts'
import { integer, text } from '../../database/row.ts'
import { transaction } from '../../database/transaction.ts'
import { phoneFrom } from '../phone-columns.ts'

/** A warning about a call, as text in the format of the code that raised it. */
export interface StoredWarning {
  readonly call: CallKey
  readonly text: string
}

export interface FoundWarning extends StoredWarning {
  readonly phone: Phone | null
  /** When its call ended, or was last seen; epoch ms. */
  readonly lastSeenAt: number
}

/** The warnings of the recording guard that weren't dismissed. They are deleted with their call. */
export interface StoredWarnings {
  /** The last stored ones, oldest first, with their callers' numbers. */
  warnings(): readonly FoundWarning[]
  /** Replaces the stored warnings with the current ones; skips those of a call that isn't stored. */
  storeWarnings(warnings: readonly StoredWarning[]): void
}

export function createStoredWarnings(db: DatabaseSync): StoredWarnings {
  const all = db.prepare(`
    SELECT extension, ivrid, phone_kind, phone_received, phone_national, phone_international, phone_e164, text,
      coalesce(ended_at, (SELECT last_good_at FROM heart), first_seen_at) AS last_seen_at
    FROM warnings JOIN calls ON calls.id = warnings.call ORDER BY warnings.id
  `)
  const removeAll = db.prepare('DELETE FROM warnings')
  const insert = db.prepare(
    'INSERT INTO warnings (call, text) SELECT id, :text FROM calls WHERE extension = :extension AND ivrid = :ivrid',
  )
  return {
    warnings: () =>
      all.all().map((row) => ({
        call: `${text(row, 'extension')}/${text(row, 'ivrid')}`,
        text: text(row, 'text'),
        phone: phoneFrom(row, 'phone'),
        lastSeenAt: integer(row, 'last_seen_at'),
      })),
    storeWarnings(warnings) {
      transaction(db, () => {
        removeAll.run()
        for (const one of warnings) insert.run({ ...splitKey(one.call), text: one.text })
      })
    },
  }
}
