import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createPopupWindow, type NativePopup } from './popup-window.ts'

const URL = 'ringside://app/popup.html'
const HERE = { x: 10, y: 20, width: 348, height: 168 }

class FakePopup extends EventEmitter {
  did: string[] = []
  visible = false
  destroyed = false
  bounds = { x: 0, y: 0, width: 0, height: 0 }
  webContents = Object.assign(new EventEmitter(), {
    id: 8,
    send: (channel: string) => void this.did.push(`send ${channel}`),
    setWindowOpenHandler: () => undefined,
  })
  loadURL = (url: string) => {
    this.did.push(`load ${url}`)
    return Promise.resolve()
  }
  showInactive = (): void => {
    this.did.push('show inactive')
    this.visible = true
  }
  show = (): void => void this.did.push('show')
  focus = (): void => void this.did.push('focus')
  blur = (): void => void this.did.push('blur')
  setFocusable = (on: boolean): void => void this.did.push(on ? 'focusable' : 'not focusable')
  setSkipTaskbar = (on: boolean): void => void this.did.push(on ? 'no taskbar' : 'taskbar')
  setBounds = (bounds: typeof HERE): void => void (this.bounds = bounds)
  getBounds = () => this.bounds
  isVisible = () => this.visible
  isDestroyed = () => this.destroyed
  destroy = (): void => void (this.destroyed = true)
}

function setUp() {
  const made: FakePopup[] = []
  const moved: unknown[] = []
  const reported: string[] = []
  const clock = virtualClock()
  const window = createPopupWindow({
    create: () => {
      const fake = new FakePopup()
      made.push(fake)
      return fake as unknown as NativePopup
    },
    url: URL,
    clock,
    onMoved: (bounds) => moved.push(bounds),
    onGone: () => reported.push('gone'),
    onFailed: (why) => reported.push(why),
  })
  const shown = (): FakePopup => {
    window.show(HERE)
    window.drawn()
    return made.at(-1)!
  }
  return { window, made, moved, reported, clock, shown }
}

describe('the popup’s window', () => {
  it('is created for the first call, and appears once its page has drawn it, without the focus', () => {
    const { window, made } = setUp()
    window.show(HERE)
    made[0]!.emit('ready-to-show')
    expect([made[0]!.did, window.isVisible()]).toEqual([[`load ${URL}`], false])
    window.drawn()
    expect([made[0]!.did, window.isVisible()]).toEqual([[`load ${URL}`, 'show inactive'], true])
    expect(made[0]!.bounds).toEqual(HERE)
  })

  it('does not appear when the ring was over before its page had drawn it', () => {
    const { window, made, reported } = setUp()
    window.show(HERE)
    window.hide()
    window.drawn()
    expect([made[0]!.did.includes('show inactive'), made[0]!.destroyed, reported]).toEqual([false, true, []])
  })

  it('is closed with the last call, and recreated for the next: an old picture would flash', () => {
    const { window, made, reported, shown } = setUp()
    shown()
    window.hide()
    window.hide()
    expect([made[0]!.destroyed, window.isVisible(), reported]).toEqual([true, false, ['gone']])
    shown()
    expect([made.length, made[1]!.visible]).toEqual([2, true])
  })

  it('moves as far as the user drags it, and reports its position when they release it', () => {
    const { window, moved, shown } = setUp()
    const popup = shown()
    window.drag(5, -3)
    window.drag(40, 10)
    expect([popup.bounds, moved]).toEqual([{ ...HERE, x: 50, y: 30 }, []])
    window.drop()
    window.drop()
    expect(moved).toEqual([{ ...HERE, x: 50, y: 30 }])
    window.drag(1, 1)
    expect(popup.bounds).toEqual({ ...HERE, x: 51, y: 31 })
  })

  it('can’t be dragged while it is not on screen', () => {
    const { window, made, moved } = setUp()
    window.drag(5, 5)
    window.show(HERE)
    window.drag(5, 5)
    window.drop()
    expect([made[0]!.bounds.x, moved]).toEqual([0, []])
  })

  it('is not pulled back by updates while the user drags it', () => {
    const { window, moved, shown } = setUp()
    const popup = shown()
    window.drag(60, 0)
    window.show({ ...HERE, height: 200 })
    expect(popup.bounds).toEqual({ ...HERE, x: 70, height: 200 })
    window.drag(80, 0)
    window.drop()
    expect(moved).toEqual([{ ...HERE, x: 90, height: 200 }])
  })

  it('saves the position it was dragged to when the ring ends a moment later', () => {
    const { window, moved, shown } = setUp()
    shown()
    window.drag(60, 0)
    window.hide()
    expect(moved).toEqual([{ ...HERE, x: 70 }])
  })

  it('moves when another position is decided, dragged or not', () => {
    const { window, moved, shown } = setUp()
    const popup = shown()
    window.drag(60, 0)
    window.show({ ...HERE, x: 500 })
    window.drop()
    expect([popup.bounds, moved]).toEqual([{ ...HERE, x: 500 }, []])
  })

  it('reports that its page crashed', async () => {
    const { window, made, reported, clock } = setUp()
    window.show(HERE)
    made[0]!.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    await clock.advance(0)
    expect([reported, made[0]!.destroyed]).toEqual([['crashed (5)'], true])
  })

  it('owns only its own page, not even the window’s', () => {
    const { window } = setUp()
    expect(window.owns({ contents: 8, url: URL })).toBe(false)
    window.show(HERE)
    // `history.replaceState` gives it the window's address; it is still the popup.
    for (const url of [URL, `${URL}#x`, 'ringside://app/index.html'])
      expect(window.owns({ contents: 8, url })).toBe(true)
    expect(window.owns({ contents: 8, url: 'https://example.com/popup.html' })).toBe(false)
    expect(window.owns({ contents: 7, url: URL })).toBe(false)
  })
})

it('takes the focus to be typed in, and gives it back afterwards, without a button in the taskbar', () => {
  const { window, shown } = setUp()
  window.type(true)
  const { did } = shown()
  const before = did.length
  window.type(true)
  window.type(false)
  expect(did.slice(before)).toEqual([
    ...['focusable', 'no taskbar', 'focus'],
    ...['not focusable', 'no taskbar', 'blur'],
  ])
})
