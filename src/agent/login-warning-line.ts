import type { LoginWarning } from '../../core/surroundings.ts'
import { isolated, leftToRight } from '../../core/words/formats.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { statusText } from '../../core/words/status-text.ts'
import type { StartWords as Words } from '../../core/words/words.ts'
import { shownText } from '../parts/shown-text.ts'

/** The likely problem at the agent's own extension, as a sentence. */
export function loginWarningLine(
  warning: LoginWarning,
  words: Words,
  names: Settings['statusNames'],
): string {
  switch (warning.kind) {
    case 'somebody-else': {
      const name = isolated(shownText(warning.name) || words.agent.warning.someone)
      return words.agent.warning.somebodyElse(name, leftToRight(warning.extension))
    }
    case 'rings-while-away':
      return words.agent.warning.ringsWhileAway(statusText(warning.status, names, words))
  }
}
