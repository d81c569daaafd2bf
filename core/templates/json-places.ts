import type { TemplatePart } from './template.ts'

/** Where a part starts: within a quoted text, or outside. */
export type JsonPlace = 'within' | 'outside'

/** Where each part of a JSON template starts; null when a field would complete an escape such as `\` or `\u00`. */
export function jsonPlaces(parts: readonly TemplatePart[]): readonly JsonPlace[] | null {
  const places: JsonPlace[] = []
  let at: Reading = { place: 'outside', owed: 0 }
  for (const part of parts) {
    places.push(at.place)
    if (part.kind === 'text') for (const character of part.text) at = after(at, character)
    else if (at.owed > 0) return null
  }
  return places
}

interface Reading {
  readonly place: JsonPlace
  /** What the escape still lacks: hexadecimal digits, or everything after its backslash. */
  readonly owed: number
}

const HEX_DIGITS = 4
const ALL = HEX_DIGITS + 1

function after({ place, owed }: Reading, character: string): Reading {
  if (owed === ALL) return { place, owed: character === 'u' ? HEX_DIGITS : 0 }
  if (owed > 0) return { place, owed: owed - 1 }
  if (character === '"') return { place: place === 'within' ? 'outside' : 'within', owed }
  return { place, owed: place === 'within' && character === '\\' ? ALL : 0 }
}
