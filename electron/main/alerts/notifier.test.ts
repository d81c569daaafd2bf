import { EventEmitter } from 'node:events'
import type { NotificationConstructorOptions } from 'electron/main'
import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import { createNotifier } from './notifier.ts'
import type { NativeNotification } from './notification-outcome.ts'
import type { Notifier, NotifierParts } from './notifier.ts'

class FakeNotification extends EventEmitter {
  readonly options: NotificationConstructorOptions
  calls: string[] = []
  onShow = (): void => undefined
  constructor(options: NotificationConstructorOptions) {
    super()
    this.options = options
  }
  show(): void {
    this.calls.push('show')
    this.onShow()
  }
  /** Like Electron's: on Windows and Linux no event follows. */
  close(): void {
    this.calls.push('close')
  }
}

const ring: AlertNotification = {
  id: 'ring-1',
  kind: 'ring',
  title: 'Ringing: 072-277-6772',
  body: 'Sales',
  call: 'SIPSIP2/1',
  stays: true,
  silent: false,
  copyLabel: 'Copy number',
}

/** Shows it, and the system confirms. */
function shown(notifier: Notifier, made: FakeNotification[], alert = ring): FakeNotification {
  void notifier.show(alert)
  made.at(-1)!.emit('show', {})
  return made.at(-1)!
}

function setUp(over: Partial<NotifierParts> = {}) {
  const made: FakeNotification[] = []
  const did: string[] = []
  const clock = virtualClock()
  const notifier = createNotifier({
    isSupported: () => true,
    create: (options) => {
      const fake = new FakeNotification(options)
      made.push(fake)
      return fake as unknown as NativeNotification
    },
    platform: 'linux',
    clock,
    log: { info: () => {}, warn: (line) => did.push(line) },
    openLabel: () => 'Open Ringside',
    ...over,
  })
  notifier.onPress((press) => did.push(`${press.does} ${press.does === 'fix' ? press.warning : press.call}`))
  return { notifier, made, did, clock }
}

