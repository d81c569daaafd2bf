import type { Rectangle, Size } from 'electron/main'
import { popupHidesAt } from '../../../core/alerts/popup-hiding.ts'
import { TEST_CALL_KEY } from '../../../core/alerts/test-call.ts'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import type { Clock } from '../../../core/clock.ts'
import type { PopupView } from '../../../core/ipc/popup-view.ts'
import type { Call, CallKey, RungOutcome } from '../../../core/domain.ts'
import { MAX_PLACES } from '../../../core/settings/screen-kinds.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import type { LadderRung } from './ladder.ts'
import {
  createPopupDisplay,
  droppedPlace,
  positionKey,
  popupBounds,
  type Displays,
} from './popup-position.ts'
import { popupView, type PopupState } from './popup-view.ts'
import type { PopupWindow } from './popup-window.ts'

const FIRST_SIZE: Size = { width: 348, height: 168 } // one call; the page reports what it needs once it has drawn

const MIN_HEIGHT = 80 // one call without a name, in the smallest font
const MAX_FAILURES = 2 // in a row, without a successful draw in between

const NOTE_MS = 1000 // for the page to send the rest of a note before its window closes

/** Ringside's own popup: the ringing calls, and a call whose note is being written in it. */
export interface RingPopup extends LadderRung, Pick<PopupWindow, 'drag' | 'drop' | 'pushSettings'> {
  view(): PopupView
  /** The page has drawn this revision and needs this height. */
  drawn(revision: number, height: number): void
  /**
   * The user writes the note of this call, which stays until they have finished, and the popup may take the keyboard
   * focus; null: they have finished. False if that isn't possible here.
   */
  write(key: CallKey | null): boolean
  /** The pointer or the focus is in it: it doesn't hide meanwhile. */
  hold(held: boolean): void
  /** The user dismisses a call. */
  dismiss(key: CallKey): void
  /** Calls, settings or displays may have changed. */
  refresh(): void
  /** The page of its window is gone. */
  failed(): void
  /** The user dragged it there. */
  moved(to: Rectangle): void
  clear(): void
}

export interface RingPopupParts {
  readonly clock: Clock
  readonly window: Omit<PopupWindow, 'owns' | 'end'>
  /** Whether this system can show one: under Wayland a window can't set its position or stay on top. */
  readonly isPossible: boolean
  /** Calls, stories and notes as the user may see them now. */
  readonly known: () => PopupState
  readonly testCall: () => Call
  /** Whether a Ringside window is on screen, which announces rings to screen readers. */
  readonly isSpoken: () => boolean
  readonly settings: () => Settings
  readonly displays: () => Displays
  readonly savePosition: (positions: Settings['popupPlaces']) => void
  readonly platform: NodeJS.Platform
  /** The user has dismissed the alert with this id. */
  readonly onSeen: (alert: string) => void
}

interface Shown {
  readonly alert: string
  readonly key: CallKey
  answer: ((outcome: RungOutcome) => void) | null
  /** The revision that shows it first. */
  readonly since: number
  /** As last seen: a call whose note is being written may have ended. */
  last: Call | null
  /** The alert was withdrawn; only the note keeps it here. */
  isOver: boolean
}

