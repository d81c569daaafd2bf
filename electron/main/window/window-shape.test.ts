import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { WindowState } from '../../../core/contract.ts'
import type { Call, Phase } from '../../../core/domain.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { seenCall } from '../../../core/testing/seen.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import type { Rectangle, Screen } from '../../../core/window/screens.ts'
import { createWindowShape, type ShapedWindow } from './window-shape.ts'

const LAPTOP: Screen = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1440, height: 900 },
  workArea: { x: 0, y: 0, width: 1440, height: 860 },
  scaleFactor: 1,
}
const WALL: Screen = {
  id: 2,
  bounds: { x: 1440, y: 0, width: 1920, height: 1080 },
  workArea: { x: 1440, y: 0, width: 1920, height: 1040 },
  scaleFactor: 1,
}
const SIZE = { width: 392, height: 600 }

const call = (phase: Phase, id = '1'): Call => ({
  ...seenCall({ ivrid: id, phase, answered: phase !== 'ringing' }),
  startedAt: 0,
  answeredAt: 0,
  phaseSince: 0,
  mutedSince: null,
  rangHere: true,
  connected: phase !== 'ringing',
})

class FakeNative extends EventEmitter {
  bounds: Rectangle = { x: 0, y: 0, ...SIZE }
  least = { width: 0, height: 0 }
  most = { width: 0, height: 0 }
  visible = false
  focused = false
  level: string | null = null
  spaces: unknown[] = []
  destroyed = false
  isDestroyed = () => this.destroyed
  isVisible = () => this.alive().visible
  isFocused = () => this.alive().focused
  /** Electron throws at any use of a window that is gone. */
  private alive(): this {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    return this
  }
  getBounds = () => this.bounds
  /** As systems do: within its limits. */
  setBounds = (wanted: Rectangle): void => {
    const fit = (side: 'width' | 'height') =>
      Math.min(Math.max(this.least[side], wanted[side]), this.most[side] || Infinity)
    this.bounds = { ...wanted, width: fit('width'), height: fit('height') }
    this.emit('move')
    this.emit('resize')
  }
  setMinimumSize = (width: number, height: number): void => void (this.least = { width, height })
  setMaximumSize = (width: number, height: number): void => void (this.most = { width, height })
  setAlwaysOnTop = (on: boolean, level: string): void => void (this.alive().level = on ? level : null)
  setVisibleOnAllWorkspaces = (...args: unknown[]): void => void (this.spaces = args)
}

function setUp({ canFloat = true, pinned = true } = {}) {
  const clock = virtualClock(1_000_000)
  const is = {
    settings: { windowPinned: pinned, foldsInCall: true, windowPlaces: {} } as Pick<
      Settings,
      'windowPinned' | 'foldsInCall' | 'windowPlaces'
    >,
    calls: [] as Call[],
    warnings: [] as unknown[],
    screens: [LAPTOP, WALL],
    cursor: { x: 700, y: 850 },
  }
  const folds: boolean[] = []
  let native = new FakeNative()
  const shape = createWindowShape({
    clock,
    settings: () => is.settings,
    state: () =>
      ({
        watch: { calls: is.calls },
        recordingWarnings: is.warnings,
        dialling: { dial: null },
      }) as unknown as WindowState,
    savePlaces: (windowPlaces) => void (is.settings = { ...is.settings, windowPlaces }),
    screens: () => is.screens,
    tray: () => null,
    cursor: () => is.cursor,
    canFloat,
    onFold: () => folds.push(shape.view().folded),
  })
  function appear(): FakeNative {
    native = new FakeNative()
    shape.take(native as unknown as ShapedWindow)
    shape.appear()
    native.visible = true
    native.emit('show')
    return native
  }
  const drag = async (to: Partial<Rectangle>): Promise<void> => {
    native.bounds = { ...native.bounds, ...to }
    native.emit('move')
    await clock.advance(400)
  }
  async function talks(...calls: Call[]): Promise<void> {
    is.calls = calls
    shape.refresh()
    await clock.advance(2_000)
  }
  const set = (change: Partial<typeof is.settings>): void => {
    is.settings = { ...is.settings, ...change }
    shape.refresh()
  }
  return { clock, is, folds, shape, appear, drag, talks, set, native: () => native }
}

