/** The parameters of a request by name, values unchanged. */
export type Parameters = Readonly<Record<string, unknown>>

/** The parts of a request that contain parameters. */
export interface RawRequest {
  readonly method: string
  readonly query: unknown
  /** The body as text; undefined if there is none. */
  readonly body: unknown
}

/** Null if it isn't one. */
export const asObject = (value: unknown): Parameters | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null

/** The object in a JSON text; null if it isn't JSON or isn't an object. */
export function readJsonObject(text: unknown): Parameters | null {
  if (typeof text !== 'string') return null
  try {
    return asObject(JSON.parse(text))
  } catch {
    return null
  }
}

/** GET: the query string. POST: a JSON object as body. Null if the body isn't one. */
export function readParameters({ method, query, body }: RawRequest): Parameters | null {
  return method === 'POST' ? readJsonObject(body) : asObject(query)
}

/** A text or number as text; null if the parameter is missing or empty; undefined if it has another type. */
export function readText(parameters: Parameters, name: string): string | null | undefined {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : null
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}

export const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