describe('createNotifier', () => {
  it('shows a ring that stays, sorts first and copies the number', () => {
    const { notifier, made } = setUp()
    void notifier.show(ring)
    expect(made[0]!.options).toMatchObject({
      id: 'ring-1',
      title: 'Ringing: 072-277-6772',
      urgency: 'critical',
      timeoutType: 'never',
      silent: false,
      actions: [{ type: 'button', text: 'Copy number' }],
    })
    expect(made[0]!.calls).toEqual(['show'])
  })

  it('opens the CRM with a second button, where the system shows two', () => {
    const { notifier, made, did } = setUp({ platform: 'win32' })
    void notifier.show({ ...ring, pageLabel: 'Open in CRM' })
    expect(made[0]!.options.actions).toMatchObject([{ text: 'Copy number' }, { text: 'Open in CRM' }])
    made[0]!.emit('action', { actionIndex: 1 })
    expect(did).toEqual(['page SIPSIP2/1'])
  })

  it('fixes a warning with its one button, and opens its call when clicked', () => {
    const { notifier, made, did } = setUp()
    const remedy = { label: 'Resume recording', warning: 7 }
    void notifier.show({
      ...ring,
      id: 'recording-1-7',
      kind: 'recording',
      copyLabel: null,
      stays: false,
      remedy,
    })
    expect(made[0]!.options.actions).toEqual([{ type: 'button', text: 'Resume recording' }])
    made[0]!.emit('action', {})
    made[0]!.emit('click')
    expect(did).toEqual(['fix 7', 'open SIPSIP2/1'])
  })

  it('withdraws the right one, by its handle', () => {
    const { notifier, made } = setUp()
    shown(notifier, made)
    shown(notifier, made, { ...ring, id: 'ring-2' })
    for (const id of ['ring-1', 'ring-1', 'never-shown']) notifier.withdraw(id)
    expect(made.map((one) => one.calls)).toEqual([['show', 'close'], ['show']])
  })

  it('does not close one that the user has closed', () => {
    const { notifier, made } = setUp()
    shown(notifier, made).emit('close', { reason: 'userCanceled' })
    notifier.withdraw('ring-1')
    expect(made[0]!.calls).toEqual(['show'])
  })

  it('withdraws one that timed out into the Action Center', () => {
    const { notifier, made } = setUp()
    shown(notifier, made).emit('close', { reason: 'timedOut' })
    notifier.withdraw('ring-1')
    expect(made[0]!.calls).toEqual(['show', 'close'])
  })

  it('clears notifications older than two hours from the system’s list when the next one arrives', async () => {
    const { notifier, made, clock } = setUp()
    const show = (id: string): unknown => shown(notifier, made, { ...ring, id })
    show('old')
    show('stays')
    made[0]!.emit('close', { reason: 'timedOut' })
    await clock.advance(7_199_999)
    show('next')
    expect(made[0]!.calls).toEqual(['show'])
    await clock.advance(1)
    show('last')
    expect(made.map(({ calls }) => calls.includes('close'))).toEqual([true, false, false, false])
    notifier.withdraw('old')
    expect(made[0]!.calls).toEqual(['show', 'close'])
  })

  it('opens the call on a click and copies its number by the action', () => {
    const { notifier, made, did } = setUp()
    void notifier.show(ring)
    made[0]!.emit('click', {})
    made[0]!.emit('action', { actionIndex: 0 }, 0)
    expect(did).toEqual(['open SIPSIP2/1', 'copy SIPSIP2/1'])
  })

  it('gives a ring without a number a button on Windows, where only a button keeps it on screen, and that button opens the call', () => {
    const withheld = { ...ring, copyLabel: null }
    const { notifier, made, did } = setUp({ platform: 'win32' })
    void notifier.show(withheld)
    expect(made[0]!.options.actions).toEqual([{ type: 'button', text: 'Open Ringside' }])
    made[0]!.emit('action', { actionIndex: 0 }, 0)
    expect(did).toEqual(['open SIPSIP2/1'])
    const linux = setUp()
    void linux.notifier.show(withheld)
    expect(linux.made[0]!.options.actions).toEqual([])
  })

  it('reports the result of an alert', async () => {
    const { notifier, made } = setUp()
    const outcomes = [notifier.show(ring), notifier.show(ring), notifier.show(ring)]
    made[0]!.emit('show', {})
    made[1]!.emit('failed', {}, 'HRESULT -2143420143')
    made[2]!.emit('failed', {}, 'unsigned')
    expect(await Promise.all(outcomes)).toEqual(['shown', 'refused', 'failed'])
  })

  it('waits three seconds for a report from the system', async () => {
    const { notifier, clock, did } = setUp()
    const outcome = notifier.show(ring)
    await clock.advance(3000)
    expect(await outcome).toBe('no-answer')
    expect(did).toEqual(['a ring alert: no-answer'])
  })

  it('survives a system without notifications, and one that throws', async () => {
    expect(await setUp({ isSupported: () => false }).notifier.show(ring)).toBe('unsupported')
    const create = (): never => {
      throw new Error('no bus')
    }
    expect(await setUp({ create }).notifier.show(ring)).toBe('failed')
  })

  it('stops waiting for the system when the program ends', () => {
    const { notifier, clock } = setUp()
    void notifier.show(ring)
    expect(clock.waiting()).toBe(1)
    notifier.end()
    expect(clock.waiting()).toBe(0)
  })

  it('leaves nothing on screen when the program ends', () => {
    const { notifier, made } = setUp()
    shown(notifier, made)
    notifier.end()
    expect(made[0]!.calls).toEqual(['show', 'close'])
  })

  it('checks at startup whether notifications are supported: macOS then asks for permission before the first ring', () => {
    let asked = 0
    setUp({ isSupported: () => ++asked > 0 })
    expect(asked).toBe(1)
  })

  describe('withdrawn before the system has it', () => {
    it('waits for the last fifty only: a system that never confirms any costs no memory', () => {
      const { notifier, made } = setUp()
      for (let nth = 0; nth < 51; nth++) {
        void notifier.show({ ...ring, id: `ring-${nth}` })
        notifier.withdraw(`ring-${nth}`)
      }
      for (const one of made) one.emit('show', {})
      expect(made.map(({ calls }) => calls.includes('close'))).toEqual([
        false,
        ...Array.from({ length: 50 }, () => true),
      ])
    })

    it('is closed once it is shown: until then there is nothing to close', () => {
      const { notifier, made } = setUp({ platform: 'win32' })
      void notifier.show(ring)
      notifier.withdraw('ring-1')
      expect(made[0]!.calls).toEqual(['show'])
      made[0]!.emit('show', {})
      expect(made[0]!.calls).toEqual(['show', 'close'])
    })

    it('is closed once', () => {
      const { notifier, made } = setUp({ platform: 'win32' })
      void notifier.show(ring)
      notifier.clear()
      notifier.withdraw('ring-1')
      made[0]!.emit('show', {})
      notifier.withdraw('ring-1')
      expect(made[0]!.calls).toEqual(['show', 'close'])
    })
  })

  describe('on Windows, which reports as shown what it refuses', () => {
    it('is refused by a later failure', async () => {
      const { notifier, made, clock } = setUp({ platform: 'win32' })
      const outcome = notifier.show(ring)
      made[0]!.emit('show', {})
      await clock.advance(399)
      made[0]!.emit('failed', {}, 'Settings prevent it (HRESULT: -2143420143)')
      expect(await outcome).toBe('refused')
      expect(clock.waiting()).toBe(0)
    })

    it('is shown when no failure follows, however late it was reported', async () => {
      const { notifier, made, clock } = setUp({ platform: 'win32' })
      const outcome = notifier.show(ring)
      await clock.advance(1_900)
      made[0]!.emit('show', {})
      await clock.advance(400)
      expect(await outcome).toBe('shown')
    })
  })

  describe('with a service that blocks the program', () => {
    function setUpSlow() {
      const clock = virtualClock()
      const is = { slow: true, waitedMs: 0 }
      const made: FakeNotification[] = []
      const did: string[] = []
      const { notifier } = setUp({
        clock: { now: () => clock.now() + is.waitedMs, after: clock.after },
        log: { info: () => {}, warn: (line) => did.push(line) },
        create(options) {
          const fake = new FakeNotification(options)
          made.push(fake)
          fake.onShow = () => {
            if (is.slow) is.waitedMs += 25_000
            fake.emit(is.slow ? 'failed' : 'show', {}, '')
          }
          return fake as unknown as NativeNotification
        },
      })
      return { clock, is, made, did, notifier }
    }

    it('avoids it for five minutes, so that the next ring is not late', async () => {
      const { clock, is, made, did, notifier } = setUpSlow()
      expect(await notifier.show(ring)).toBe('failed')
      expect(await notifier.show(ring)).toBe('no-answer')
      expect(made).toHaveLength(1)
      expect(did[0]).toBe('the notification service kept the program waiting for 25 s: it is left alone')
      is.slow = false
      await clock.advance(300_000)
      expect(await notifier.show(ring)).toBe('shown')
    })

    it('withdraws what is on screen once calls resume', async () => {
      const { clock, is, made, notifier } = setUpSlow()
      is.slow = false
      await notifier.show(ring)
      is.slow = true
      await notifier.show({ ...ring, id: 'ring-2' })
      notifier.withdraw('ring-1')
      expect(made[0]!.calls).toEqual(['show'])
      await clock.advance(300_000)
      expect(made[0]!.calls).toEqual(['show', 'close'])
      expect(clock.waiting()).toBe(0)
    })
  })
})
