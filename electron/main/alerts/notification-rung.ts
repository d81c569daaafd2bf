import type { AlertOutcome, DoNotDisturb } from '../../../core/contract.ts'
import type { LadderRung } from './ladder.ts'
import type { Notifier } from './notifier.ts'

export interface NotificationRungParts {
  readonly notifier: Pick<Notifier, 'show' | 'withdraw' | 'clear'>
  readonly doNotDisturb: () => Promise<DoNotDisturb>
  /** Called with the outcome of each. */
  readonly onOutcome: (outcome: AlertOutcome) => void
}

/**
 * The system's notification as the first rung. A system reports one as shown even if do-not-disturb put it straight
 * into the list; if the system reports do-not-disturb, that counts as refused. GNOME and KDE let most rings through
 * even then, so we may show more than needed, but never less.
 */
export function notificationRung({ notifier, doNotDisturb, onOutcome }: NotificationRungParts): LadderRung {
  return {
    async raise(alert) {
      const [outcome, state] = await Promise.all([
        notifier.show(alert),
        alert.kind === 'feedback' ? 'unknown' : doNotDisturb().catch(() => 'unknown' as const),
      ])
      const whole = outcome === 'shown' && state === 'on' ? 'refused' : outcome
      onOutcome(whole)
      return whole
    },
    lower: notifier.withdraw,
    clear: notifier.clear,
  }
}
