import { strict as assert } from 'node:assert'
import type { Notification, NotificationConstructorOptions } from 'electron/main'
import type { Belief, Stage } from '../belief.ts'

const NOTIFICATIONS = 'shell/browser/notifications'
const API = 'shell/browser/api/electron_api_notification.cc'
const LATER_MS = 300 // well above what the system needs to show or refuse one

interface Tried {
  readonly native: Notification
  /** The events so far, `close` with its reason and `failed` with its message. */
  readonly events: string[]
}

let last = 0

/** A notification that isn't shown yet, with a unique title. */
function tried({ electron }: Stage, options: NotificationConstructorOptions = {}): Tried {
  const native = new electron.Notification({ title: `Belief ${++last}`, ...options })
  const events: string[] = []
  native.on('show', () => events.push('show'))
  native.on('click', () => events.push('click'))
  native.on('close', ({ reason }) => events.push(`close ${reason ?? ''}`.trim()))
  native.on('failed', (_event, why) => events.push(`failed ${why}`.trim()))
  return { native, events }
}

async function shown(stage: Stage, options: NotificationConstructorOptions = {}): Promise<Tried> {
  const one = tried(stage, { timeoutType: 'never', ...options })
  one.native.show()
  await stage.until(() => one.events.includes('show'))
  return one
}

/** What a notification reports while notifications are turned off. */
async function refused(stage: Stage): Promise<readonly string[]> {
  await stage.arrange('notifications off')
  try {
    const { native, events } = tried(stage)
    native.show()
    await stage.until(() => events.some((event) => event.startsWith('failed')))
    return events
  } finally {
    await stage.arrange('notifications on')
  }
}

