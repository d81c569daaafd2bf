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
  setBounds = (bounds: typeof HERE): void => void (this.bounds = bounds)
  getBounds = () => this.bounds
  isVisible = () => this.visible
  isDestroyed = () => this.destroyed
  destroy = (): void => void (this.destroyed = true)
}

function setUp() {
  const made: FakePopup[] = []
  const moved: unknown[] = []
  const told: string[] = []
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
    onGone: () => told.push('gone'),
    onFailed: (why) => told.push(why),
  })
  const shown = (): FakePopup => {
    window.show(HERE)
    window.drawn()
    return made.at(-1)!
  }
  return { window, made, moved, told, clock, shown }
}

describe('the popup’s window', () => {
  it('is made at the first call, and comes up when its page has drawn it, without the focus', () => {
    const { window, made } = setUp()
    window.show(HERE)
    made[0]!.emit('ready-to-show')
    expect([made[0]!.did, window.isVisible()]).toEqual([[`load ${URL}`], false])
    window.drawn()
    expect([made[0]!.did, window.isVisible()]).toEqual([[`load ${URL}`, 'show inactive'], true])
    expect(made[0]!.bounds).toEqual(HERE)
  })

  it('does not come up when the ring was over before its page had drawn it', () => {
    const { window, made, told } = setUp()
    window.show(HERE)
    window.hide()
    window.drawn()
    expect([made[0]!.did.includes('show inactive'), made[0]!.destroyed, told]).toEqual([false, true, []])
  })

  it('is gone with the last call, and made anew for the next: an old picture would flash', () => {
    const { window, made, told, shown } = setUp()
    shown()
    window.hide()
    window.hide()
    expect([made[0]!.destroyed, window.isVisible(), told]).toEqual([true, false, ['gone']])
    shown()
    expect([made.length, made[1]!.visible]).toEqual([2, true])
  })

  it('goes as far as a person drags it from where it was, and tells where it is when they let go', () => {
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

  it('is dragged by nobody while it is not on screen', () => {
    const { window, made, moved } = setUp()
    window.drag(5, 5)
    window.show(HERE)
    window.drag(5, 5)
    window.drop()
    expect([made[0]!.bounds.x, moved]).toEqual([0, []])
  })

  it('is not pulled back by what it shows while a person drags it', () => {
    const { window, moved, shown } = setUp()
    const popup = shown()
    window.drag(60, 0)
    window.show({ ...HERE, height: 200 })
    expect(popup.bounds).toEqual({ ...HERE, x: 70, height: 200 })
    window.drag(80, 0)
    window.drop()
    expect(moved).toEqual([{ ...HERE, x: 90, height: 200 }])
  })

  it('keeps the place to which it was dragged when the ring ends a moment later', () => {
    const { window, moved, shown } = setUp()
    shown()
    window.drag(60, 0)
    window.hide()
    expect(moved).toEqual([{ ...HERE, x: 70 }])
  })

  it('goes where it must, dragged or not, when another place is decided', () => {
    const { window, moved, shown } = setUp()
    const popup = shown()
    window.drag(60, 0)
    window.show({ ...HERE, x: 500 })
    window.drop()
    expect([popup.bounds, moved]).toEqual([{ ...HERE, x: 500 }, []])
  })

  it('says that its page crashed', async () => {
    const { window, made, told, clock } = setUp()
    window.show(HERE)
    made[0]!.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    await clock.advance(0)
    expect([told, made[0]!.destroyed]).toEqual([['crashed (5)'], true])
  })

  it('owns its own page and no other, not even the window’s', () => {
    const { window } = setUp()
    expect(window.owns({ contents: 8, url: URL })).toBe(false)
    window.show(HERE)
    // `history.replaceState` gives it the window's address; it stays the popup.
    for (const url of [URL, `${URL}#x`, 'ringside://app/index.html'])
      expect(window.owns({ contents: 8, url })).toBe(true)
    expect(window.owns({ contents: 8, url: 'https://example.com/popup.html' })).toBe(false)
    expect(window.owns({ contents: 7, url: URL })).toBe(false)
  })
})
