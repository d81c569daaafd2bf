import type { TemplatePart } from './template.ts'

/** Where a part starts: within a quoted text, or outside. */
export type JsonContext = 'within' | 'outside'

/** Where each part of a JSON template starts; null when a field would complete an escape such as `\` or `\u00`. */
export function jsonContexts(parts: readonly TemplatePart[]): readonly JsonContext[] | null {
  const contexts: JsonContext[] = []
  let at: Reading = { context: 'outside', owed: 0 }
  for (const part of parts) {
    contexts.push(at.context)
    if (part.kind === 'text') for (const character of part.text) at = after(at, character)
    else if (at.owed > 0) return null
  }
  return contexts
}

interface Reading {
  readonly context: JsonContext
  /** What is missing to complete the escape: hexadecimal digits, or everything after its backslash. */
  readonly owed: number
}

const HEX_DIGITS = 4
const ALL = HEX_DIGITS + 1

function after({ context, owed }: Reading, character: string): Reading {
  if (owed === ALL) return { context, owed: character === 'u' ? HEX_DIGITS : 0 }
  if (owed > 0) return { context, owed: owed - 1 }
  if (character === '"') return { context: context === 'within' ? 'outside' : 'within', owed }
  return { context, owed: context === 'within' && character === '\\' ? ALL : 0 }
}
