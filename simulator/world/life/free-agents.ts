import { LOGIN } from '../cast.ts'
import type { Agent } from '../model.ts'

/** Logged in, not on a call, past wrap-up, and not part of a script. `now` in epoch ms. */
export function isFree(agent: Agent, now: number): boolean {
  return agent.status === LOGIN && agent.legs.length === 0 && agent.freeAt <= now && !agent.scripted
}
