import type { AgentStatus } from '../domain.ts'

/** Whether the agent is known to be logged in; `status` is null before it is known. Queue alerts require it. */
export const isLoggedIn = (status: AgentStatus | null): boolean =>
  status !== null && status.word !== 'logout' && status.word !== 'unknown'