export function createRingPopup(parts: RingPopupParts): RingPopup {
  const { window, settings, displays, clock } = parts
  const screen = createPopupDisplay(displays, () => settings().popupDisplay)
  let shown: readonly Shown[] = []
  let revision = 0
  let height = FIRST_SIZE.height
  let last = ''
  let failures = 0
  let writing: CallKey | null = null
  /** What was known when the call whose note is being written was last live: its name, and the note itself. */
  let before: PopupState | null = null
  let stopClosing = (): void => undefined
  let shownAt: number | null = null
  let leftAt: number | null = null
  let held = false
  let cancel = (): void => undefined

  /** It hides without being dismissed: tray, sound and blinking go on, and the next ring shows it again. */
  function hideInTime(): void {
    cancel()
    const at = popupHidesAt({ shownAt, held: held || writing !== null, leftAt }, settings().popupHideSeconds)
    if (at !== null) cancel = clock.after(Math.max(0, at - clock.now()), () => take(() => true))
  }

  const liveCall = (key: CallKey): Call | null =>
    key === TEST_CALL_KEY
      ? parts.testCall()
      : (parts.known().watch.calls.find((call) => call.key === key) ?? null)

  function callOf(one: Shown): Call | null {
    const live = liveCall(one.key)
    one.last = live ?? one.last
    return one.key === writing ? one.last : live
  }

  function known(): PopupState {
    const now = parts.known()
    if (writing === null || before === null || liveCall(writing) !== null) return (before = now)
    return {
      ...now,
      callers: { ...before.callers, ...now.callers },
      stories: { ...before.stories, ...now.stories },
      callNotes: { ...before.callNotes, ...now.callNotes },
    }
  }

  const view = (): PopupView =>
    popupView(
      shown.map(callOf).filter((call) => call !== null),
      known(),
      {
        revision,
        writing,
        speaks: !parts.isSpoken(),
        privacy: settings().privacy,
        ended: (key) => liveCall(key) === null,
      },
    )

  function draw(): void {
    revision += 1
    stopClosing()
    if (shown.length > 0) {
      window.push(view())
      return showInPosition()
    }
    if (writing !== null) {
      // Its page still has to send what was typed last.
      window.push(view())
      stopClosing = clock.after(NOTE_MS, endNote)
      return
    }
    height = FIRST_SIZE.height
    shownAt = leftAt = null
    held = false
    hideInTime()
    window.hide()
    screen.free()
  }

  function showInPosition(): void {
    const display = screen.now()
    const { popupPlaces, popupCorner: corner } = settings()
    const place = popupPlaces[positionKey(displays(), display)]
    window.show(popupBounds(display, { ...FIRST_SIZE, height }, { place, corner }, parts.platform))
  }

  function endNote(): void {
    writing = null
    leftAt = clock.now()
    window.type(false)
    shown = shown.filter(({ isOver }) => !isOver)
    draw()
    hideInTime()
  }

  function comeUp(needed: number): void {
    // A hidden page that is not laid out reports no height.
    if (needed >= MIN_HEIGHT) height = needed
    showInPosition()
    window.drawn()
  }

  function take(gone: (one: Shown) => boolean): void {
    const left = shown.filter((one) => !gone(one))
    if (left.length === shown.length) return
    shown = left
    draw()
  }

  return {
    raise({ id, kind, call }: AlertNotification) {
      if (!parts.isPossible) return 'unsupported'
      const key = kind === 'test' ? TEST_CALL_KEY : call
      if (key === null) return 'unsupported'
      const { promise, resolve } = Promise.withResolvers<RungOutcome>()
      const others = shown.filter((one) => !(one.isOver && one.key === key))
      const since = revision + 1
      shown = [...others, { alert: id, key, answer: resolve, since, last: null, isOver: false }]
      shownAt = null
      hideInTime()
      draw()
      return promise
    },
    lower(id) {
      for (const one of shown) if (one.alert === id) one.isOver = one.key === writing
      take(({ alert, isOver }) => alert === id && !isOver)
    },
    view,
    drawn(upTo, needed) {
      failures = 0
      if (shown.length === 0) return
      if (upTo >= revision) comeUp(needed)
      else if (!window.isVisible()) return // shown with the next revision, which is on its way
      // macOS shows no window of a hidden program.
      const outcome = window.isVisible() ? 'shown' : 'failed'
      if (upTo >= revision) shownAt ??= clock.now()
      hideInTime()
      for (const one of shown) {
        if (one.since > upTo) continue
        one.answer?.(outcome)
        one.answer = null
      }
    },
    drag: window.drag,
    drop: window.drop,
    write(key) {
      if (key === null) {
        if (writing !== null) endNote()
        return true
      }
      // Electron can give the focus to such a window on Windows and macOS only.
      if (parts.platform === 'linux' || !shown.some((one) => one.key === key)) return false
      writing = key
      draw()
      window.type(true)
      return true
    },
    hold(now) {
      if (held && !now) leftAt = clock.now()
      held = now
      hideInTime()
    },
    dismiss(key) {
      const alerts = shown.filter((one) => one.key === key).map(({ alert }) => alert)
      take((one) => one.key === key)
      alerts.forEach(parts.onSeen)
    },
    refresh() {
      if (shown.length === 0) return
      const now = JSON.stringify({ ...view(), revision: 0 })
      if (now !== last) draw()
      else showInPosition()
      last = now
    },
    pushSettings: window.pushSettings,
    failed() {
      failures += 1
      writing = null
      held = false
      const lost = shown.filter(({ answer }) => answer !== null)
      shown = failures > MAX_FAILURES ? [] : shown.filter(({ answer, isOver }) => answer === null && !isOver)
      if (shown.length > 0) showInPosition()
      for (const one of lost) one.answer?.('failed')
    },
    moved(to) {
      const display = screen.put({ x: to.x + to.width / 2, y: to.y })
      const key = positionKey(displays(), display)
      // The latest position goes last: the oldest are dropped.
      const others = Object.entries(settings().popupPlaces).filter(([known]) => known !== key)
      const all = [...others, [key, droppedPlace(to, display)] as const].slice(-MAX_PLACES)
      parts.savePosition(Object.fromEntries(all))
      if (shown.length > 0) showInPosition()
    },
    clear: () => take(() => true),
  }
}
