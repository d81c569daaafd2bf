import { numberWithin } from './number-within.ts'
import { unwrapNumber } from './unwrap-number.ts'
import { isWithheld } from './withheld.ts'

/** The name that a number was received with, as in `"Noa" <sip:100@pbx>` and `Noa 0521234567`; `''` where there is none. */
export function displayName(received: string): string {
  const unwrapped = unwrapNumber(received)
  const display = unwrapped.display || (numberWithin(unwrapped.number)?.name ?? '')
  return /\p{L}/u.test(display) && !isWithheld(display) ? display : ''
}
