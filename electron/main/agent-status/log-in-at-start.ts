import type { WindowState } from '../../../core/contract.ts'
import type { NamedStatus } from '../../../core/status-words.ts'
import type { Settings } from '../../../core/settings/settings.ts'

export interface LogInAtStartParts {
  readonly settings: () => Pick<Settings, 'logInAtStart'>
  /** Whether the user started the program: not a restart after a crash or an update, and not the demo. */
  readonly isByPerson: boolean
  readonly onState: (listener: (state: WindowState) => void) => () => void
  readonly set: (status: NamedStatus) => void
}

/**
 * Logs the agent in once, if the first known status after startup is logged out. An agent at lunch stays at lunch.
 * Returns a function that stops waiting for that status.
 */
export function logInAtStart({ settings, isByPerson, onState, set }: LogInAtStartParts): () => void {
  let isDecided = !isByPerson
  return onState(({ watch, status, demo }) => {
    if (isDecided || demo || watch.connection.kind !== 'live' || watch.agent === null) return
    isDecided = true
    if (settings().logInAtStart && watch.agent.status.word === 'logout' && status.kind === 'offered')
      set('login')
  })
}
