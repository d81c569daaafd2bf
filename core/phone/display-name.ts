import { unwrapNumber } from './unwrap-number.ts'
import { isWithheld } from './withheld.ts'

/** The name that a number was received with, as in `"Noa" <sip:100@pbx>`; `''` where there is none. */
export function displayName(received: string): string {
  const { display } = unwrapNumber(received)
  return /\p{L}/u.test(display) && !isWithheld(display) ? display : ''
}
