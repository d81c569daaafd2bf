import type { Phone } from '../domain.ts'
import type { Settings } from '../settings.ts'
import { isolated, leftToRight, phoneText } from '../words/formats.ts'
import type { Words } from '../words/words.ts'

/** A caller in one line of plain text, for tray and notification: the number in the set form, a name, or "Withheld number". */
export function callerText(phone: Phone, settings: Settings, words: Words): string {
  const text = phoneText(phone, settings.numberFormat)
  if (phone.kind === 'withheld') return words.call.withheld
  if (phone.kind === 'name') return isolated(text)
  return words.direction === 'rtl' ? leftToRight(text) : text
}
