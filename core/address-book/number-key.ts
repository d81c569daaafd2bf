import { callerKey } from '../phone/caller-key.ts'
import { readPhone } from '../phone.ts'

/**
 * The caller whom a number in an address book identifies, as in `callerKey`, however it is written: an extension after it
 * doesn't count. Null for text that isn't a number. `region`: how numbers without a country code are read.
 */
export function numberKey(written: string, region: string): string | null {
  const phone = readPhone(written, region)
  // A SIP address, or letters on the keypad; words alone say nothing about who calls.
  if (phone.kind === 'name' && !/[\d@]/.test(phone.received)) return null
  const key = callerKey(phone)
  return key === '' ? null : key
}
