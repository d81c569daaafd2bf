import type { Notification, NotificationConstructorOptions } from 'electron/main'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import type { Clock } from '../../../core/clock.ts'
import { createListeners } from '../../../core/listeners.ts'
import type { AlertOutcome } from '../../../core/contract.ts'
import type { CallKey } from '../../../core/domain.ts'
import { alertButtons } from './alert-buttons.ts'
import type { AlertButton } from './alert-buttons.ts'
import type { Logger } from '../system/log.ts'
import { notificationOptions } from './notification-options.ts'

const ANSWER_MS = 2000 // a system that has not said by then whether it shows an alert won't
const MAX_HELD = 50 // a storm of alerts that nobody touches
const LISTED_MS = 7_200_000 // in the system's list: longer than any break; what is older, the window tells

/** Alerts as the system's own notifications. */
export interface Notifier {
  /** Shows one and tells what became of it; never rejects. */
  show(notification: AlertNotification): Promise<AlertOutcome>
  /** Takes one back; nothing happens when it is gone already. */
  withdraw(id: string): void
  /** Takes back everything that is still shown. */
  clear(): void
  /** A person pressed an alert or its button. Returns its own end. */
  readonly onPress: (listener: (press: AlertPress) => void) => () => void
  /** The same, for good. */
  end(): void
}

export type NativeNotification = Pick<Notification, 'show' | 'close' | 'on'>

/** `mend`: the one click of a warning of the recording guard, by the warning's id. */
export type AlertPress =
  | { readonly does: 'open'; readonly call: CallKey | null }
  | { readonly does: 'copy' | 'page'; readonly call: CallKey }
  | { readonly does: 'mend'; readonly warning: number }

export interface NotifierParts {
  readonly isSupported: () => boolean
  readonly create: (options: NotificationConstructorOptions) => NativeNotification
  readonly platform: NodeJS.Platform
  readonly clock: Clock
  readonly log: Logger
  /** Label of the action that opens the window, for an alert that must have one and has nothing to copy. */
  readonly openLabel: () => string
}

export function createNotifier(parts: NotifierParts): Notifier {
  // Linux has no ids, so each is closed by its handle; and a handle that nobody holds is collected, its clicks lost.
  const shown = new Map<string, NativeNotification>()
  /** Those of them that went to the system's list, and when. */
  const listed = new Map<NativeNotification, number>()
  const waits = new Set<() => void>()
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

  const withdraw = (id: string): void => letGo(id)?.close()

  const clear = (): void => [...shown.keys()].forEach(withdraw)

  function show(alert: AlertNotification): Promise<AlertOutcome> {
    if (!parts.isSupported()) return Promise.resolve('unsupported')
    try {
      const native = parts.create(notificationOptions(alert, parts.platform, parts.openLabel()))
      hold(alert.id, native)
      listen(native, alert)
      const outcome = outcomeOf(native, parts.clock, waits)
      native.show()
      return outcome.then((what) => settled(alert, what))
    } catch {
      return Promise.resolve(settled(alert, 'failed'))
    }
  }

  function listen(native: NativeNotification, alert: AlertNotification): void {
    const { id, call } = alert
    const buttons = alertButtons(alert, parts.platform, '')
    native.on('click', () => presses.call({ does: 'open', call }))
    native.on('action', ({ actionIndex }) => press(alert, (buttons[actionIndex] ?? buttons[0])?.does))
    native.on('close', ({ reason }) => {
      if (shown.get(id) !== native) return
      // On Windows it went to the Action Center, from where it is still clicked and still to be taken back.
      if (reason === 'timedOut') listed.set(native, parts.clock.now())
      else letGo(id)
    })
  }

  function press({ call, mend }: AlertNotification, does: AlertButton['does'] | undefined): void {
    if (does === 'mend' && mend !== undefined) presses.call({ does, warning: mend.warning })
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
    },
  }
}

const SWITCHED_OFF = '-2143420143' // Windows: the user switched notifications off (Electron's Notification, `failed`)

/** `waits` holds what ends the wait, as long as it lasts. */
function outcomeOf(native: NativeNotification, clock: Clock, waits: Set<() => void>): Promise<AlertOutcome> {
  return new Promise((tell) => {
    const settle = (outcome: AlertOutcome): void => {
      stop()
      waits.delete(stop)
      tell(outcome)
    }
    const stop = clock.after(ANSWER_MS, () => settle('no-answer'))
    waits.add(stop)
    native.on('show', () => settle('shown'))
    native.on('failed', (_event, error) => settle(error.includes(SWITCHED_OFF) ? 'refused' : 'failed'))
  })
}
