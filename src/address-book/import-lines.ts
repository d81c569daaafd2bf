import type { Imported } from '../../core/address-book/book-requests.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'
import type { Feedback } from '../account/account-answer.ts'

const PARTS = ['added', 'updated', 'known', 'withoutNumber', 'withoutName', 'shortened'] as const

/** The outcome of an import in words. */
export function importLines(imported: Exclude<Imported, { kind: 'cancelled' }>, words: Words): Feedback {
  switch (imported.kind) {
    case 'imported': {
      const { counts } = imported
      // How many were imported is said even if none was.
      const parts = PARTS.filter((part) => part === 'added' || counts[part] > 0)
      const said = parts.map((part) => words.book.imported[part](counts[part])).join(words.comma)
      const text = counts.shared === 0 ? said : [`${said}.`, words.book.shared(counts.shared)].join(' ')
      return { tone: 'good', text }
    }
    case 'unreadable':
      return { tone: 'bad', text: words.book.unreadable[imported.why] }
    case 'not-saved':
      return { tone: 'bad', text: words.book.notSaved[imported.why] }
  }
}
