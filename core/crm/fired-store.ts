import type { CallKey } from '../domain.ts'

/** What was done once for a call and must not be done again, kept beyond the end of the program. Both may throw. */
export interface FiredStore {
  wasFired(rule: string, call: CallKey): boolean
  /** Returns when it is kept. */
  noteFired(rule: string, call: CallKey): void
}

/** May this be done for this call? Noted before it is done: a crash between the two costs one, and doubles none. */
export function mayFire(store: FiredStore, rule: string, call: CallKey): 'yes' | 'fired-before' | 'not-kept' {
  try {
    if (store.wasFired(rule, call)) return 'fired-before'
    store.noteFired(rule, call)
    return 'yes'
  } catch {
    return 'not-kept'
  }
}
