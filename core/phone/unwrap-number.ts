import { asciiDigits } from '../fold-text.ts'

/** A caller as a phone system writes it, split into parts. */
export interface UnwrappedNumber {
  /** The text before an address in angle brackets, such as `Noa` in `"Noa" <sip:100@pbx>`; `''` for none. */
  readonly display: string
  /** The number alone: without scheme, host, parameters, extension and quotation marks, in plain digits and hyphens. */
  readonly number: string
  /** The host after `@`; `''` for none. */
  readonly host: string
}

/** 128 characters of a caller are read, 1,000 of a search: the expressions below take quadratic time. */
const MAX_LENGTH = 1_000

const IN_ANGLES = /^([^<]*)<([^<>]*[^<>\s][^<>]*)(?:>|\.{3}$)/ // a truncated text ends in an ellipsis
const SCHEME = /^(?:sips?|tel|callto|h323|iax2?|skype|sms(?:to)?|facetime(?:-audio)?):(?:\/\/)?/i
/** Remains of the sentence, list or line of code that a number was copied from. */
const AROUND = /^[\s"'`„“”‘’«»,;:]+|[\s"'`„“”‘’«»,;:]+$/gu
/** RFC 3966 has `;ext=`; `,` and `;` are pauses in address books; the rest is how people write it. */
const EXTENSION =
  /^(?<number>.*\d[\s).]*?)[\s(]*(?:extension|extn?|x|доб(?:авочный)?|вн|שלוחה|שלוחת|تحويلة|داخلي|#(?!#)|[,;~pw]+)[\s.:=]*#?\s*(?<extension>\d+)\)?$/iu
/** Address books store pauses and tones after a number. */
const TONES = /^(?<number>(?:[^\d,;]*\d){7,}[^,;]*)[,;]+[\d\s,;*#]+$/
/** Hides or shows the caller’s number for one call: everywhere (3GPP TS 22.030), in Israel, in North America. */
const CALLER_ID_PREFIX = /^(?:[*#]{1,2}31#|\*43|\*67|\*82)\s*(?=\+?\d(?:\D{0,3}\d){6})/
const CONTEXT = /;phone-context=(?<context>\+[\d-]+)/i

/** Extracts the number from the text around it, however it is written. Text only: doesn't check whether it is a number. */
export function unwrapNumber(text: string): UnwrappedNumber {
  const clean = legible(text.slice(0, MAX_LENGTH))
  const [, before = '', inner] = IN_ANGLES.exec(clean) ?? []
  const written = (inner ?? clean).replaceAll(AROUND, '')
  const isAddress = SCHEME.test(written)
  const address = decoded(written.replace(SCHEME, ''))
  const at = address.indexOf('@')
  const [user, host] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)]
  const context = CONTEXT.exec(address)?.groups?.['context'] ?? ''
  const named =
    isAddress || host !== '' ? user.replace(/(?<=\d):.*$|[;?].*$/, '') : user.replace(/;[a-z-]+=.*$/i, '')
  const number = withoutExtension(named.replaceAll(AROUND, '').replace(CALLER_ID_PREFIX, ''))
  return {
    display: before.replaceAll(AROUND, ''),
    number: number.startsWith('+') ? number : context + number,
    host: host.replace(/[;?:>].*$/, '').toLowerCase(),
  }
}

/** Without invisible characters; with one kind of space, hyphen, star and digit. */
const legible = (text: string): string =>
  asciiDigits(text.replaceAll(/\s+/gu, ' ').normalize('NFKC'))
    .replaceAll(/[\p{Cf}\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu, '')
    .replaceAll(/[\p{Pd}−⁃]/gu, '-')
    .replaceAll(/[∗⁎✱٭]/gu, '*')
    .trim()

/** An extension never has more digits than the number: `03,9001234` is one number, and so is `972,521,234,567`. */
function withoutExtension(text: string): string {
  const dialled = TONES.exec(text)?.groups?.['number'] ?? text
  const { number, extension } = EXTENSION.exec(dialled)?.groups ?? {}
  if (number === undefined || extension === undefined) return dialled.trim()
  const isGrouped = /\d,/.test(number)
  return isGrouped || number.replaceAll(/\D/g, '').length < extension.length ? dialled : number.trim()
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address // a percent sign that encodes nothing
  }
}
