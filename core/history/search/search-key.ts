import type { Phone } from '../../domain.ts'

const MIN_DIGITS = 3 // fewer are in nearly every number

/** What a person typed: part of a number in any written form, or other text; `raw` is the text in lower case. */
export type SearchKey =
  | { readonly kind: 'number'; readonly digits: string; readonly raw: string }
  | { readonly kind: 'text'; readonly raw: string }

/**
 * Reads what was typed into the search box; null for nothing. A number may carry spaces, dots, dashes and brackets,
 * `+` or `00` before the country's code, and a bracketed trunk zero after it, as in `+972 (0)72 277 6772`.
 */
export function searchKey(typed: string): SearchKey | null {
  const raw = folded(typed.replaceAll('\0', '').trim())
  if (raw === '') return null
  if (!/^\+?[\d\s().\-–/]+$/.test(raw)) return { kind: 'text', raw }
  const abroad = raw.startsWith('+') ? raw.replace(/\(0\)/, '') : raw
  const digits = digitsOf(abroad).replace(/^00/, '')
  return digits.length < MIN_DIGITS ? { kind: 'text', raw } : { kind: 'number', digits, raw }
}

/** Every run of digits by which a caller may be looked for, apart by a space so that none runs into the next. */
export function numberText(phone: Phone): string {
  if (phone.kind === 'name' || phone.kind === 'withheld') return ''
  const forms = phone.kind === 'number' ? [phone.national, phone.e164, phone.received] : [phone.received]
  const runs = [...new Set(forms.map(digitsOf))]
  return runs.filter((run) => !runs.some((other) => other !== run && other.includes(run))).join(' ')
}

/** Text as it is compared: in lower case, and composed, so that é is é however it was typed. */
export const folded = (text: string): string => text.normalize('NFC').toLowerCase()

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')
