/** What a request said, by name; values as they came. */
export type Parameters = Readonly<Record<string, unknown>>

/** A request as far as its parameters go. */
export interface RawRequest {
  readonly method: string
  readonly query: unknown
  /** The body as text; undefined when there was none. */
  readonly body: unknown
}

const asObject = (value: unknown): Parameters | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null

/** The object that a JSON text holds; null when it is no JSON or no object. */
export function readJsonObject(text: unknown): Parameters | null {
  if (typeof text !== 'string') return null
  try {
    return asObject(JSON.parse(text))
  } catch {
    return null
  }
}

/** GET: the query string. POST: a JSON object as body. Null when the body is none. */
export function readParameters({ method, query, body }: RawRequest): Parameters | null {
  return method === 'POST' ? readJsonObject(body) : asObject(query)
}

/** A text or number as text; null when the parameter is absent or empty; undefined when it is of another kind. */
export function readText(parameters: Parameters, name: string): string | null | undefined {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : null
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}
