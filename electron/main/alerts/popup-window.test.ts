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
  hide = (): void => {
    this.did.push('hide')
    this.visible = false
  }
  setBounds = (bounds: typeof HERE): void => {
    this.bounds = bounds
    this.emit('move')
  }
  getBounds = () => this.bounds
  isVisible = () => this.visible
  isDestroyed = () => this.destroyed
  destroy = (): void => void (this.destroyed = true)
}

function setUp() {
  const made: FakePopup[] = []
  const moved: unknown[] = []
  const failed: string[] = []
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
    onFailed: (why) => failed.push(why),
  })
  return { window, made, moved, failed, clock }
}

describe('the popup’s window', () => {
  it('is made at the first call, and comes up when it has painted, without the focus', () => {
    const { window, made } = setUp()
    window.show(HERE)
    expect(made[0]!.did).toEqual([`load ${URL}`])
    made[0]!.emit('ready-to-show')
    expect(made[0]!.did).toEqual([`load ${URL}`, 'show inactive'])
    expect(made[0]!.bounds).toEqual(HERE)
  })

  it('does not come up when the ring was over before it had painted', () => {
    const { window, made } = setUp()
    window.show(HERE)
    window.hide()
    made[0]!.emit('ready-to-show')
    expect(made[0]!.did).not.toContain('show inactive')
  })

  it('is used again for the next call, and let go after a quiet minute', async () => {
    const { window, made, clock } = setUp()
    window.show(HERE)
    window.hide()
    await clock.advance(59_000)
    window.show(HERE)
    await clock.advance(120_000)
    expect([made.length, made[0]!.destroyed]).toEqual([1, false])
    window.hide()
    await clock.advance(60_000)
    expect(made[0]!.destroyed).toBe(true)
    window.show(HERE)
    expect(made).toHaveLength(2)
  })

  it('tells where a person has put it once the drag is over, and not where it put itself', async () => {
    const { window, made, moved, clock } = setUp()
    window.show(HERE)
    made[0]!.emit('ready-to-show')
    await clock.advance(1_000)
    expect(moved).toEqual([])
    made[0]!.setBounds({ ...HERE, x: 50 })
    await clock.advance(100)
    made[0]!.setBounds({ ...HERE, x: 70 })
    await clock.advance(400)
    expect(moved).toEqual([{ ...HERE, x: 70 }])
  })

  it('is not pulled back by what it shows while a person drags it', async () => {
    const { window, made, moved, clock } = setUp()
    window.show(HERE)
    const [fake] = made
    fake!.emit('ready-to-show')
    await clock.advance(1000)
    fake!.setBounds({ ...HERE, x: 70 })
    await clock.advance(100)
    window.show({ ...HERE, height: 200 })
    expect(fake!.bounds).toEqual({ ...HERE, x: 70, height: 200 })
    fake!.setBounds({ ...HERE, x: 90, height: 200 })
    await clock.advance(1000)
    expect(moved).toEqual([{ ...HERE, x: 90, height: 200 }])
  })

  it('keeps the place to which it was dragged when the ring ends a moment later', () => {
    const { window, made, moved } = setUp()
    window.show(HERE)
    made[0]!.emit('ready-to-show')
    made[0]!.setBounds({ ...HERE, x: 70 })
    window.hide()
    expect(moved).toEqual([{ ...HERE, x: 70 }])
  })

  it('goes where it must, dragged or not, when another place is decided', async () => {
    const { window, made, moved, clock } = setUp()
    window.show(HERE)
    made[0]!.emit('ready-to-show')
    made[0]!.setBounds({ ...HERE, x: 70 })
    window.show({ ...HERE, x: 500 })
    await clock.advance(1000)
    expect([made[0]!.bounds, moved]).toEqual([{ ...HERE, x: 500 }, []])
  })

  it('takes what a fractional scale rounds for no person’s doing', async () => {
    const { window, made, moved, clock } = setUp()
    window.show(HERE)
    made[0]!.emit('ready-to-show')
    made[0]!.setBounds({ ...HERE, x: HERE.x - 1, y: HERE.y + 1 })
    await clock.advance(1000)
    expect(moved).toEqual([])
  })

  it('says that its page crashed', async () => {
    const { window, made, failed, clock } = setUp()
    window.show(HERE)
    made[0]!.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    await clock.advance(0)
    expect([failed, made[0]!.destroyed]).toEqual([['crashed (5)'], true])
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
