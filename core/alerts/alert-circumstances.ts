import type { Settings } from '../settings/settings.ts'
import type { Words } from '../words/words.ts'

/** What every decision about alerts depends on besides its input. */
export interface AlertCircumstances {
  readonly settings: Settings
  /** Epoch ms until which nothing is shown; null for no pause. */
  readonly pausedUntil: number | null
  readonly now: number
  readonly words: Words
}

export const isPaused = ({ pausedUntil, now }: Pick<AlertCircumstances, 'pausedUntil' | 'now'>): boolean =>
  pausedUntil !== null && now < pausedUntil
