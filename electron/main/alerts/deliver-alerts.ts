import type { AlertCommand } from '../../../core/alerts/notification.ts'
import type { AlertReport } from './alerts.ts'
import type { Ladder } from './ladder.ts'

/** Carries out each alert command with `ladder`, and reports the result: for `Companion.onAlert`. */
export const deliverAlerts =
  ({ show, withdraw }: Pick<Ladder, 'show' | 'withdraw'>) =>
  (command: AlertCommand, report: (news: AlertReport) => void): void => {
    if (command.do === 'withdraw') withdraw(command.id)
    else void show(command.notification, (rungs) => report({ rungs })).then((outcome) => report({ outcome }))
  }
