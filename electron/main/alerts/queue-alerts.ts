import { isLoggedIn } from '../../../core/alerts/is-logged-in.ts'
import { planQueueAlerts, type ToldCauses } from '../../../core/alerts/plan-queue-alerts.ts'
import type { AgentStatus, QueuesState } from '../../../core/domain.ts'
import { createPlannedAlerts, type PlannedAlertParts } from './planned-alerts.ts'

/** The alerts of the queues: one for each cause and queue, while it lasts. */
export interface QueueAlerts {
  /** `status`: the agent's, null before it is known. Who is not logged in is told nothing new. */
  follow(queues: QueuesState, status: AgentStatus | null): void
  takeBack(): void
  /** What lasts and was told, as `causeKey` names it. */
  told(): readonly string[]
}

export function createQueueAlerts(parts: PlannedAlertParts): QueueAlerts {
  const alerts = createPlannedAlerts(parts)
  let told: ToldCauses = new Map()
  return {
    follow({ connection, queues }, status) {
      if (connection.kind !== 'live') return
      const loggedIn = isLoggedIn(status)
      const plan = planQueueAlerts({ queues, told, loggedIn, ...alerts.circumstances() })
      told = plan.told
      alerts.carryOut(plan.commands)
    },
    takeBack() {
      alerts.carryOut([...told.values()].map((id) => ({ do: 'withdraw', id })))
      told = new Map()
    },
    told: () => [...told.keys()],
  }
}
