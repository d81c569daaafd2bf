import type { AlertNotification } from '../../../core/alerts/notification.ts'
import { feedbackAlert } from '../../../core/alerts/plain-alert.ts'
import type { Clock } from '../../../core/clock.ts'

const READ_MS = 2500 // for four words

export interface KeyFeedbackParts {
  readonly show: (notification: AlertNotification) => unknown
  readonly withdraw: (id: string) => void
  readonly clock: Clock
}

/**
 * Shows the user what a shortcut did, in whatever program they are: silent, not clickable, and withdrawn automatically.
 * The tray's tooltip would not be seen, and the window would be in the way.
 */
export function createKeyFeedback({ show, withdraw, clock }: KeyFeedbackParts): (sentence: string) => void {
  let count = 0
  let takeBack = (): void => undefined
  return (sentence) => {
    takeBack()
    count += 1
    const id = `feedback-${clock.now()}-${count}`
    void show(feedbackAlert(sentence, id))
    const stop = clock.after(READ_MS, () => takeBack())
    takeBack = () => {
      stop()
      withdraw(id)
      takeBack = () => undefined
    }
  }
}
