import type { AgentStatus } from '../domain.ts'

/** Whether somebody is known to be logged in; `status` is null before it is known. Nobody else is told of queues. */
export const isLoggedIn = (status: AgentStatus | null): boolean =>
  status !== null && status.word !== 'logout' && status.word !== 'unknown'
