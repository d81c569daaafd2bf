import type { BrowserWindow } from 'electron/main'
import type { WindowState } from '../../../core/contract.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { mayFold } from '../../../core/window/may-fold.ts'
import { isInside, type Size } from '../../../core/window/screens.ts'
import type { ShapeView } from '../../../core/window/shape-view.ts'
import { OPEN, stepFold, type FoldAct } from '../../../core/window/step-fold.ts'
import { STRIP_ROW } from '../../../core/window/strip-bounds.ts'
import { createPlacement, type PlacedWindow, type PlacementParts } from './placement.ts'

const MAX_STRIP_ROWS = 5 // more calls are scrolled to
const MAX_STRIP_HEIGHT = 2 * MAX_STRIP_ROWS * STRIP_ROW // with text at 200 %

export type ShapedWindow = PlacedWindow &
  Pick<BrowserWindow, 'setAlwaysOnTop' | 'setVisibleOnAllWorkspaces' | 'isFocused'>

/** The window's size and position, whether it stays above others, and whether it is folded to a strip. */
export interface WindowShape {
  /** A new native window has these from now on. */
  take(window: ShapedWindow): void
  /** The size in which it would appear, for a new native window. */
  size(): Size
  /** It is about to appear. */
  appear(): void
  isPinned(): boolean
  view(): ShapeView
  /** The user opens it. */
  unfold(): void
  /** The user puts it away: false if it can't be folded (any further). */
  fold(): boolean
  /** The pointer is on the strip (true), outside its buttons. */
  hover(over: boolean): void
  /** The page has something open that folding would hide. */
  hold(held: boolean): void
  /** The strip's page needs this height, DIP. */
  fit(height: number): void
  /** Calls or settings may have changed. */
  refresh(): void
  /** Screens may have changed. */
  refit(): void
  end(): void
}

export interface WindowShapeParts extends Omit<PlacementParts, 'isPinned' | 'places' | 'canPlace'> {
  readonly settings: () => Pick<Settings, 'windowPinned' | 'foldsInCall' | 'windowPlaces'>
  readonly state: () => Pick<WindowState, 'watch' | 'recordingWarnings' | 'dialling'>
  /** False under Wayland: a program neither moves its windows there, nor keeps them above others. */
  readonly canFloat: boolean
  /** It is folded or opened now; called before it has that size. */
  readonly onFold: () => void
}

export function createWindowShape(parts: WindowShapeParts): WindowShape {
  const { clock, settings, state, canFloat } = parts
  const isPinned = (): boolean => settings().windowPinned
  const placement = createPlacement({
    ...parts,
    isPinned,
    places: () => settings().windowPlaces,
    canPlace: canFloat,
  })
  let native: ShapedWindow | null = null
  let fold = OPEN
  let over = false
  let held = false
  /** The strip's height when it was last put. */
  let put: number | null = null
  /** What the page of the strip needs; 0 until it has said so. */
  let needed = 0
  let wasPinned = false
  let raised = false
  let cancel = (): void => undefined

  const existing = (): ShapedWindow | null => (native?.isDestroyed() === false ? native : null)
  const visible = (): boolean => existing()?.isVisible() === true
  const possible = (): boolean => visible() && canFloat && !held && mayFold(state(), settings())

  function height(): number | null {
    if (!fold.folded) return null
    const rows = Math.min(MAX_STRIP_ROWS, Math.max(1, state().watch.calls.length))
    return Math.max(needed, rows * STRIP_ROW)
  }

  function step(act: FoldAct = 'none'): void {
    cancel()
    const before = fold.folded
    const facts = { mayFold: possible(), focused: existing()?.isFocused() === true, inside: isUsed(), over }
    const next = stepFold(fold, facts, act, clock.now())
    fold = next.memory
    if (fold.folded !== before) turn()
    if (next.wakeInMs !== null) cancel = clock.after(next.wakeInMs, step)
  }

  const isUsed = (): boolean =>
    visible() && (placement.isMoving() || (native !== null && isInside(parts.cursor(), native.getBounds())))

  function turn(): void {
    over = false
    needed = 0
    parts.onFold()
    putNow()
  }

  function putNow(): void {
    put = height()
    placement.put(put)
  }

  /** Above other windows, on every desktop and over full screens; `skipTransformProcessType`: the dock icon is hidden anyway. */
  function pin(): void {
    const on = isPinned()
    if (on === raised && !on) return
    raised = on
    const window = existing()
    window?.setAlwaysOnTop(on, 'floating')
    window?.setVisibleOnAllWorkspaces(on, { visibleOnFullScreen: on, skipTransformProcessType: true })
  }

  return {
    take(window) {
      native = window
      raised = false
      held = false
      wasPinned = isPinned()
      placement.follow(window)
      // Some window managers forget this for a window that isn't on screen.
      window.on('show', pin)
      window.on('focus', () => step())
      window.on('blur', () => step())
      window.on('hide', () => step())
    },
    size: placement.wanted,
    appear() {
      pin()
      placement.appear(height())
    },
    isPinned,
    view: () => ({ folded: fold.folded, floats: canFloat }),
    unfold: () => step('unfold'),
    fold() {
      if (fold.folded || !possible()) return false
      step('fold')
      return true
    },
    hover(now) {
      over = now
      step()
    },
    hold(now) {
      held = now
      step()
    },
    fit(now) {
      if (!fold.folded || now === needed) return
      needed = Math.min(now, MAX_STRIP_HEIGHT)
      if (height() !== put) putNow()
    },
    refresh() {
      if (isPinned() !== wasPinned) {
        wasPinned = isPinned()
        pin()
        if (wasPinned && visible()) placement.store()
      }
      step()
      if (fold.folded && height() !== put) putNow()
    },
    refit: () => placement.refit(height()),
    end() {
      cancel()
      placement.end()
    },
  }
}
