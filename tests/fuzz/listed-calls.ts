import { cleanText } from '../../core/telephony/clean-text.ts'

/** What a body contains beyond doubt, found without the schema. */
export interface ListedCalls {
  /** True if it is an API response about extensions, successful or not. */
  readonly isAnswer: boolean
  /** `extension/ivrid` of each call that has an id. */
  readonly calls: ReadonlySet<string>
}

const MAX_ID = 256

/** What this text contains, whatever it is. `asked`: the only extension that counts, null for all. */
export function listedCalls(text: string, asked: string | null): ListedCalls {
  const nothing = { isAnswer: false, calls: new Set<string>() }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return nothing
  }
  if (!isObject(body) || !Object.hasOwn(body, 'EXTENSIONS')) return nothing
  if (Object.hasOwn(body, 'ERR') && body['ERR'] !== 0) return nothing
  const list = body['EXTENSIONS']
  if (!Array.isArray(list)) return nothing
  const calls = new Set<string>()
  for (const entry of list as readonly unknown[]) {
    if (!isObject(entry)) continue
    const extension = idOf(entry['username'])
    if (extension === '' || (asked !== null && extension !== asked) || !Array.isArray(entry['calls']))
      continue
    for (const call of entry['calls'] as readonly unknown[]) {
      const ivrid = isObject(call) ? idOf(call['ivrid']) : ''
      if (ivrid !== '') calls.add(`${extension}/${ivrid}`)
    }
  }
  return { isAnswer: true, calls }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An id that is a text or an integer; the schema writes larger numbers in full, and they aren't checked here. */
function idOf(value: unknown): string {
  if (typeof value === 'string') return cleanText(value, MAX_ID)
  return Number.isSafeInteger(value) ? String(value) : ''
}
