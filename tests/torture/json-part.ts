export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The records in a list of `value`; none if there is no such list. */
export function listIn(value: unknown, name: string): readonly Json[] {
  const list: unknown = isJson(value) ? value[name] : []
  return Array.isArray(list) ? list.filter(isJson) : []
}
