import type { WindowState } from '../../../core/contract.ts'
import type { SurroundingsState } from '../../../core/session/surroundings.ts'

/** The window's view of queues, location and warnings; the team is sent separately, row by row. */
export const onScreen = ({
  queues,
  location,
  warnings,
}: SurroundingsState): Pick<WindowState, 'queues' | 'location' | 'warnings'> => ({
  queues,
  location,
  warnings,
})
