import type { NotSet } from '../agent-status/status-state.ts'
import type { AgentStatus } from '../domain.ts'
import type { Settings } from '../settings/settings.ts'
import type { StatusRefusal } from '../telephony/telephony-client.ts'
import { failureText, type FailureSentences } from './failure-text.ts'
import { isolated } from './formats.ts'
import type { WindowWords } from './words.ts'

/** What a language says of why a status was not set, or may not have been. `code` is Voicenter's own. */
export type StatusSentences = Readonly<Record<StatusRefusal, (code: string) => string>>

/** The sentence for it, out of a language's own. */
export function notSetText(failures: FailureSentences, sentences: StatusSentences): (why: NotSet) => string {
  const malformed = { ...failures.malformed, 'wrong-shape': failures.malformed['not-json'] }
  const failed = failureText({ ...failures, malformed })
  return (why) => (why.kind === 'not-set' ? sentences[why.why](why.code) : failed(why))
}

/** A status by the account's own name for it, where it has one. */
export function statusText(
  status: AgentStatus,
  names: Settings['statusNames'],
  words: Pick<WindowWords, 'agent'>,
): string {
  const name = status.word === 'unknown' ? '' : names[status.word]
  return name === '' ? words.agent.status(status) : isolated(name)
}