export const notificationBeliefs: readonly Belief[] = [
  {
    name: 'show is emitted within show()',
    source: `${NOTIFICATIONS}/linux/libnotify_notification.cc:195`,
    confidence: 'C',
    on: ['linux', 'wayland'],
    holds(stage) {
      const { native, events } = tried(stage)
      native.show()
      assert.deepEqual(events, ['show'])
      native.close()
      return Promise.resolve()
    },
  },
  {
    name: 'show is emitted after show() has returned',
    source: `${NOTIFICATIONS}/win/windows_toast_notification.cc:257, mac/cocoa_notification.mm:221`,
    confidence: 'C',
    on: ['windows', 'macos'],
    async holds(stage) {
      const { native, events } = tried(stage)
      native.show()
      assert.equal(events.length, 0)
      await stage.until(() => events.includes('show'))
      native.close()
    },
  },
  {
    name: 'one that the settings refuse is said to be shown first, and failed afterwards with the system’s number',
    source: `${NOTIFICATIONS}/win/windows_toast_notification.cc:496, 86, 941`,
    confidence: 'C',
    on: ['windows'],
    async holds(stage) {
      const [first, second] = await refused(stage)
      assert.equal(first, 'show')
      assert.match(second ?? '', /-2143420143/)
    },
  },
  {
    name: 'one that is not allowed fails, and is never said to be shown',
    source: `${NOTIFICATIONS}/mac/cocoa_notification.mm:203`,
    confidence: 'C',
    on: ['macos'],
    async holds(stage) {
      const events = await refused(stage)
      await stage.settle(LATER_MS)
      assert.equal(events.length, 1)
    },
  },
  {
    name: 'failed has no words',
    source: `${NOTIFICATIONS}/linux/libnotify_notification.cc:191`,
    confidence: 'C',
    on: ['linux', 'wayland'],
    async holds(stage) {
      assert.deepEqual(await refused(stage), ['failed'])
    },
  },
  {
    name: 'close() of one that is shown emits no close',
    source: `${API}:286`,
    confidence: 'C',
    on: ['windows', 'linux', 'wayland'],
    async holds(stage) {
      const { native, events } = await shown(stage)
      native.close()
      await stage.settle(LATER_MS)
      assert.deepEqual(events, ['show'])
    },
  },
  {
    name: 'close() emits close before it returns',
    source: `${NOTIFICATIONS}/mac/cocoa_notification.mm:246`,
    confidence: 'C',
    on: ['macos'],
    async holds(stage) {
      const { native, events } = await shown(stage)
      native.close()
      assert.deepEqual(events, ['show', 'close'])
    },
  },
  {
    name: 'after close() of one that is not shown yet, no show comes',
    source: `${API}:286`,
    confidence: 'C',
    on: ['windows', 'macos'],
    async holds(stage) {
      const { native, events } = tried(stage)
      native.show()
      native.close()
      await stage.settle(LATER_MS)
      assert.equal(events.includes('show'), false)
    },
  },
  {
    name: 'close() of one that is not shown yet takes nothing back: it comes afterwards, and stays',
    source: `${NOTIFICATIONS}/win/windows_toast_notification.cc:572, 467, mac/cocoa_notification.mm:242`,
    confidence: 'L',
    on: ['windows', 'macos'],
    async holds(stage) {
      const { native } = tried(stage, { timeoutType: 'never' })
      native.show()
      native.close()
      await stage.settle(LATER_MS)
      const seen = await stage.sees(`the notification ${native.title}`)
      if (seen) await stage.arrange(`close the notification ${native.title}`)
      assert.equal(seen, true)
    },
  },
  {
    name: 'close() at show takes it back',
    source: `${NOTIFICATIONS}/win/windows_toast_notification.cc:481`,
    confidence: 'C',
    async holds(stage) {
      const { native } = tried(stage, { timeoutType: 'never' })
      const { promise, resolve } = Promise.withResolvers<undefined>()
      native.on('show', () => {
        native.close()
        resolve(undefined)
      })
      native.show()
      await promise
      await stage.settle(LATER_MS)
      assert.equal(await stage.sees(`the notification ${native.title}`), false)
    },
  },
  {
    name: 'a click emits click, and no close after it',
    source: `${NOTIFICATIONS}/notification.cc:52`,
    confidence: 'C',
    async holds(stage) {
      const { native, events } = await shown(stage)
      await stage.arrange(`click the notification ${native.title}`)
      await stage.until(() => events.includes('click'))
      native.close()
      await stage.settle(LATER_MS)
      assert.deepEqual(events, ['show', 'click'])
    },
  },
  {
    name: 'one that a person closes emits close with userCanceled',
    source: `${NOTIFICATIONS}/win/windows_toast_notification.cc:915`,
    confidence: 'C',
    on: ['windows'],
    async holds(stage) {
      const { native, events } = await shown(stage)
      await stage.arrange(`close the notification ${native.title}`)
      await stage.until(() => events.length === 2)
      assert.equal(events[1], 'close userCanceled')
    },
  },
  {
    name: 'one that a person closes emits close without a reason',
    source: `${NOTIFICATIONS}/linux/libnotify_notification.cc:215`,
    confidence: 'C',
    on: ['linux', 'wayland'],
    async holds(stage) {
      const { native, events } = await shown(stage)
      await stage.arrange(`close the notification ${native.title}`)
      await stage.until(() => events.length === 2)
      assert.equal(events[1], 'close')
    },
  },
  {
    name: 'one that a person closes emits close only when it has buttons',
    source: `${NOTIFICATIONS}/mac/cocoa_notification.mm:124, mac/notification_center_delegate.mm:57`,
    confidence: 'L',
    on: ['macos'],
    async holds(stage) {
      const plain = await shown(stage)
      const withButton = await shown(stage, { actions: [{ type: 'button', text: 'Do' }] })
      for (const { native } of [plain, withButton])
        await stage.arrange(`close the notification ${native.title}`)
      await stage.until(() => withButton.events.includes('close'))
      assert.deepEqual(plain.events, ['show'])
    },
  },
  {
    name: 'a body is markup',
    source: `${NOTIFICATIONS}/linux/libnotify_notification.cc:119`,
    confidence: 'L',
    on: ['linux', 'wayland'],
    async holds(stage) {
      const { native } = await shown(stage, { body: 'R&amp;D &lt;north&gt;' })
      const seen = await stage.sees('the notification R&D <north>')
      native.close()
      assert.equal(seen, true)
    },
  },
  {
    name: 'show() of one that is shown shows it anew: it is said twice, and is there once',
    source: `${API}:296`,
    confidence: 'C',
    async holds(stage) {
      const { native, events } = await shown(stage)
      native.show()
      await stage.until(() => events.filter((event) => event === 'show').length === 2)
      native.close()
      await stage.settle(LATER_MS)
      assert.equal(await stage.sees(`the notification ${native.title}`), false)
    },
  },
  {
    name: 'an id of more than 64 characters throws',
    source: `${API}:136`,
    confidence: 'C',
    on: ['windows'],
    holds({ electron }) {
      assert.throws(() => new electron.Notification({ id: 'x'.repeat(65) }), /64 UTF-16/)
      assert.doesNotThrow(() => new electron.Notification({ id: 'x'.repeat(64) }))
      return Promise.resolve()
    },
  },
  {
    name: 'remove() takes nothing away where it is not macOS',
    source: `${NOTIFICATIONS}/notification_presenter.cc:54`,
    confidence: 'C',
    on: ['windows', 'linux', 'wayland'],
    async holds(stage) {
      const { native } = await shown(stage)
      stage.electron.Notification.remove(native.id)
      const seen = await stage.sees(`the notification ${native.title}`)
      native.close()
      assert.equal(seen, true)
    },
  },
]
