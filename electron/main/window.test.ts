import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import type { WindowState } from '../../core/contract.ts'
import { createTrayWindow } from './window.ts'
import type { NativeWindow } from './window.ts'

const URL = 'ringside://app/index.html'

class FakeWindow extends EventEmitter {
  did: string[] = []
  sent: unknown[][] = []
  visible = false
  focused = false
  destroyed = false
  openHandler: (() => unknown) | null = null
  webContents = Object.assign(new EventEmitter(), {
    send: (...args: unknown[]) => void this.sent.push(args),
    setWindowOpenHandler: (handler: () => unknown) => void (this.openHandler = handler),
    isDevToolsOpened: () => false,
  })
  loadURL = (url: string) => {
    this.did.push(`load ${url}`)
    return Promise.resolve()
  }
  setPosition = (x: number, y: number): void => void this.did.push(`at ${x},${y}`)
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

function setUp() {
  const made: FakeWindow[] = []
  const clock = virtualClock(50_000)
  const told: string[] = []
  const window = createTrayWindow({
    create: () => {
      const fake = new FakeWindow()
      made.push(fake)
      return fake as unknown as NativeWindow
    },
    url: URL,
    place: () => ({ x: 7, y: 8 }),
    clock,
    onHidden: () => undefined,
    onShown: () => told.push('shown'),
    onAttention: (looking) => told.push(looking ? 'looking' : 'away'),
  })
  const opened = () => {
    window.open()
    made[0]!.emit('ready-to-show')
    return made[0]!
  }
  return { window, made, clock, told, opened }
}

const state: WindowState = {
  revision: 1,
  watch: { agent: null, calls: [], connection: { kind: 'live' }, lastGoodAt: null, clock: null },
  missed: [],
  alertsPausedUntil: null,
  demo: false,
  stories: {},
  remarks: {},
  journalTrouble: null,
  problem: { kind: 'idle', file: null },
  queues: { connection: { kind: 'off' }, queues: [], unknown: [], lastGoodAt: null },
  place: { kind: 'looking' },
  warnings: [],
  recordings: {},
  recordingWarnings: [],
}

describe('createTrayWindow', () => {
  it('makes nothing until it is needed', () => {
    const { window, made } = setUp()
    window.hide()
    window.push('state', state)
    expect([made.length, window.isVisible()]).toEqual([0, false])
  })

  it('comes up in its place, with the focus, once it is drawn', () => {
    const { window, made, told } = setUp()
    window.open()
    expect(made[0]!.did).toEqual([`load ${URL}`])
    made[0]!.emit('ready-to-show')
    expect(made[0]!.did).toEqual([`load ${URL}`, 'at 7,8', 'show', 'focus'])
    expect(told).toEqual(['shown', 'looking'])
  })

  it('appears by itself only without the focus', () => {
    const { window, made, told } = setUp()
    window.appear()
    made[0]!.emit('ready-to-show')
    expect(made[0]!.did.slice(1)).toEqual(['at 7,8', 'show inactive'])
    expect(told).toEqual(['shown'])
  })

  it('stays hidden when it was hidden before it was drawn', () => {
    const { window, made } = setUp()
    window.appear()
    window.hide()
    made[0]!.emit('ready-to-show')
    expect(made[0]!.visible).toBe(false)
  })

  it('hides on blur, and closing hides it too', () => {
    const { window, opened, made } = setUp()
    const native = opened()
    native.emit('blur')
    expect(native.visible).toBe(false)
    window.open()
    expect(made).toHaveLength(1)
    expect(native.close()).toBe(false)
    expect(native.visible).toBe(false)
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

  it('keeps what to show until the page listens', () => {
    const { window, made } = setUp()
    const show = { view: 'calls', call: 'S/1' } as const
    window.open(show)
    made[0]!.emit('ready-to-show')
    expect(made[0]!.sent).toEqual([])
    window.ready()
    expect(made[0]!.sent).toEqual([['show', show]])
    window.open({ view: 'settings' })
    expect(made[0]!.sent.at(-1)).toEqual(['show', { view: 'settings' }])
  })

  it('goes nowhere else and opens nothing', () => {
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
    const { window } = setUp()
    expect([
      window.owns({ url: `${URL}#x` }),
      window.owns({ url: 'ringside://app.evil/' }),
      window.owns(null),
    ]).toEqual([true, false, false])
  })

  it('is made again after its page has crashed', () => {
    const { window, opened, made } = setUp()
    opened().webContents.emit('render-process-gone')
    window.open()
    expect(made).toHaveLength(2)
  })

  it('closes for good at the end', () => {
    const { window, opened } = setUp()
    const native = opened()
    window.end()
    expect([native.destroyed, native.close()]).toEqual([true, true])
  })
})
