import type { PageOpened } from '../../../core/contract.ts'
import type { CallKey } from '../../../core/domain.ts'
import type { Words } from '../../../core/words/words.ts'

export interface OpenCrmPageParts {
  readonly open: (call: CallKey, rule: string | null) => Promise<PageOpened> | PageOpened
  readonly words: () => Words
  /** Says a word to the person, who has no window before them. */
  readonly tell: (sentence: string) => void
}

/** Opens a page from alert or tray. One that opens is seen; why one does not is said. */
export function createOpenCrmPage({
  open,
  words,
  tell,
}: OpenCrmPageParts): (call: CallKey, rule: string | null) => Promise<void> {
  return async (call, rule) => {
    const answer = await open(call, rule)
    const { templates, pages } = words()
    if (answer.kind === 'refused') tell(templates.urls[answer.why])
    else if (answer.kind !== 'opened') tell(pages.answers[answer.kind])
  }
}
