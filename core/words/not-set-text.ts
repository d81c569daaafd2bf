import type { NotSet } from '../agent-status/status-state.ts'
import { failureText, type FailureSentences } from './failure-text.ts'

/** What a language says of why a status was not set, or may not have been. `code` is Voicenter's own. */
export type StatusSentences = Readonly<
  Record<Extract<NotSet, { kind: 'not-set' }>['why'], (code: string) => string>
>

/** The sentence for it, out of a language's own. */
export function notSetText(failures: FailureSentences, sentences: StatusSentences): (why: NotSet) => string {
  const malformed = { ...failures.malformed, 'wrong-shape': failures.malformed['not-json'] }
  const failed = failureText({ ...failures, malformed })
  return (why) => (why.kind === 'not-set' ? sentences[why.why](why.code) : failed(why))
}
