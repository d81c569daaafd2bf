import { planNotifications } from '../alerts/plan-notifications.ts'
import type { Call, CallEvent, CallKey } from '../domain.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'
import type { Words } from '../words/words.ts'
import type { Decision } from './decision.ts'
import type { RecordingHeader } from './recording.ts'

/** Plans alerts as main does, and keeps which of them are on screen. */
export function createAlertDesk(header: RecordingHeader, words: Words) {
  const { region, alertOnRing, alertOnMissed } = header
  const settings = { ...DEFAULT_SETTINGS, region, alertOnRing, alertOnMissed }
  const shown = new Map<string, { readonly call: CallKey; readonly title: string }>()
  let pausedUntil = header.alertsPausedUntil

  return {
    pause(until: number | null): void {
      pausedUntil = until
    },
    take(events: readonly CallEvent[], calls: readonly Call[], now: number): readonly Decision[] {
      const rings = new Map([...shown].map(([id, { call }]) => [id, call]))
      const commands = planNotifications({
        events,
        calls,
        alerted: () => false,
        shown: rings,
        settings,
        pausedUntil,
        now,
        words,
      })
      return commands.map((command): Decision => {
        if (command.do === 'withdraw') {
          const title = shown.get(command.id)?.title ?? ''
          shown.delete(command.id)
          return { kind: 'alert', command, title, at: now }
        }
        const { id, kind, call, title } = command.notification
        if (kind === 'ring' && call !== null) shown.set(id, { call, title })
        return { kind: 'alert', command, title, at: now }
      })
    },
  }
}
