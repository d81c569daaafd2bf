import { feedbackAlert } from '../../../core/alerts/plain-alert.ts'
import type { Clock } from '../../../core/clock.ts'
import type { Ladder } from '../alerts/ladder.ts'

const READ_MS = 2500 // for four words

/**
 * Shows the user what a shortcut did, in whatever program they are: silent, not clickable, and withdrawn automatically.
 * The tray's tooltip would not be seen, and the window would be in the way.
 */
export function createKeyFeedback(
  { show, withdraw }: Pick<Ladder, 'show' | 'withdraw'>,
  clock: Clock,
): (sentence: string) => void {
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
