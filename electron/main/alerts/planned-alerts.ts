import type { AlertCommand, AlertNotification } from '../../../core/alerts/notification.ts'
import type { Clock } from '../../../core/clock.ts'
import type { AlertOutcome } from '../../../core/contract.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import type { Words } from '../../../core/words/words.ts'

/** Carries out alerts that are planned, one command after the other. */
export interface PlannedAlerts {
  carryOut(commands: readonly AlertCommand[]): void
  /** What every plan goes by, as it is now. */
  circumstances(): Circumstances
}

export interface Circumstances {
  readonly settings: Settings
  readonly words: Words
  readonly pausedUntil: number | null
  readonly now: number
}

export interface PlannedAlertParts {
  readonly clock: Pick<Clock, 'now'>
  readonly settings: () => Settings
  readonly words: () => Words
  readonly pausedUntil: () => number | null
  readonly show: (notification: AlertNotification) => Promise<AlertOutcome>
  readonly withdraw: (id: string) => void
  readonly onCommand: (command: AlertCommand) => void
}

export function createPlannedAlerts(parts: PlannedAlertParts): PlannedAlerts {
  return {
    carryOut(commands) {
      for (const command of commands) {
        parts.onCommand(command)
        if (command.do === 'withdraw') parts.withdraw(command.id)
        else void parts.show(command.notification)
      }
    },
    circumstances: () => ({
      settings: parts.settings(),
      words: parts.words(),
      pausedUntil: parts.pausedUntil(),
      now: parts.clock.now(),
    }),
  }
}
