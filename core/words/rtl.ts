import { isolated } from './formats.ts'

const WHOLE_ISOLATE = /^[\u2066-\u2068][^\u2066-\u2069]*\u2069$/

/**
 * Tag for a sentence of a right-to-left language: each inserted text is isolated, so that a name, a number or a time
 * keeps its own direction and reorders nothing around it. Isolated text without letters, such as `10:42` or `+972 72
 * 277 6772`, reads left to right. A plain count needs no isolation: digits alone are never reordered.
 */
export function rtl(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return String.raw({ raw: parts }, ...values.map(shielded))
}

function shielded(value: string | number): string | number {
  if (typeof value === 'number' || value === '' || WHOLE_ISOLATE.test(value)) return value
  return isolated(value)
}
