import type { NotificationConstructorOptions } from 'electron/main'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import type { Clock } from '../../../core/clock.ts'
import { createListeners } from '../../../core/listeners.ts'
import type { AlertOutcome } from '../../../core/contract.ts'
import type { CallKey } from '../../../core/domain.ts'
import { alertButtons } from './alert-buttons.ts'
import type { AlertButton } from './alert-buttons.ts'
import type { Logger } from '../system/log.ts'
import { notificationOptions } from './notification-options.ts'
import { notificationOutcome, type NativeNotification } from './notification-outcome.ts'
import { createSlowService } from './slow-service.ts'

const MAX_HELD = 50 // a storm of alerts that nobody clicks
const LISTED_MS = 7_200_000 // how long an alert stays in the system's list: longer than any break; older calls are in the window

/** Alerts as the system's own notifications. */
export interface Notifier {
  /** Shows one and returns its outcome; never rejects. */
  show(notification: AlertNotification): Promise<AlertOutcome>
  /** Withdraws one; does nothing if it is already gone. */
  withdraw(id: string): void
  /** Withdraws everything that is still shown. */
  clear(): void
  /** The user pressed an alert or its button. Returns a function that unsubscribes. */
  readonly onPress: (listener: (press: AlertPress) => void) => () => void
  /** Withdraws everything and stops for good. */
  end(): void
}

/** `fix`: the one-click fix of a recording guard warning, by the warning's id. */
export type AlertPress =
  | { readonly does: 'open'; readonly call: CallKey | null }
  | { readonly does: 'copy' | 'page'; readonly call: CallKey }
  | { readonly does: 'fix'; readonly warning: number }

export interface NotifierParts {
  readonly isSupported: () => boolean
  readonly create: (options: NotificationConstructorOptions) => NativeNotification
  readonly platform: NodeJS.Platform
  readonly clock: Clock
  readonly log: Logger
  /** Label of the button that opens the window, for an alert that must have a button and has nothing to copy. */
  readonly openLabel: () => string
}

export function createNotifier(parts: NotifierParts): Notifier {
  // Called at startup: macOS then asks the user for permission, and Windows prepares for the first toast.
  const isSupported = parts.isSupported()
  // Linux has no ids, so each is closed by its handle; an unreferenced handle is garbage collected, and its clicks
  // lost.
  const shown = new Map<string, NativeNotification>()
  /** Those that moved to the system's list, and when. */
  const listed = new Map<NativeNotification, number>()
  /** Those that the system hasn't confirmed yet, so they can't be closed: `withdrawn` ones are closed once it does. */
  const coming = new Map<NativeNotification, 'wanted' | 'withdrawn'>()
  const waits = new Set<() => void>()
  const service = createSlowService(parts.clock, parts.log)
  const presses = createListeners<[AlertPress]>()

  function hold(id: string, native: NativeNotification): void {
    const [oldest] = shown.keys()
    if (shown.size >= MAX_HELD && oldest !== undefined) letGo(oldest)
    for (const [one, held] of shown)
      if (parts.clock.now() - (listed.get(held) ?? Infinity) >= LISTED_MS) withdraw(one)
    shown.set(id, native)
  }

  function letGo(id: string): NativeNotification | undefined {
    const native = shown.get(id)
    shown.delete(id)
    if (native !== undefined) listed.delete(native)
    return native
  }

  function withdraw(id: string): void {
    const native = letGo(id)
    if (native === undefined) return
    if (coming.has(native)) coming.set(native, 'withdrawn')
    else service.call(() => native.close())
  }

  const clear = (): void => [...shown.keys()].forEach(withdraw)

  function show(alert: AlertNotification): Promise<AlertOutcome> {
    if (!isSupported) return Promise.resolve('unsupported')
    if (service.isLeftAlone()) return Promise.resolve(settled(alert, 'no-answer'))
    try {
      const native = parts.create(notificationOptions(alert, parts.platform, parts.openLabel()))
      hold(alert.id, native)
      listen(native, alert)
      const outcome = whatComesOf(native)
      service.call(() => native.show())
      return outcome.then((what) => settled(alert, what))
    } catch {
      return Promise.resolve(settled(alert, 'failed'))
    }
  }

  function whatComesOf(native: NativeNotification): Promise<AlertOutcome> {
    const [oldest] = coming.keys()
    if (coming.size >= MAX_HELD && oldest !== undefined) coming.delete(oldest)
    coming.set(native, 'wanted')
    const { outcome, stop } = notificationOutcome(native, {
      ...parts,
      onShown() {
        const isWithdrawn = coming.get(native) === 'withdrawn'
        coming.delete(native)
        if (isWithdrawn) service.call(() => native.close())
      },
      onFailed: () => coming.delete(native),
    })
    waits.add(stop)
    return outcome.finally(() => waits.delete(stop))
  }

  function listen(native: NativeNotification, alert: AlertNotification): void {
    const { id, call } = alert
    const buttons = alertButtons(alert, parts.platform, '')
    native.on('click', () => presses.call({ does: 'open', call }))
    native.on('action', ({ actionIndex }) => press(alert, (buttons[actionIndex] ?? buttons[0])?.does))
    native.on('close', ({ reason }) => {
      if (shown.get(id) !== native) return
      // On Windows it moved to the Action Center, where it can still be clicked and withdrawn.
      if (reason === 'timedOut') listed.set(native, parts.clock.now())
      else letGo(id)
    })
  }

  function press({ call, remedy }: AlertNotification, does: AlertButton['does'] | undefined): void {
    if (does === 'fix' && remedy !== undefined) presses.call({ does, warning: remedy.warning })
    else if ((does === 'copy' || does === 'page') && call !== null) presses.call({ does, call })
    else presses.call({ does: 'open', call })
  }

  function settled({ id, kind }: AlertNotification, outcome: AlertOutcome): AlertOutcome {
    if (outcome === 'refused' || outcome === 'failed') letGo(id)
    if (outcome !== 'shown') parts.log.warn(`a ${kind} alert: ${outcome}`)
    return outcome
  }

  return {
    show,
    withdraw,
    clear,
    onPress: presses.add,
    end() {
      clear()
      for (const stop of waits) stop()
      service.end()
    },
  }
}
