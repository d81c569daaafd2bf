import type { CallKey } from '../domain.ts'

/** The two parts of a call's key. A SIP code has no `/`; an id may. */
export function splitKey(key: CallKey): { readonly extension: string; readonly ivrid: string } {
  const slash = key.indexOf('/')
  return { extension: key.slice(0, Math.max(0, slash)), ivrid: key.slice(slash + 1) }
}
