import { httpDate, retryAfterMs } from '../telephony/retry-after.ts'

const TYPES = ['application/json', 'text/html', 'text/plain', 'text/xml', 'application/xml']

/** The headers that decide something, written anew from what they mean: a header can carry any text. */
export function storedHeaders(headers: Headers): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {}
  const date = dateAgain(headers.get('date'))
  if (date !== null) kept['date'] = date
  const type = headers.get('content-type')?.toLowerCase() ?? ''
  const known = TYPES.find((one) => type.startsWith(one))
  if (known !== undefined) kept['content-type'] = known
  const after = headers.get('retry-after')?.trim() ?? ''
  const wait = /^\d+(\.\d+)?$/.test(after) ? after : dateAgain(after)
  if (wait !== null && retryAfterMs(wait, 0) !== null) kept['retry-after'] = wait
  return kept
}

function dateAgain(text: string | null): string | null {
  const at = httpDate(text ?? '')
  return Number.isNaN(at) ? null : new Date(at).toUTCString()
}
