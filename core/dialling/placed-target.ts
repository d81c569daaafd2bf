import { readPhone } from '../phone.ts'
import type { DialTarget } from './dial-target.ts'

/** Whom a stored call was placed to, from the form in which it was sent. */
export function placedTarget(target: string, region: string): DialTarget {
  const isLong = /^\d{7,}$/.test(target)
  return { phone: readPhone(isLong ? `+${target}` : target, region), name: '', target }
}
