import type { LoginWarning } from '../../core/surroundings.ts'
import { isolated, leftToRight } from '../../core/words/formats.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'
import { shownText } from '../parts/shown-text.ts'

/** The likely problem at the agent's own extension, as a sentence. */
export function loginWarningLine(warning: LoginWarning, words: Words): string {
  switch (warning.kind) {
    case 'somebody-else': {
      const name = isolated(shownText(warning.name) || words.team.warning.someone)
      return words.team.warning.somebodyElse(name, leftToRight(warning.extension))
    }
    case 'rings-while-away':
      return words.team.warning.ringsWhileAway(words.agent.status(warning.status))
  }
}
