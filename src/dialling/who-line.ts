import type { DialView } from '../../core/dialling/dialling-view.ts'
import type { NumberFormat } from '../../core/settings/settings.ts'
import { isolated, phoneText, unbrokenNumber } from '../../core/words/formats.ts'
import { shownText } from '../parts/shown-text.ts'

/** Whom a call is placed to, as part of a sentence: the number, or a colleague's name. */
export function whoLine({ phone, name }: Pick<DialView, 'phone' | 'name'>, format: NumberFormat): string {
  const text = phoneText(phone, format)
  if (phone.kind === 'number' || phone.kind === 'digits') return unbrokenNumber(text)
  return isolated(shownText(name === '' ? text : name))
}