describe('a window that isn’t pinned', () => {
  it('is where it always was, and nothing keeps it on top', () => {
    const { appear } = setUp({ pinned: false })
    const { bounds, level, spaces } = appear()
    expect([bounds, level, spaces]).toEqual([{ x: 8, y: 252, ...SIZE }, null, []])
  })

  it('never folds', async () => {
    const { appear, talks, folds } = setUp({ pinned: false })
    appear()
    await talks(call('talking'))
    expect(folds).toEqual([])
  })
})

describe('a pinned window', () => {
  it('is above others on every desktop and full screen, until it is unpinned', () => {
    const { appear, set } = setUp()
    const native = appear()
    const spaces = (on: boolean) => [on, { visibleOnFullScreen: on, skipTransformProcessType: true }]
    expect([native.level, native.spaces]).toEqual(['floating', spaces(true)])
    set({ windowPinned: false })
    expect([native.level, native.spaces]).toEqual([null, spaces(false)])
  })

  it('reappears where it was when it was pinned, and where it was moved and resized to', async () => {
    const { appear, drag, set, is } = setUp({ pinned: false })
    appear()
    set({ windowPinned: true })
    is.cursor = { x: 1_400, y: 10 }
    expect(appear().bounds).toEqual({ x: 8, y: 252, ...SIZE })
    await drag({ x: 1700, y: 100, width: 500, height: 700 })
    expect(appear().bounds).toEqual({ x: 1700, y: 100, width: 500, height: 700 })
  })

  it('is stored at the end, even if it was moved just before', () => {
    const { appear, native, shape } = setUp()
    appear()
    native().bounds = { x: 300, y: 50, ...SIZE }
    native().emit('move')
    shape.end()
    expect(appear().bounds).toEqual({ x: 300, y: 50, ...SIZE })
  })

  it('moves to a screen that is there, and back when its own is', async () => {
    const { appear, drag, is, shape, native, clock } = setUp()
    appear()
    await drag({ x: 2500, y: 300 })
    is.screens = [LAPTOP]
    // Windows and macOS move it themselves.
    native().bounds = { ...native().bounds, x: 1048 }
    native().emit('move')
    shape.refit()
    await clock.advance(1_000)
    expect(native().bounds.x + SIZE.width).toBeLessThanOrEqual(1440)
    is.screens = [LAPTOP, WALL]
    shape.refit()
    await clock.advance(1_000)
    expect(native().bounds).toEqual({ x: 2500, y: 300, ...SIZE })
  })

  it('takes rounded bounds for its own', async () => {
    const { appear, is, native, clock } = setUp()
    appear()
    const { windowPlaces } = is.settings
    native().bounds = { x: 9, y: 251, width: 393, height: 600 }
    native().emit('resize')
    await clock.advance(1_000)
    expect(is.settings.windowPlaces).toEqual(windowPlaces)
  })
})

