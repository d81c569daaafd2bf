import type { PageOpened } from '../../../core/contract.ts'
import type { CallKey } from '../../../core/domain.ts'
import type { Words } from '../../../core/words/words.ts'

export interface OpenCrmPageParts {
  readonly open: (call: CallKey, rule: string | null) => Promise<PageOpened> | PageOpened
  readonly words: () => Words
  /** Shows a short message to the user, who may have no window open. */
  readonly showFeedback: (sentence: string) => void
}

/** Opens a page from alert or tray. Success is visible; a failure is reported. */
export function createOpenCrmPage({
  open,
  words,
  showFeedback,
}: OpenCrmPageParts): (call: CallKey, rule: string | null) => Promise<void> {
  return async (call, rule) => {
    const answer = await open(call, rule)
    const { crmPage } = words()
    if (answer.kind === 'refused') showFeedback(crmPage.urls[answer.why])
    else if (answer.kind !== 'opened') showFeedback(crmPage.answers[answer.kind])
  }
}
