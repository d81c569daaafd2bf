import { LOGIN, LOGOUT } from '../cast.ts'
import type { Agent } from '../model.ts'
import type { Stage } from '../stage.ts'

const MINUTE_MS = 60_000
const MEAN_WORK_MS = 80 * MINUTE_MS
/**
 * Lunch, Administrative, Private, Other, Training, Team meeting, Brief, Logout: more likely ones are listed more often.
 */
const AWAY = [3, 3, 3, 5, 5, 7, 7, 9, 11, 12, 13, LOGOUT] as const

/** Agents of a stage who leave their phone for a while and come back. Returns the function that starts it. */
export function createStatusLife(stage: Stage): () => void {
  const { board, scenario } = stage
  const random = stage.random('statuses')

  function back(agent: Agent): void {
    if (!agent.byHand) {
      if (agent.onlineUserId === 0) agent.representative = agent.name
      board.setStatus(agent, LOGIN, agent.onlineUserId === 0 ? agent.userId : agent.onlineUserId)
    }
    work(agent)
  }

  function away(agent: Agent): void {
    if (agent.legs.length > 0) {
      stage.unlessQuiet(MINUTE_MS, () => away(agent))
      return
    }
    if (!agent.byHand) {
      const status = random.pick(AWAY)
      board.setStatus(agent, status, status === LOGOUT ? 0 : agent.onlineUserId)
    }
    stage.unlessQuiet(random.between(5, 35) * MINUTE_MS, () => back(agent))
  }

  function work(agent: Agent): void {
    stage.unlessQuiet(random.exponential(MEAN_WORK_MS) + 5 * MINUTE_MS, () => away(agent))
  }

  return () => {
    if (!scenario.statusesChange) return
    for (const agent of board.agents.filter(({ scripted }) => !scripted)) {
      if (agent.status === LOGIN) work(agent)
      else stage.unlessQuiet(random.between(10, 90) * MINUTE_MS, () => back(agent))
    }
  }
}
