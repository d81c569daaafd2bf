import { MAX_LABEL_LENGTH, MAX_OUTCOME_LABELS } from '../../core/settings/settings.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** Labels as typed, one a line: those, or the sentence that says why they can't be kept. */
export type LabelsRead =
  { readonly labels: readonly string[]; readonly wrong: null } | { readonly wrong: string }

export function readLabels(text: string, words: Words): LabelsRead {
  const lines = text.split('\n').map((line) => line.trim())
  const long = lines.findIndex((line) => line.length > MAX_LABEL_LENGTH)
  if (long !== -1) return { wrong: words.outcomes.tooLong(long + 1, MAX_LABEL_LENGTH) }
  const labels = [...new Set(lines.filter((line) => line !== ''))]
  return labels.length > MAX_OUTCOME_LABELS
    ? { wrong: words.outcomes.tooMany(MAX_OUTCOME_LABELS) }
    : { labels, wrong: null }
}
