import type { Notification } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import type { AlertOutcome } from '../../../core/contract.ts'

const ANSWER_MS = 2000 // a system that has not reported by then whether it shows an alert never will
/** Electron emits `show` as soon as Windows has accepted a toast; a refusal by Windows arrives a moment later. */
const REFUSED_WITHIN_MS = 400
const SWITCHED_OFF = '-2143420143' // Windows: the user switched notifications off (Electron's Notification, `failed`)

export type NativeNotification = Pick<Notification, 'show' | 'close' | 'on'>

export interface OutcomeParts {
  readonly platform: NodeJS.Platform
  readonly clock: Clock
  /** The system accepted the notification, so it can be withdrawn from now on. */
  readonly onShown: () => void
  readonly onFailed: () => void
}

/** What the system reports about a notification that is about to be shown. Settles once; `stop` ends the wait. */
export function notificationOutcome(
  native: NativeNotification,
  { platform, clock, onShown, onFailed }: OutcomeParts,
): { readonly outcome: Promise<AlertOutcome>; readonly stop: () => void } {
  const { promise: outcome, resolve } = Promise.withResolvers<AlertOutcome>()
  let stop = clock.after(ANSWER_MS, () => resolve('no-answer'))

  function settle(what: AlertOutcome): void {
    stop()
    resolve(what)
  }

  native.on('show', () => {
    onShown()
    if (platform !== 'win32') return settle('shown')
    stop()
    stop = clock.after(REFUSED_WITHIN_MS, () => resolve('shown'))
  })
  native.on('failed', (_event, error) => {
    onFailed()
    settle(error.includes(SWITCHED_OFF) ? 'refused' : 'failed')
  })
  return { outcome, stop: () => stop() }
}
