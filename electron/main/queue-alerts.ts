import type { AlertCommand, AlertNotification } from '../../core/alerts/notification.ts'
import { planQueueAlerts, type ToldCauses } from '../../core/alerts/plan-queue-alerts.ts'
import type { Clock } from '../../core/clock.ts'
import type { AlertOutcome } from '../../core/contract.ts'
import type { AgentStatus, QueuesState } from '../../core/domain.ts'
import type { Settings } from '../../core/settings.ts'
import type { Words } from '../../core/words/words.ts'

/** The alerts of the queues: one for each cause and queue, while it lasts. */
export interface QueueAlerts {
  /** `status`: the agent's, null before it is known. Only who is logged in is told. */
  follow(queues: QueuesState, status: AgentStatus | null): void
  takeBack(): void
  /** What lasts and was told, as `causeKey` names it. */
  told(): readonly string[]
}

export interface QueueAlertParts {
  readonly clock: Pick<Clock, 'now'>
  readonly settings: () => Settings
  readonly words: () => Words
  readonly pausedUntil: () => number | null
  readonly show: (notification: AlertNotification) => Promise<AlertOutcome>
  readonly withdraw: (id: string) => void
  readonly onCommand: (command: AlertCommand) => void
}

export function createQueueAlerts(parts: QueueAlertParts): QueueAlerts {
  let told: ToldCauses = new Map()

  function carryOut(command: AlertCommand): void {
    parts.onCommand(command)
    if (command.do === 'withdraw') parts.withdraw(command.id)
    else void parts.show(command.notification)
  }

  return {
    follow({ connection, queues }, status) {
      if (connection.kind !== 'live') return
      const plan = planQueueAlerts({
        queues,
        told,
        loggedIn: status !== null && status.word !== 'logout' && status.word !== 'unknown',
        settings: parts.settings(),
        pausedUntil: parts.pausedUntil(),
        now: parts.clock.now(),
        words: parts.words(),
      })
      told = plan.told
      plan.commands.forEach(carryOut)
    },
    told: () => [...told.keys()],
    takeBack() {
      told.forEach((id) => carryOut({ do: 'withdraw', id }))
      told = new Map()
    },
  }
}
