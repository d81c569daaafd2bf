import type { DatabaseSync } from 'node:sqlite'
import type { CallKey, Phone } from '../domain.ts'
import { splitKey } from '../history/call-key.ts'
import { integer, integerOrNull, text, type Row } from '../database/row.ts'
import type { SearchIndex } from '../history/search/search-index.ts'
import { transaction } from '../database/transaction.ts'
import { callerKey } from '../phone/caller-key.ts'
import type { CrmCaller } from './crm-caller.ts'

/** Who callers are, by the organisation's Popup Screen endpoint: stored with their calls, and deleted with them. */
export interface CrmCallers {
  /** Stores what the endpoint said about a call, `at` (epoch ms). False when there is no such call. */
  setCrmCaller(key: CallKey, caller: CrmCaller, at: number): boolean
  /** What it said about this call, or else within this time about this caller's calls; null for nothing. */
  crmCaller(
    key: CallKey,
    phone: Phone,
    within: { readonly from: number; readonly to: number },
  ): CrmCaller | null
}

export function createCrmCallers(db: DatabaseSync, search: SearchIndex): CrmCallers {
  const find = db.prepare('SELECT id FROM calls WHERE extension = ? AND ivrid = ?')
  const write = db.prepare(
    'UPDATE calls SET crm_at = ?, crm_name = ?, crm_company = ?, crm_matches = ?, crm_url = ? WHERE id = ?',
  )
  const columns = 'SELECT crm_at, crm_name, crm_company, crm_matches, crm_url FROM calls'
  const ofCall = db.prepare(`${columns} WHERE extension = ? AND ivrid = ?`)
  const ofCaller = db.prepare(
    `${columns} WHERE caller = ? AND crm_at BETWEEN ? AND ? ORDER BY crm_at DESC LIMIT 1`,
  )
  return {
    setCrmCaller(key, { name, company, matches, url }, at) {
      const { extension, ivrid } = splitKey(key)
      const row = find.get(extension, ivrid)
      if (row === undefined) return false
      const id = integer(row, 'id')
      transaction(db, () => {
        write.run(at, name, company, matches, url, id)
        search.refresh(id)
      })
      return true
    },
    crmCaller(key, phone, { from, to }) {
      const { extension, ivrid } = splitKey(key)
      const own = crmCallerFrom(ofCall.get(extension, ivrid))
      const caller = callerKey(phone)
      return own ?? (caller === null ? null : crmCallerFrom(ofCaller.get(caller, from, to)))
    },
  }
}

/** The endpoint's part of a row of `calls`; null if it said nothing. */
export function crmCallerFrom(row: Row | undefined): CrmCaller | null {
  if (row === undefined || integerOrNull(row, 'crm_at') === null) return null
  return {
    name: text(row, 'crm_name'),
    company: text(row, 'crm_company'),
    matches: integerOrNull(row, 'crm_matches'),
    url: text(row, 'crm_url'),
  }
}
