import type { CallKey } from '../domain.ts'

/** What was done once for a call and must not be done again, stored permanently. Both may throw. */
export interface FiredStore {
  wasFired(rule: string, call: CallKey): boolean
  /** Returns once it is stored. */
  noteFired(rule: string, call: CallKey): void
}

/**
 * Whether this may be done for this call. It is recorded as done beforehand, so a crash in between may lose it, but
 * never repeats it.
 */
export function mayFire(
  store: FiredStore,
  rule: string,
  call: CallKey,
): 'yes' | 'fired-before' | 'not-stored' {
  try {
    if (store.wasFired(rule, call)) return 'fired-before'
    store.noteFired(rule, call)
    return 'yes'
  } catch {
    return 'not-stored'
  }
}
