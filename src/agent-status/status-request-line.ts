import type { StatusRequest } from '../../core/agent-status/status-state.ts'
import type { StatusView } from '../../core/agent-status/status-view.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { statusText } from '../../core/words/status-text.ts'
import type { StartWords as Words } from '../../core/words/words.ts'

/**
 * The outcome of a request to set the status, as a sentence; `''` without a request, or if the status itself shows it.
 */
export function statusRequestLine(
  request: StatusRequest,
  words: Words,
  names: Settings['statusNames'],
): string {
  if (request.kind === 'none' || request.kind === 'confirmed') return ''
  const { agentStatus } = words
  const status = statusText({ word: request.status, number: null }, names, words)
  switch (request.kind) {
    case 'asked':
      return agentStatus.asked(status)
    case 'refused':
      return `${agentStatus.refused(status)} ${agentStatus.why(request.why)}`
    case 'unconfirmed': {
      const line = agentStatus.unconfirmed(status)
      return request.why === null ? line : `${line} ${agentStatus.why(request.why)}`
    }
  }
}

/** What a screen reader announces when a request has progressed; `''` for what it has already announced. */
export function newStatusLine(
  before: StatusView | null,
  now: StatusView,
  words: Words,
  names: Settings['statusNames'],
): readonly string[] {
  if (now.kind !== 'offered') return []
  const was = before?.kind === 'offered' ? before.request : null
  const { request } = now
  if (request === was || request.kind === 'none') return []
  const known = was !== null && was.kind === request.kind && 'status' in was && was.status === request.status
  if (known || before === null) return []
  if (request.kind !== 'confirmed') return [statusRequestLine(request, words, names)]
  return [words.agentStatus.confirmed(statusText({ word: request.status, number: null }, names, words))]
}
