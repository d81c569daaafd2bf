import type { Phone } from '../domain.ts'
import type { Settings } from '../settings/settings.ts'
import { isolated, leftToRight, shownPhone } from '../words/formats.ts'
import { maskedLine, maskedPhone } from '../words/masked.ts'
import type { Words } from '../words/words.ts'

/**
 * A caller in one line of plain text, for tray and notification: the number in the configured form, a name, or
 * "Withheld number"; in privacy mode only that there is one.
 */
export function callerText(phone: Phone, settings: Settings, words: Words): string {
  const shown = settings.privacy ? maskedPhone(phone, words) : phone
  const text = shownPhone(shown, settings.numberFormat)
  if (text === '') return words.call.withheld
  if (shown.kind === 'name') return isolated(text)
  return words.direction === 'rtl' ? leftToRight(text) : text
}

/** The line that was dialled, such as `dialled 03-900-1234`, in privacy mode by its last digits; `''` if unknown. */
export function dialledText(did: Phone | null, settings: Settings, words: Words): string {
  if (did === null) return ''
  const line = settings.privacy ? maskedLine(did) : did
  return line === null ? '' : words.call.dialled(callerText(line, { ...settings, privacy: false }, words))
}

/** The name received with a call; none in privacy mode. */
export const nameText = (name: string, settings: Settings): string =>
  name === '' || settings.privacy ? '' : isolated(name)
