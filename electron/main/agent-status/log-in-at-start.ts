import type { WindowState } from '../../../core/contract.ts'
import type { NamedStatus } from '../../../core/status-words.ts'
import type { Settings } from '../../../core/settings/settings.ts'

export interface LogInAtStartParts {
  readonly settings: () => Pick<Settings, 'logInAtStart'>
  /** Its person started the program: it was neither restarted after a crash nor by an update, and shows no demo. */
  readonly isByPerson: boolean
  readonly onState: (listener: (state: WindowState) => void) => () => void
  readonly set: (status: NamedStatus) => void
}

/**
 * Logs the agent in once, if the first status that is known after the start is logged out. Whoever is at lunch then stays
 * there. Returns a function that ends the waiting.
 */
export function logInAtStart({ settings, isByPerson, onState, set }: LogInAtStartParts): () => void {
  let isDecided = !isByPerson
  const stop = onState(({ watch, status, demo }) => {
    if (isDecided || demo || watch.connection.kind !== 'live' || watch.agent === null) return
    isDecided = true
    if (settings().logInAtStart && watch.agent.status.word === 'logout' && status.kind === 'offered')
      set('login')
  })
  return stop
}
