import { httpDate, retryAfterMs } from '../telephony/retry-after.ts'

const TYPES = ['application/json', 'text/html', 'text/plain', 'text/xml', 'application/xml']

/** The headers that matter, rewritten from their meaning: a header can contain any text. */
export function storedHeaders(headers: Headers): Readonly<Record<string, string>> {
  const stored: Record<string, string> = {}
  const date = dateAgain(headers.get('date'))
  if (date !== null) stored['date'] = date
  const type = headers.get('content-type')?.toLowerCase() ?? ''
  const known = TYPES.find((one) => type.startsWith(one))
  if (known !== undefined) stored['content-type'] = known
  const after = headers.get('retry-after')?.trim() ?? ''
  const wait = /^\d+(\.\d+)?$/.test(after) ? after : dateAgain(after)
  if (wait !== null && retryAfterMs(wait, 0) !== null) stored['retry-after'] = wait
  return stored
}

function dateAgain(text: string | null): string | null {
  const at = httpDate(text ?? '')
  return Number.isNaN(at) ? null : new Date(at).toUTCString()
}
