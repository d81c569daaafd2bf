import type { JournalTrouble } from '../../core/history/journal.ts'
import { leftToRight } from '../../core/words/formats.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** The state of the history file, in the agent's words. */
export function historyFileLine(trouble: JournalTrouble, words: Words): string {
  switch (trouble.kind) {
    case 'set-aside':
      return words.history.trouble.quarantineFile(leftToRight(trouble.file))
    case 'newer':
      return words.history.trouble.newer(leftToRight(trouble.file))
    case 'memory':
      return words.history.trouble.memory[trouble.why]
  }
}
