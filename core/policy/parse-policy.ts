import { parsedJson } from '../parsed-json.ts'
import type { PolicyReading, PolicySource } from './policy.ts'

/** Reads a policy's JSON text; a byte order mark, as Windows' editors write it, is allowed. */
export function parsePolicy(source: PolicySource, location: string, text: string): PolicyReading {
  const values = parsedJson(text.replace(/^\uFEFF/, ''))
  if (values === undefined) return { kind: 'unreadable', location, why: 'not-json' }
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    return { kind: 'unreadable', location, why: 'not-an-object' }
  return { kind: 'found', source, location, values: { ...values } }
}