describe('folded to a strip', () => {
  it('once a call is answered and nobody uses the window, and open again when the call is over', async () => {
    const { appear, talks, folds, native } = setUp()
    appear()
    await talks(call('ringing'))
    expect(folds).toEqual([])
    await talks(call('talking'))
    expect(native().bounds).toEqual({ x: 8, y: 796, width: 392, height: 56 })
    await talks()
    expect([folds, native().bounds]).toEqual([[true, false], { x: 8, y: 252, ...SIZE }])
  })

  it('has a row for a second call, and the height that large text needs', async () => {
    const { appear, talks, native, shape } = setUp()
    appear()
    await talks(call('talking'))
    await talks(call('held'), call('ringing', '2'))
    expect(native().bounds).toEqual({ x: 8, y: 740, width: 392, height: 112 })
    shape.fit(190)
    expect(native().bounds).toEqual({ x: 8, y: 662, width: 392, height: 190 })
  })

  it('is where the user moves it, and the window opens around it', async () => {
    const { appear, talks, drag, native, shape } = setUp()
    appear()
    await talks(call('talking'))
    await drag({ x: 1000, y: 10 })
    shape.unfold()
    expect(native().bounds).toEqual({ x: 1000, y: 10, ...SIZE })
    await talks(call('talking'))
    expect(native().bounds).toEqual({ x: 1000, y: 10, width: 392, height: 56 })
  })

  it('stays where the user has just moved it when a second call comes, and the window opens there at the end', async () => {
    const { appear, is, talks, native, shape } = setUp()
    appear()
    await talks(call('talking'))
    const move = (to: Partial<Rectangle>): void => {
      native().bounds = { ...native().bounds, ...to }
      native().emit('move')
    }
    move({ x: 1000, y: 10 })
    is.calls = [call('talking'), call('held', '2')]
    shape.refresh()
    expect(native().bounds).toEqual({ x: 1000, y: 10, width: 392, height: 112 })
    move({ x: 900, y: 20 })
    is.calls = []
    shape.refresh()
    expect(native().bounds).toEqual({ x: 900, y: 20, ...SIZE })
  })

  it('stays while the pointer is on its button, and opens under a resting one', async () => {
    const { appear, talks, native, shape, is, clock } = setUp()
    appear()
    await talks(call('talking'))
    is.cursor = { x: 100, y: 820 }
    native().focused = true
    native().emit('focus')
    await clock.advance(5_000)
    expect(shape.view().folded).toBe(true)
    native().focused = false
    native().emit('blur')
    shape.hover(true)
    await clock.advance(400)
    expect([shape.view().folded, native().bounds.height]).toEqual([false, 600])
    await clock.advance(60_000)
    expect(shape.view().folded).toBe(false)
    is.cursor = { x: 700, y: 20 }
    await clock.advance(2_000)
    expect(shape.view().folded).toBe(true)
  })

  it('is what putting it away means first', () => {
    const { appear, is, shape, native } = setUp()
    appear()
    native().focused = true
    is.calls = [call('talking')]
    expect([shape.fold(), shape.view().folded, shape.fold()]).toEqual([true, true, false])
  })

  it('opens for a warning about a recording', async () => {
    const { appear, talks, is, shape, folds } = setUp()
    appear()
    await talks(call('talking'))
    is.warnings = [{}]
    shape.refresh()
    expect(folds).toEqual([true, false])
  })

  it('not while something is open in it that would be hidden', async () => {
    const { appear, talks, shape, folds, clock } = setUp()
    appear()
    shape.hold(true)
    await talks(call('talking'))
    expect(folds).toEqual([])
    shape.hold(false)
    await clock.advance(1_000)
    expect(folds).toEqual([true])
  })

  it('open when it is hidden and shown again, with nothing left to wait for', async () => {
    const { appear, talks, native, clock, is } = setUp()
    appear()
    await talks(call('talking'))
    native().visible = false
    native().emit('hide')
    expect(native().bounds).toMatchObject(SIZE)
    is.calls = []
    await clock.advance(1_000)
    expect(clock.waiting()).toBe(0)
  })
})

it('a window that is gone is left alone, and the next one is as it was', async () => {
  const { appear, talks, native, shape, set, clock, folds } = setUp()
  appear()
  await talks(call('talking'))
  native().destroyed = true
  await clock.advance(60_000)
  shape.unfold()
  shape.refit()
  shape.hover(true)
  set({ windowPinned: false })
  set({ windowPinned: true })
  expect([folds, shape.fold()]).toEqual([[true, false], false])
  expect(appear().bounds).toMatchObject(SIZE)
})

it('under Wayland it stays open, neither moves nor folds, and keeps its size', async () => {
  const { appear, talks, folds, native, is, shape, clock } = setUp({ canFloat: false })
  const made = appear()
  made.setBounds = () => undefined
  await talks(call('talking'))
  expect([folds, shape.view().floats, shape.isPinned()]).toEqual([[], false, true])
  native().bounds = { x: 0, y: 0, width: 500, height: 700 }
  native().emit('resize')
  await clock.advance(400)
  expect(Object.values(is.settings.windowPlaces)).toMatchObject([{ width: 500, height: 700 }])
  expect(shape.size()).toMatchObject({ width: 500, height: 700 })
})
