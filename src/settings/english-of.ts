import type { WindowWords as Words } from '../../core/words/words.ts'

/** The English of every sentence without values, by the sentence in another language. */
export function englishOf(words: Words, english: Words): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  pair(words, english, pairs)
  return pairs
}

/** Both have the same keys. */
function pair(one: unknown, english: unknown, pairs: Map<string, string>): void {
  if (typeof one === 'string' && typeof english === 'string') pairs.set(one.trim(), english)
  if (!isRecord(one) || !isRecord(english)) return
  for (const [key, value] of Object.entries(one)) pair(value, english[key], pairs)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
