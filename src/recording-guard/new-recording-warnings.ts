import type { WindowState } from '../../core/contract.ts'
import type { GuardWarning } from '../../core/recording-guard/guard-state.ts'
import { recordingWarningText } from '../../core/words/recording-warning-text.ts'
import type { StartWords as Words } from '../../core/words/words.ts'
import type { Announcement } from '../frame/announcement.ts'

/** What to announce about new warnings: at once if a recording is not what the agent requested. */
export function newRecordingWarnings(
  before: readonly GuardWarning[],
  { recordingWarnings }: Pick<WindowState, 'recordingWarnings'>,
  words: Words,
): Announcement {
  const known = new Set(before.map(({ id }) => id))
  const news = recordingWarnings.filter(({ id }) => !known.has(id))
  const textOf = (warning: GuardWarning): string => {
    const { title, detail } = recordingWarningText(warning, words, warning.at)
    return detail === '' ? title : `${title}. ${detail}`
  }
  return {
    assertive: news.filter(isAgainstWish).map(textOf),
    polite: news.filter((warning) => !isAgainstWish(warning)).map(textOf),
  }
}

const isAgainstWish = ({ kind }: GuardWarning): boolean =>
  kind === 'recorded-again' || kind === 'refused' || kind === 'unconfirmed'
