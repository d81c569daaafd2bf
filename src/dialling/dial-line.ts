import type { DialView } from '../../core/dialling/dialling-view.ts'
import type { NumberFormat } from '../../core/settings/settings.ts'
import type { StartWords as Words } from '../../core/words/words.ts'
import { whoLine } from './who-line.ts'

/** The progress of a call, as a sentence; null until it is confirmed. */
export function dialLine(dial: DialView, { dialling }: Words, format: NumberFormat): string | null {
  const who = whoLine(dial, format)
  const { stages, over, why } = dialling
  switch (dial.stage) {
    case 'confirming':
      return null
    case 'refused':
      return dial.why === null ? stages.refused : `${stages.refused} ${why(dial.why)}`
    case 'over':
      return over[dial.reached ?? 'own-leg'](who)
    case 'requested':
    case 'own-leg':
    case 'dialling':
    case 'talking':
    case 'unknown':
    case 'unseen':
      return stages[dial.stage](who)
  }
}
