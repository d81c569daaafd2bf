import type { NotSet } from '../agent-status/status-state.ts'
import { failureText, type FailureSentences } from './failure-text.ts'

/** A language's sentences for why a status wasn't set, or may not have been. `code` is Voicenter's own number. */
export type StatusSentences = Readonly<
  Record<Extract<NotSet, { kind: 'not-set' }>['why'], (code: string) => string>
>

export function notSetText(failures: FailureSentences, sentences: StatusSentences): (why: NotSet) => string {
  const malformed = { ...failures.malformed, 'wrong-shape': failures.malformed['not-json'] }
  const failed = failureText({ ...failures, malformed })
  return (why) => (why.kind === 'not-set' ? sentences[why.why](why.code) : failed(why))
}
