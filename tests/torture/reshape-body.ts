import type { Random } from '../../simulator/world/random.ts'

type Json = Readonly<Record<string, unknown>>

/** The same response in forms that the documentation leaves open; its meaning stays the same. */
export function reshapeBody(body: object, random: Random): string {
  const reshape = (key: string, value: unknown): unknown =>
    random.chance(0.5) ? reshaped(key, value) : value
  const { EXTENSIONS, ...wrapper } = parsed(JSON.stringify(body, reshape))
  const list =
    Array.isArray(EXTENSIONS) && random.chance(0.3)
      ? Object.fromEntries(Object.entries(EXTENSIONS))
      : EXTENSIONS
  return JSON.stringify({ ...wrapper, Version: 2, EXTENSIONS: list })
}

function reshaped(key: string, value: unknown): unknown {
  if (typeof value === 'number') return key === 'ERR' ? value : String(value)
  if (key === 'recording') return [value]
  if (key === 'customdata' && isEmpty(value)) return []
  if (value === '') return null
  return value
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0

function parsed(text: string): Json {
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
