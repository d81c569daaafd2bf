import type { CrmCaller } from '../callers/crm-caller.ts'
import type { Failure } from '../connection.ts'
import { checkUrl } from '../crm/build-url.ts'
import type { Allowed } from '../crm/check-url-template.ts'
import type { UrlRefusal } from '../crm/url-refusal.ts'
import { coerceInteger } from '../telephony/coerce.ts'
import { parseJson } from '../telephony/json/parse-json.ts'
import { plainText } from '../telephony/plain-text.ts'
import { isRecord, type JsonRecord } from '../telephony/records.ts'

/** What a response says, or why it can't be used. Contains personal data: never log it. */
export type ResponseReading =
  | { readonly kind: 'read'; readonly caller: CrmCaller; readonly problems: readonly ResponseProblem[] }
  /** The endpoint reports an error of its own: `STATUS` isn't `OK`. */
  | { readonly kind: 'not-ok'; readonly status: string }
  | Extract<Failure, { kind: 'malformed' }>

/** A part of a good response that isn't used, or only as it is. */
export type ResponseProblem =
  /** A name without a single letter, such as the number itself. */
  | { readonly what: 'no-name' }
  /** Tags in a name: they are shown as text. */
  | { readonly what: 'markup' }
  | { readonly what: 'not-a-count' }
  | { readonly what: 'page'; readonly why: UrlRefusal }

const MAX_TEXT_LENGTH = 80 // a name and a company fit on two lines of the card
const MAX_MATCHES = 1_000_000 // no organisation has more customers with one number

/** Reads a body of the endpoint, whatever it is. `allowed`: the pages that may be opened. Never throws. */
export function readResponse(text: string, allowed: Allowed): ResponseReading {
  const parsed = parseJson(text)
  if (parsed.kind !== 'json') return parsed
  const body = parsed.value
  if (!isRecord(body)) return { kind: 'malformed', why: 'wrong-shape' }
  const cell = cellsOf(body)
  const status = textOf(cell('STATUS'))
  if (status === '') return { kind: 'malformed', why: 'wrong-shape' }
  if (status.toUpperCase() !== 'OK') return { kind: 'not-ok', status }
  const [name, company] = [textOf(cell('CLIENTNAME')), textOf(cell('COMPANY'))]
  const count = coerceInteger(cell('TOTAL'))
  const matches = count.value === null || count.value < 0 ? null : Math.min(count.value, MAX_MATCHES)
  const page = cell('URL')
  const url = typeof page === 'string' ? page.trim() : ''
  const why = url === '' ? null : checkUrl(url, allowed)
  // A company alone is who is calling.
  const caller = isName(name) ? { name, company } : { name: isName(company) ? company : '', company: '' }
  const problems: readonly (ResponseProblem | null)[] = [
    (name || company) !== caller.name ? { what: 'no-name' } : null,
    MARKUP.test(name) || MARKUP.test(company) ? { what: 'markup' } : null,
    matches === null && count.what !== 'missing' ? { what: 'not-a-count' } : null,
    why === null ? null : { what: 'page', why },
  ]
  return {
    kind: 'read',
    caller: { ...caller, matches, url: why === null ? url : '' },
    problems: problems.filter((problem) => problem !== null),
  }
}

/** Whether a response says anything: one that only confirms must not replace what is known. */
export const saysAnything = ({ name, matches, url }: CrmCaller): boolean =>
  name !== '' || matches !== null || url !== ''

const isName = (text: string): boolean => /\p{L}/u.test(text)

const MARKUP = /<\/?[a-z!]/i

/** A value by its name, in any case. */
function cellsOf(body: JsonRecord): (name: string) => unknown {
  const cells = new Map(Object.entries(body).map(([key, value]) => [key.trim().toUpperCase(), value]))
  return (name) => cells.get(name)
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return plainText(value, MAX_TEXT_LENGTH)
  return typeof value === 'number' ? String(value) : ''
}
