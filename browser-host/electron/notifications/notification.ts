import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { Desktop } from '../../desktop/desktop.ts'
import type { ToastFace } from '../../desktop/desktop-state.ts'
import type { FromPage } from '../../desktop/from-page.ts'
import { simulated, type PartOf } from '../../simulated.ts'
import type { SimulatedSystem } from '../../simulated-system.ts'
import { createHostEvent } from '../host-event.ts'
import { notificationWays, type CloseEvent } from './notification-ways.ts'

type Options = Electron.NotificationConstructorOptions

const STAYS_MS = 10_000 // for one that needn't stay; long enough to be read
const REFUSED_AFTER_MS = 150 // well after `show`, like the system's event
const SILENCE_MS = 3_000 // D-Bus gives up only after 25 s

export interface NotificationParts {
  readonly desktop: Desktop
  readonly system: SimulatedSystem
  /** Runs once after `ms`; the returned function cancels it. */
  readonly after: (ms: number, run: () => void) => () => void
  /** Blocks the whole program. */
  readonly standStill: (ms: number) => void
}

/**
 * Electron's `Notification` as a toast, behaving as on the simulated system. With no page open it waits for one. A
 * tester can turn notifications off, and make the service fail or not respond.
 */
export function createNotification({ desktop, system, after, standStill }: NotificationParts) {
  const ways = notificationWays(system)

  return class Notification extends EventEmitter implements PartOf<Electron.Notification> {
    readonly id: string
    title: string
    body: string
    silent: boolean
    actions: Electron.NotificationAction[]
    urgency: NonNullable<Options['urgency']>
    timeoutType: NonNullable<Options['timeoutType']>
    /** The system's notification since the last `show()`; null if there is none. */
    private posted: Posted | null = null

    /** False only for tests that simulate a desktop without a notification daemon. */
    static isSupported(): boolean {
      return process.env['RINGSIDE_HOST_NO_NOTIFICATIONS'] === undefined
    }

    static remove(ids: string | string[]): void {
      if (!ways.removesById) return
      for (const id of [ids].flat()) desktop.toasts.delete(id)
      desktop.changed()
    }

    constructor(options: Options = {}) {
      super()
      this.id = options.id === undefined || options.id === '' ? randomUUID() : options.id
      if (ways.longestId !== null && this.id.length > ways.longestId)
        throw new Error('Notification id exceeds Windows limit of 64 UTF-16 characters')
      this.title = options.title ?? ''
      this.body = options.body ?? ''
      this.silent = options.silent ?? false
      this.actions = options.actions ?? []
      this.urgency = options.urgency ?? 'normal'
      this.timeoutType = options.timeoutType ?? 'default'
      return simulated('Notification', this)
    }

    // What was shown is closed first (shell/browser/api/electron_api_notification.cc:296).
    show(): void {
      this.close()
      const posted: Posted = { stage: 'posted', heard: true, ends: [] }
      this.posted = posted
      if (ways.takenAfterMs === null) this.arrive(posted)
      else after(ways.takenAfterMs, () => this.arrive(posted))
    }

    /**
     * It reports nothing from then on, and a notification that the system doesn't have yet can't be withdrawn: it still
     * appears, and stays (shell/browser/api/electron_api_notification.cc:273).
     */
    close(): void {
      const posted = this.posted
      this.posted = null
      if (posted === null) return
      if (posted.stage !== 'posted') this.takeAway(posted)
      this.emitClose(ways.closedByApp)
      posted.heard = false
    }

    /** The system has accepted the notification. */
    private arrive(posted: Posted): void {
      const { notifications, notificationsWork, notificationsAnswer } = desktop.system()
      if (!notificationsAnswer) {
        if (!ways.waitsForService) return
        standStill(SILENCE_MS)
        return this.fail(posted, ways.failure)
      }
      if (!notificationsWork) return this.fail(posted, ways.failure)
      if (!notifications && !ways.showsBeforeRefusal) return this.fail(posted, ways.refusal)
      posted.stage = 'shown'
      if (notifications) this.draw(posted)
      else posted.ends.push(after(REFUSED_AFTER_MS, () => this.fail(posted, ways.refusal)))
      if (posted.heard) this.emit('show', createHostEvent())
    }

    private draw(posted: Posted): void {
      desktop.toasts.set(this.id, this.face())
      desktop.changed()
      posted.ends.push(desktop.subscribe((message) => this.hear(posted, message)))
    }

    private face(): ToastFace {
      return {
        id: this.id,
        title: this.title,
        body: ways.bodyIsMarkup ? withoutMarkup(this.body) : this.body,
        actions: this.actions.map((action) => action.text ?? ''),
        urgent: this.urgency === 'critical',
        silent: this.silent && ways.hearsSilent,
      }
    }

    private hear(posted: Posted, message: FromPage): void {
      if ((message.type !== 'toast' && message.type !== 'toast-action') || message.id !== this.id) return
      if (message.type === 'toast' && message.did === 'shown') {
        // A page that is opened later draws it too.
        if (this.timeoutType !== 'never' && posted.stage === 'shown') this.expire(posted)
        return
      }
      this.takeAway(posted)
      if (message.type === 'toast-action') this.act(posted, message.index)
      else if (message.did === 'click') this.click(posted)
      else this.dismiss(posted)
    }

    private expire(posted: Posted): void {
      posted.stage = 'read'
      posted.ends.push(
        after(STAYS_MS, () => {
          this.takeAway(posted)
          if (posted.heard) this.emitClose(ways.timedOut)
        }),
      )
    }

    private act({ heard }: Posted, index: number): void {
      if (!heard) return
      this.emit('action', { ...createHostEvent(), actionIndex: index, selectionIndex: -1 }, index, -1)
      this.emitClose(ways.acted)
    }

    // Electron releases it then: there is no `close` (shell/browser/notifications/notification.cc:52).
    private click(posted: Posted): void {
      if (posted.heard) this.emit('click', createHostEvent())
      if (this.posted === posted) this.posted = null
    }

    private dismiss({ heard }: Posted): void {
      if (heard) this.emitClose(ways.dismissed(this.actions.length > 0))
    }

    private fail(posted: Posted, why: string): void {
      this.takeAway(posted)
      if (this.posted === posted) this.posted = null
      if (posted.heard) this.emit('failed', createHostEvent(), why)
    }

    private takeAway(posted: Posted): void {
      posted.stage = 'gone'
      for (const end of posted.ends.splice(0)) end()
      if (desktop.toasts.delete(this.id)) desktop.changed()
    }

    private emitClose(how: CloseEvent): void {
      if (how === 'none') return
      this.emit('close', how === 'plain' ? createHostEvent() : { ...createHostEvent(), reason: how })
    }
  }
}

/** One notification in the system's hands. */
interface Posted {
  /** `read`: a page has drawn it, and its display time is running. */
  stage: 'posted' | 'shown' | 'read' | 'gone'
  /** Whether the app receives its events. */
  heard: boolean
  readonly ends: (() => void)[]
}

/** How a Linux desktop shows a body, which is markup there. */
const withoutMarkup = (body: string): string =>
  body
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
