import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { Desktop } from '../desktop/desktop.ts'
import type { ToastFace } from '../desktop/desktop-state.ts'
import { played } from '../played.ts'
import type { PlayedSystem } from '../played-system.ts'
import { createHostEvent } from './host-event.ts'

type Played = Pick<
  Electron.Notification,
  'show' | 'close' | 'id' | 'groupId' | 'title' | 'body' | 'silent' | 'actions' | 'urgency' | 'timeoutType'
>
type Options = Electron.NotificationConstructorOptions
type CloseReason = NonNullable<Electron.NotificationCloseEventParams['reason']>

const SHOWN_FOR_MS = 10_000 // one that need not stay; long enough to be read
const PAGE_ANSWERS_WITHIN_MS = 1_000 // a page in a background tab may draw nothing for a while

/** As Windows says it, with its code. */
const SWITCHED_OFF = 'Notifications are switched off for this app (-2143420143)'

export interface NotificationParts {
  readonly desktop: Desktop
  readonly system: PlayedSystem
  /** Runs once after `ms`; the returned function takes it back. */
  readonly after: (ms: number, run: () => void) => () => void
}

/**
 * Electron's `Notification` as a toast. `show` comes when a page has drawn it; with no page open at once, because
 * the system has taken it and keeps it until one opens. A tester can make the system refuse: then `failed` comes.
 */
export function createNotification({ desktop, system, after }: NotificationParts) {
  return class Notification extends EventEmitter implements Played {
    readonly id: string
    readonly groupId: string
    title: string
    body: string
    silent: boolean
    actions: Electron.NotificationAction[]
    urgency: NonNullable<Options['urgency']>
    timeoutType: NonNullable<Options['timeoutType']>
    private state: 'new' | 'taken' | 'shown' | 'closed' = 'new'
    private ends: (() => void)[] = []

    /** For tests: a desktop without a notification daemon. */
    static isSupported(): boolean {
      return process.env['RINGSIDE_HOST_NO_NOTIFICATIONS'] === undefined
    }

    static remove(ids: string | string[]): void {
      for (const id of [ids].flat()) desktop.toasts.delete(id)
      desktop.changed()
    }

    static removeAll(): void {
      desktop.toasts.clear()
      desktop.changed()
    }

    constructor(options: Options = {}) {
      super()
      this.id = options.id === undefined || options.id === '' ? randomUUID() : options.id
      this.groupId = options.groupId ?? ''
      this.title = options.title ?? ''
      this.body = options.body ?? ''
      this.silent = options.silent ?? false
      this.actions = options.actions ?? []
      this.urgency = options.urgency ?? 'normal'
      this.timeoutType = options.timeoutType ?? 'default'
      return played('Notification', this)
    }

    show(): void {
      const { notifications, notificationsWork, notificationsAnswer } = desktop.system()
      if (!notificationsAnswer) return
      if (!notifications || !notificationsWork) {
        const why = notifications ? 'The notification service failed' : SWITCHED_OFF
        setImmediate(() => this.emit('failed', createHostEvent(), why))
        return
      }
      this.leave()
      this.state = 'taken'
      this.ends.push(desktop.subscribe((message) => this.hear(message)))
      desktop.toasts.set(this.id, this.face())
      desktop.changed()
      this.ends.push(after(desktop.pageCount() === 0 ? 0 : PAGE_ANSWERS_WITHIN_MS, () => this.shown()))
    }

    close(): void {
      this.gone('applicationHidden')
    }

    private face(): ToastFace {
      return {
        id: this.id,
        title: this.title,
        body: system.platform === 'linux' ? withoutMarkup(this.body) : this.body,
        actions: this.actions.map((action) => action.text ?? ''),
        urgent: this.urgency === 'critical',
        silent: this.silent,
      }
    }

    private hear(message: Parameters<Parameters<Desktop['subscribe']>[0]>[0]): void {
      if ((message.type !== 'toast' && message.type !== 'toast-action') || message.id !== this.id) return
      if (message.type === 'toast-action') {
        this.emit(
          'action',
          { ...createHostEvent(), actionIndex: message.index, selectionIndex: -1 },
          message.index,
          -1,
        )
        this.gone('userCanceled')
        return
      }
      if (message.did === 'shown') this.drawn()
      if (message.did === 'click') this.emit('click', createHostEvent())
      if (message.did !== 'shown') this.gone('userCanceled')
    }

    private drawn(): void {
      this.shown()
      if (this.timeoutType === 'never' || this.state !== 'shown') return
      this.ends.push(after(SHOWN_FOR_MS, () => this.gone('timedOut')))
    }

    private shown(): void {
      if (this.state !== 'taken') return
      this.state = 'shown'
      this.emit('show', createHostEvent())
    }

    private gone(reason: CloseReason): void {
      if (this.state !== 'taken' && this.state !== 'shown') return
      this.leave()
      setImmediate(() => this.emit('close', { ...createHostEvent(), reason }))
    }

    private leave(): void {
      for (const end of this.ends.splice(0)) end()
      this.state = 'closed'
      if (desktop.toasts.delete(this.id)) desktop.changed()
    }
  }
}

/** What a Linux desktop shows of a body, which is markup there. */
const withoutMarkup = (body: string): string =>
  body
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
