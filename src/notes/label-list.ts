import { SETTINGS } from '../../core/settings/settings.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

const { most, maxLength } = SETTINGS.outcomeLabels.shape

/** Labels as typed, one per line: the labels, or the sentence that explains why they can't be saved. */
export type LabelsRead =
  | { readonly labels: readonly string[]; readonly wrong: null }
  | { readonly wrong: string }

export function readLabels(text: string, words: Words): LabelsRead {
  const lines = text.split('\n').map((line) => line.trim())
  const long = lines.findIndex((line) => line.length > maxLength)
  if (long !== -1) return { wrong: words.outcomes.tooLong(long + 1, maxLength) }
  const labels = [...new Set(lines.filter((line) => line !== ''))]
  return labels.length > most ? { wrong: words.outcomes.tooMany(most) } : { labels, wrong: null }
}
