import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import type { Show } from '../../../core/contract.ts'
import { NOTHING_KNOWN } from '../../../core/session/reduce.ts'
import { initialState } from '../companion/window-state.ts'
import { EMPTY_SURROUNDINGS } from '../session/current-session.ts'
import { createTrayWindow } from './window.ts'
import type { NativeWindow } from './window.ts'

const URL = 'ringside://app/index.html'

class FakeWindow extends EventEmitter {
  readonly loading: () => Promise<void>
  constructor(loading: () => Promise<void>) {
    super()
    this.loading = loading
  }
  did: string[] = []
  sent: unknown[][] = []
  visible = false
  focused = false
  destroyed = false
  openHandler: (() => unknown) | null = null
  address = ''
  webContents = Object.assign(new EventEmitter(), {
    id: 7,
    send: (...args: unknown[]) => void this.sent.push(args),
    setWindowOpenHandler: (handler: () => unknown) => void (this.openHandler = handler),
    isDevToolsOpened: () => false,
    getURL: () => this.address,
  })
  loadURL = (url: string) => {
    this.did.push(`load ${url}`)
    this.address = url
    return this.loading()
  }
  showInactive = (): void => {
    this.did.push('show inactive')
    this.visible = true
    this.emit('show')
  }
  show = (): void => {
    this.did.push('show')
    this.visible = true
    this.emit('show')
  }
  focus = (): void => {
    this.did.push('focus')
    this.focused = true
    this.emit('focus')
  }
  hide = (): void => {
    this.did.push('hide')
    this.visible = false
    this.focused = false
    this.emit('hide')
  }
  isVisible = () => this.visible
  isFocused = () => this.focused
  isDestroyed = () => this.destroyed
  destroy = (): void => void (this.destroyed = true)
  close(): boolean {
    const event = { prevented: false, preventDefault: () => void (event.prevented = true) }
    this.emit('close', event)
    return !event.prevented
  }
}

function setUp(loading: () => Promise<void> = () => Promise.resolve()) {
  const made: FakeWindow[] = []
  const clock = virtualClock(50_000)
  const reported: string[] = []
  const is: { ringing: Show | null; asks: boolean; pinned: boolean; folds: boolean } = {
    ...{ ringing: null, asks: false, pinned: false, folds: false },
  }
  let taken: unknown = null
  const window = createTrayWindow({
    create: () => {
      const fake = new FakeWindow(loading)
      made.push(fake)
      return fake as unknown as NativeWindow
    },
    url: URL,
    shape: {
      take: (native) => void (taken = native),
      appear: () => taken !== null && made.at(-1)?.did.push('at its place'),
      isPinned: () => is.pinned,
      unfold: () => reported.push('unfolded'),
      fold: () => is.folds,
    },
    ringing: () => is.ringing,
    staysOpen: () => is.asks,
    clock,
    onHidden: () => reported.push('hidden'),
    onClosed: () => reported.push('closed'),
    onShown: () => reported.push('shown'),
    onPutAway: () => reported.push('put away'),
    onAttention: (looking) => reported.push(looking ? 'looking' : 'away'),
    onFailed: (why, stays) => reported.push(`${why}${stays ? ', stays away' : ''}`),
  })
  const opened = () => {
    window.open()
    window.ready()
    return made[0]!
  }
  return { window, made, clock, reported, opened, is }
}

const state = initialState({ state: () => NOTHING_KNOWN, surroundings: () => EMPTY_SURROUNDINGS })

