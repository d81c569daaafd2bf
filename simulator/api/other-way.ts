/** How responses are written. `documented`: as on the vendor's page. `other`: as in the sources that contradict it. */
export type Answers = 'documented' | 'other'

/**
 * A response with every assumption reversed: numbers as text, `customdata` and `recording` as lists, empty text as
 * null, and an undocumented key.
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
  if (key.toLowerCase() !== 'customdata') return otherWay(value)
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0
  return isEmpty ? [] : value
}
