import type { Phone } from '../domain.ts'
import { readPhone } from '../phone.ts'

const MAX_REMEMBERED_PHONES = 5_000 // a busy hour of a large call centre

/** Numbers read once: the same callers stand in every answer until their calls end. */
export function phoneMemory(region: string): (received: string) => Phone {
  const known = new Map<string, Phone>()
  return (received) => {
    const before = known.get(received)
    if (before !== undefined) return before
    if (known.size >= MAX_REMEMBERED_PHONES) known.clear()
    const phone = readPhone(received, region)
    known.set(received, phone)
    return phone
  }
}
