import type { NativeNotification } from '../../electron/main/alerts/notification-outcome.ts'
import type { Random } from '../../simulator/world/random.ts'
import type { Computer } from './computer.ts'

const SAYS_AFTER_MS = { least: 5, most: 80 }
const SILENT_SHARE = 0.03 // of the systems never report whether they show a notification
const FAILED_SHARE = 0.02

/** The system's side of notifications: shows them and says so after a while; sometimes never, or that it failed. */
export function createSystemNotifications(computer: Computer, random: Random): () => NativeNotification {
  return () => {
    const heard = new Map<string, (...args: unknown[]) => void>()
    const self = {
      on(event: string, listener: (...args: unknown[]) => void) {
        heard.set(event, listener)
        return self
      },
      show() {
        if (random.chance(SILENT_SHARE)) return
        const event = random.chance(FAILED_SHARE) ? 'failed' : 'show'
        computer.systemAfter(SAYS_AFTER_MS.least + random.below(SAYS_AFTER_MS.most), () =>
          heard.get(event)?.({}, 'the system would not'),
        )
      },
      close: () => undefined,
    }
    return self as unknown as NativeNotification
  }
}