describe('createTrayWindow', () => {
  it('creates nothing until it is needed', () => {
    const { window, made } = setUp()
    window.hide()
    window.push('state', state)
    expect([made.length, window.isVisible()]).toEqual([0, false])
  })

  it('appears at its position, with the focus, once its page has read', () => {
    const { window, made, reported } = setUp()
    window.open()
    expect(made[0]!.did).toEqual([`load ${URL}`])
    window.ready()
    expect(made[0]!.did).toEqual([`load ${URL}`, 'at its place', 'show', 'focus'])
    expect(reported).toEqual(['unfolded', 'shown', 'looking'])
  })

  it('stays while its own dialog has the focus, and hides when something else has it', () => {
    const { opened, is } = setUp()
    const fake = opened()
    is.asks = true
    fake.emit('blur')
    expect(fake.visible).toBe(true)
    is.asks = false
    fake.emit('blur')
    expect(fake.visible).toBe(false)
  })

  it('stays when it is pinned and something else has the focus, and the tray icon puts it away', async () => {
    const { window, opened, is, clock } = setUp()
    const fake = opened()
    is.pinned = true
    fake.focused = false
    fake.emit('blur')
    expect(fake.visible).toBe(true)
    // The click on the icon took the focus.
    window.toggle()
    expect(fake.visible).toBe(false)
    await clock.advance(300)
    window.toggle()
    expect(fake.visible).toBe(true)
    // Visible, and behind in focus only: the click brings it.
    fake.focused = false
    fake.emit('blur')
    await clock.advance(300)
    window.toggle()
    expect([fake.visible, fake.focused]).toEqual([true, true])
  })

  it('keeps its place when it is opened while it is on screen', () => {
    const { window, opened } = setUp()
    const fake = opened()
    window.open()
    expect(fake.did.filter((one) => one === 'at its place')).toHaveLength(1)
  })

  it('folds instead of hiding, and unfolds when it is opened', () => {
    const { window, opened, is, reported } = setUp()
    const fake = opened()
    is.folds = true
    window.hide()
    expect(fake.visible).toBe(true)
    is.folds = false
    window.hide()
    expect(fake.visible).toBe(false)
    reported.length = 0
    window.open()
    expect(reported[0]).toBe('unfolded')
  })

  describe('while a call rings', () => {
    const CALL: Show = { view: 'calls', call: 'SIPSIP2/1' }
    const shown = (fake: FakeWindow) =>
      fake.sent.filter(([channel]) => channel === 'show').map(([, what]) => what)

    it('opens at that call, wherever it was before', () => {
      const { window, opened, is } = setUp()
      const fake = opened()
      window.ready()
      window.hide()
      is.ringing = CALL
      window.open()
      window.hide()
      window.toggle()
      expect(shown(fake)).toEqual([CALL, CALL])
    })

    it('opens at it when its page is created for that', () => {
      const { window, made, is } = setUp()
      is.ringing = CALL
      window.open()
      expect(shown(made[0]!)).toEqual([])
      window.ready()
      expect(shown(made[0]!)).toEqual([CALL])
    })

    it('opens at what the user requests, stays where it is while it is open, and leaves unsaved text', () => {
      const { window, opened, is } = setUp()
      const fake = opened()
      window.ready()
      is.ringing = CALL
      window.open()
      window.hide()
      window.open({ view: 'settings' })
      window.hide()
      fake.address = `${URL}#view=settings&unsaved`
      window.open()
      expect(shown(fake)).toEqual([{ view: 'settings' }])
    })
  })

  it('appears automatically only without the focus', () => {
    const { window, made, reported } = setUp()
    window.appear()
    window.ready()
    expect(made[0]!.did.slice(1)).toEqual(['at its place', 'show inactive'])
    expect(reported).toEqual(['shown'])
  })

  it('stays hidden when it was hidden before it was drawn', () => {
    const { window, made } = setUp()
    window.appear()
    window.hide()
    window.ready()
    expect(made[0]!.visible).toBe(false)
  })

  it('appears a moment after it has loaded, if its page reads nothing', async () => {
    const { window, made, clock } = setUp()
    window.appear()
    made[0]!.webContents.emit('did-finish-load')
    await clock.advance(1_499)
    expect(made[0]!.visible).toBe(false)
    await clock.advance(1)
    expect(made[0]!.visible).toBe(true)
  })

  it('does not wait for a page that was closed', async () => {
    const { window, made, clock } = setUp()
    window.appear()
    made[0]!.webContents.emit('did-finish-load')
    made[0]!.destroy()
    window.appear()
    await clock.advance(2_000)
    expect(made[1]!.visible).toBe(false)
  })

  it('hides on blur, also instead of closing, and reports that', () => {
    const { window, opened, made, reported } = setUp()
    const native = opened()
    native.emit('blur')
    expect(native.visible).toBe(false)
    window.open()
    expect(made).toHaveLength(1)
    expect(reported).not.toContain('closed')
    expect(native.close()).toBe(false)
    expect(native.visible).toBe(false)
    expect(reported.at(-1)).toBe('closed')
  })

  it('reports that the user hid it, and not that they turned to something else', () => {
    const { window, opened, reported } = setUp()
    const native = opened()
    native.emit('blur')
    expect(reported).not.toContain('put away')
    const putAway = [() => window.hide(), () => window.toggle(), () => native.close()].map((put) => {
      window.open()
      reported.length = 0
      put()
      return reported.filter((one) => one === 'put away').length
    })
    window.hide()
    expect([putAway, reported.filter((one) => one === 'put away')]).toEqual([[1, 1, 1], ['put away']])
  })

  it('is hidden, not opened again, by the click on the tray that blurred it', async () => {
    const { window, opened, clock } = setUp()
    const native = opened()
    native.emit('blur')
    window.toggle()
    expect(native.visible).toBe(false)
    await clock.advance(300)
    window.toggle()
    expect(native.visible).toBe(true)
    window.toggle()
    expect(native.visible).toBe(false)
  })

  it('sends nothing while it is hidden', () => {
    const { window, opened } = setUp()
    const native = opened()
    window.push('state', state)
    window.hide()
    window.push('state', state)
    expect(native.sent).toEqual([['state', state]])
  })

  it('remembers the view to show until the page listens', () => {
    const { window, made } = setUp()
    const show = { view: 'calls', call: 'S/1' } as const
    window.open(show)
    expect(made[0]!.sent).toEqual([])
    window.ready()
    expect(made[0]!.sent).toEqual([['show', show]])
    window.open({ view: 'settings' })
    expect(made[0]!.sent.at(-1)).toEqual(['show', { view: 'settings' }])
  })

  it('navigates nowhere else and opens nothing', () => {
    const native = setUp().opened()
    const goTo = (url: string) => {
      const event = { url, prevented: false, preventDefault: () => void (event.prevented = true) }
      native.webContents.emit('will-navigate', event)
      return !event.prevented
    }
    expect([goTo('https://evil.example/'), goTo('ringside://other/index.html'), goTo(URL)]).toEqual([
      false,
      false,
      true,
    ])
    expect(native.openHandler!()).toEqual({ action: 'deny' })
  })

  it('owns its own page and no other', () => {
    const { window, opened } = setUp()
    expect(window.owns({ contents: 7, url: URL })).toBe(false)
    const native = opened()
    expect([
      window.owns({ contents: 7, url: `${URL}#x` }),
      window.owns({ contents: 7, url: 'ringside://app.evil/' }),
      window.owns({ contents: 8, url: URL }),
    ]).toEqual([true, false, false])
    native.destroy()
    expect(window.owns({ contents: 7, url: URL })).toBe(false)
  })

  it('is closed after five hidden minutes, and restored where it was', async () => {
    const { window, opened, made, clock } = setUp()
    const native = opened()
    native.address = `${URL}#view=team`
    window.hide()
    await clock.advance(299_999)
    expect(native.destroyed).toBe(false)
    await clock.advance(1)
    expect(native.destroyed).toBe(true)
    expect(clock.waiting()).toBe(0)
    window.open()
    expect(made[1]!.did).toEqual([`load ${URL}#view=team`])
  })

  it('is not closed while it is on screen, nor for five minutes after a sound', async () => {
    const { window, opened, clock } = setUp()
    const native = opened()
    await clock.advance(600_000)
    expect(native.destroyed).toBe(false)
    window.hide()
    await clock.advance(200_000)
    window.reach('sound', null)
    await clock.advance(200_000)
    expect(native.destroyed).toBe(false)
    await clock.advance(100_000)
    expect(native.destroyed).toBe(true)
  })

  it('is not closed while it has unsaved text', async () => {
    const { window, opened, clock } = setUp()
    const native = opened()
    native.address = `${URL}#view=settings&unsaved=`
    window.hide()
    await clock.advance(900_000)
    expect(native.destroyed).toBe(false)
    native.address = `${URL}#view=settings`
    await clock.advance(300_000)
    expect(native.destroyed).toBe(true)
  })

  it('is closed at once when nothing of it may remain, but not while it is on screen or has unsaved text', () => {
    const { window, opened, made } = setUp()
    const native = opened()
    expect([window.drop(), native.destroyed]).toEqual([false, false])
    window.hide()
    native.address = `${URL}#view=calls&unsaved=`
    expect([window.drop(), native.destroyed]).toEqual([false, false])
    native.address = `${URL}#view=team`
    expect([window.drop(), native.destroyed, window.drop()]).toEqual([true, true, false])
    window.open()
    expect(made[1]!.did[0]).toBe(`load ${URL}#view=team`)
  })

  it('is created hidden for a sound, and closed after it', async () => {
    const { window, made, clock } = setUp()
    window.reach('sound', null)
    window.ready()
    expect([made[0]!.sent, made[0]!.visible]).toEqual([[['sound', null]], false])
    await clock.advance(300_000)
    expect(made[0]!.destroyed).toBe(true)
  })

  const crash = (native: FakeWindow): void =>
    void native.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })

  it('reappears automatically, where it was and without the focus, when its page crashes', async () => {
    const { window, opened, made, clock, reported } = setUp()
    const native = opened()
    native.address = `${URL}#view=team`
    reported.length = 0
    crash(native)
    await clock.advance(0)
    window.ready()
    expect(native.destroyed).toBe(true)
    expect(made[1]!.did).toEqual([`load ${URL}#view=team`, 'at its place', 'show inactive'])
    expect(reported).toEqual(['hidden', 'away', 'crashed (5)', 'shown'])
  })

  it('stays away when it was hidden, and is created when it is opened', async () => {
    const { window, opened, made, clock } = setUp()
    const native = opened()
    window.hide()
    crash(native)
    await clock.advance(0)
    expect([native.destroyed, made.length]).toEqual([true, 1])
    window.open()
    expect(made).toHaveLength(2)
  })

  it('reappears when its page hangs, and not when it was only busy', async () => {
    const { opened, made, clock } = setUp()
    const native = opened()
    native.emit('unresponsive')
    await clock.advance(4_000)
    native.emit('responsive')
    await clock.advance(60_000)
    expect(made).toHaveLength(1)
    native.emit('unresponsive')
    await clock.advance(5_000)
    expect(made).toHaveLength(2)
  })

  it('is tried three times in a minute, from its first view after the first, and then stays away until it is opened', async () => {
    const { window, opened, made, clock, reported } = setUp()
    opened().address = `${URL}#view=team`
    for (let time = 0; time < 4; time++) {
      crash(made.at(-1)!)
      await clock.advance(1_000)
      if (time < 3) window.ready()
    }
    expect(made.map(({ did }) => did[0])).toEqual(
      ['', '#view=team', '', ''].map((hash) => `load ${URL}${hash}`),
    )
    expect(reported.at(-1)).toBe('crashed (5), stays away')
    await clock.advance(600_000)
    expect(made).toHaveLength(4)
    window.open()
    crash(made.at(-1)!)
    await clock.advance(0)
    expect(made).toHaveLength(6)
  })

  it('is retried when its page does not load', async () => {
    const { window, made, clock, reported } = setUp(() => Promise.reject(new Error('ERR_FAILED (-2)')))
    window.open()
    await clock.advance(1_000)
    expect(made).toHaveLength(4)
    expect(reported.at(-1)).toBe('ERR_FAILED (-2), stays away')
  })

  it('closes for good at the end', () => {
    const { window, opened } = setUp()
    const native = opened()
    window.end()
    expect([native.destroyed, native.close()]).toEqual([true, true])
  })
})

describe('what must reach the window, shown or not', () => {
  it('creates a hidden one if there is none, and waits for its page', () => {
    const { window, made } = setUp()
    const ring = { sound: 'ring', volume: 60, repeats: true } as const
    expect(window.exists()).toBe(false)
    window.reach('sound', ring)
    expect([made.length, made[0]?.sent, window.isVisible()]).toEqual([1, [], false])
    window.ready()
    expect(window.isVisible()).toBe(false)
    window.reach('sound', null)
    expect(made[0]?.sent).toEqual([
      ['sound', ring],
      ['sound', null],
    ])
  })

  it('sends only the latest message: a ring that is over does not sound', () => {
    const { window, made } = setUp()
    window.reach('sound', { sound: 'ring', volume: 60, repeats: true })
    window.reach('sound', null)
    window.ready()
    expect(made[0]?.sent).toEqual([['sound', null]])
  })
})
