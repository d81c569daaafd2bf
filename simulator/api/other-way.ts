/** How answers are written. `documented`: as on the vendor's page. `other`: as the sources that disagree with it have it. */
export type Answers = 'documented' | 'other'

/**
 * An answer with every guess the other way: numbers as texts, `customdata` and `recording` as lists, empty texts as null, and a
 * key that isn't documented.
 */
export function otherWay(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(otherWay)
  if (typeof answer === 'number') return String(answer)
  if (typeof answer !== 'object' || answer === null) return answer === '' ? null : answer
  const entries = Object.entries(answer).map(([key, value]) => [key, valueOf(key, value)])
  return { ...Object.fromEntries(entries), serverTag: 'm1' }
}

function valueOf(key: string, value: unknown): unknown {
  if (key === 'recording') return [otherWay(value)]
  if (key !== 'customdata') return otherWay(value)
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0
  return isEmpty ? [] : value
}
