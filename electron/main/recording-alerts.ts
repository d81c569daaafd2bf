import type { AlertCommand, AlertNotification } from '../../core/alerts/notification.ts'
import { planRecordingAlerts, type ShownWarnings } from '../../core/alerts/plan-recording-alerts.ts'
import type { Clock } from '../../core/clock.ts'
import type { AlertOutcome } from '../../core/contract.ts'
import type { GuardWarning } from '../../core/guard/guard-state.ts'
import type { Settings } from '../../core/settings.ts'
import type { Words } from '../../core/words/words.ts'

/** The alerts of the recording guard: one for each warning, while it holds. */
export interface RecordingAlerts {
  follow(raised: readonly GuardWarning[], holding: readonly GuardWarning[]): void
}

export interface RecordingAlertParts {
  readonly clock: Pick<Clock, 'now'>
  readonly settings: () => Settings
  readonly words: () => Words
  readonly pausedUntil: () => number | null
  readonly show: (notification: AlertNotification) => Promise<AlertOutcome>
  readonly withdraw: (id: string) => void
  readonly onCommand: (command: AlertCommand) => void
}

export function createRecordingAlerts(parts: RecordingAlertParts): RecordingAlerts {
  let shown: ShownWarnings = new Map()

  function carryOut(command: AlertCommand): void {
    parts.onCommand(command)
    if (command.do === 'withdraw') parts.withdraw(command.id)
    else void parts.show(command.notification)
  }

  return {
    follow(raised, holding) {
      const plan = planRecordingAlerts({
        raised,
        holding,
        shown,
        settings: parts.settings(),
        pausedUntil: parts.pausedUntil(),
        now: parts.clock.now(),
        words: parts.words(),
      })
      shown = plan.shown
      plan.commands.forEach(carryOut)
    },
  }
}
