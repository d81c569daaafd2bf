import type { AgentStatus } from '../domain.ts'
import type { Settings } from '../settings/settings.ts'
import { isolated } from './formats.ts'
import type { StartWords } from './words.ts'

/** The name of a status: the account's own, if it has one. */
export function statusText(
  status: AgentStatus,
  names: Settings['statusNames'],
  words: Pick<StartWords, 'agent'>,
): string {
  const name = status.word === 'unknown' ? '' : names[status.word]
  return name === '' ? words.agent.status(status) : isolated(name)
}
