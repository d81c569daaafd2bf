import type { Phone } from '../domain.ts'
import { readPhone } from '../phone.ts'

/** ms; a number that wasn't read for this long is dropped soon, because callers change all day */
export const PHONE_MEMORY_MS = 10 * 60_000 // most calls are over by then, and reading a number again costs 0.1 ms
const MAX_RECENT_PHONES = 2_500 // half a busy hour of a large call centre

/**
 * The most new numbers that are read from one response: 5,000 extensions with two callers each. Parsing that many takes
 * half a second.
 */
export const MAX_NEW_NUMBERS = 10_000

/** Counts the new numbers in a response. */
export function createNumberLimit() {
  let read = 0
  return {
    /** Starts counting anew, for the next response. */
    begin() {
      read = 0
    },
    /** Counts a number; false if it exceeds the limit. */
    mayRead: (): boolean => ++read <= MAX_NEW_NUMBERS,
    /** Whether the limit was exceeded, so that what was read is incomplete. */
    isExceeded: (): boolean => read > MAX_NEW_NUMBERS,
  }
}

/**
 * A cache of parsed numbers: the same callers are in every response until their calls end. `now`: epoch ms. What wasn't
 * read recently is dropped with the older half, so a day of calls takes no more memory than some minutes of it. A new
 * number for which `mayRead` is false is returned unparsed and isn't cached.
 */
export function phoneMemory(
  region: string,
  now: () => number,
  mayRead: () => boolean = () => true,
): (received: string) => Phone {
  let recent = new Map<string, Phone>()
  let older: ReadonlyMap<string, Phone> = new Map()
  let since = Number.NEGATIVE_INFINITY

  function forgetOld(): void {
    const at = now()
    const age = Math.abs(at - since) // a clock that was set back must not prolong anything
    if (age < PHONE_MEMORY_MS && recent.size < MAX_RECENT_PHONES) return
    older = age < 2 * PHONE_MEMORY_MS ? recent : new Map()
    recent = new Map()
    since = at
  }

  return (received) => {
    forgetOld()
    const known = recent.get(received) ?? older.get(received)
    if (known === undefined && !mayRead()) return { kind: 'digits', received }
    const phone = known ?? readPhone(received, region)
    recent.set(received, phone)
    return phone
  }
}
