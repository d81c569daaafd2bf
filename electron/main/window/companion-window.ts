import { app, screen as screens, systemPreferences } from 'electron/main'
import { createListeners } from '../../../core/listeners.ts'
import type { VisibleViews, SettingsView, TeamNews, WindowState } from '../../../core/contract.ts'
import { createAlertSignals } from '../alerts/alert-signals.ts'
import { WINDOW_URL } from './app-protocol.ts'
import { isInstalled } from '../program/is-installed.ts'
import { createWindowAttention } from './window-attention.ts'
import { createBlink } from '../alerts/blink.ts'
import { isWaylandProgram } from '../system/wayland.ts'
import type { LadderRung } from '../alerts/ladder.ts'
import type { Keyboard } from './keyboard.ts'
import { createNativeWindow, openKeyboard, type NativeWindowOptions } from './native-window.ts'
import { createVisibleView } from './visible-view.ts'
import { createSounds } from '../alerts/sounds.ts'
import type { TrayShow } from '../tray/tray.ts'
import type { MainParts } from '../program/main-parts.ts'
import { createWindowMask } from './window-mask.ts'
import type { WindowMask } from './window-mask.ts'
import { createTrayWindow } from './window.ts'
import type { TrayWindow } from './window.ts'
import { createWindowShape, type WindowShape } from './window-shape.ts'

/** The companion's tray window: shows what is known, masked in privacy mode, with sound and blink for alerts. */
export interface CompanionWindow {
  readonly window: TrayWindow
  readonly shape: Pick<WindowShape, 'unfold' | 'hover' | 'hold' | 'fit'>
  readonly mask: WindowMask
  readonly keyboard: Keyboard
  /** The address of its page. */
  readonly pageUrl: string
  /** Whether this system lets the program's windows set their position and stay on top. */
  readonly canFloat: boolean
  look(views: VisibleViews): void
  /** Its page has subscribed and read. */
  pageReady(): void
  pushState(state: WindowState): void
  pushSettings(view: SettingsView): void
  pushTeam(news: TeamNews): void
  /** The rungs of the alert ladder that belong to the window and the tray. */
  readonly trayRung: LadderRung
  readonly soundRung: LadderRung
  /** Call after the settings changed. */
  refresh(): void
  /** Privacy was turned on or off, with these settings: also sent to a hidden window. */
  sendPrivacy(on: boolean, view: SettingsView): void
  /** It appeared on screen, and has the state; each subscription returns a function that unsubscribes. */
  readonly onShown: (listener: () => void) => () => void
  /** Its page crashed or hung, so whatever it had suspended must be resumed. */
  readonly onLost: (listener: () => void) => () => void
  end(): void
}

export interface CompanionWindowParts extends MainParts, Pick<NativeWindowOptions, 'built' | 'resources'> {
  readonly tray: TrayShow
  /** Its page failed repeatedly (true), or the user has it on screen again (false). */
  readonly onTrouble: (lasts: boolean) => void
  /** Its own dialog has the focus now. */
  readonly staysOpen: () => boolean
  /** The user closed it; it is hidden now. */
  readonly onClosed: () => void
}

export function createCompanionWindow(parts: CompanionWindowParts): CompanionWindow {
  const { companion, tray, words, clock, log, built, resources, onTrouble } = parts
  const { settings } = parts.configuration
  const keyboard = openKeyboard(settings)
  const shown = createListeners<[]>()
  const lost = createListeners<[]>()
  const mask = createWindowMask({ isOn: () => settings().privacy, words })
  const screen = createVisibleView((views) => companion.look(views))
  const attention = createWindowAttention(clock, () => companion.seeMissed())
  const blink = createBlink({
    clock,
    settings,
    reducedMotion: () => systemPreferences.getAnimationSettings().prefersReducedMotion,
    show: tray.show,
  })

  // electron-vite's development server, which reloads the window as its source changes.
  const pageUrl = isInstalled(app) ? WINDOW_URL : (process.env.ELECTRON_RENDERER_URL ?? WINDOW_URL)
  const { platform, env } = process
  const ozonePlatform = app.commandLine.getSwitchValue('ozone-platform')
  const canFloat = !isWaylandProgram({ platform, env, ozonePlatform })
  const shape = createWindowShape({
    clock,
    settings,
    state: companion.state,
    savePlaces: (windowPlaces) => void parts.configuration.change({ windowPlaces }),
    screens: () => screens.getAllDisplays(),
    tray: tray.bounds,
    cursor: () => screens.getCursorScreenPoint(),
    canFloat,
    onFold: () => window.push('shape', shape.view()),
  })
  screens.on('display-added', shape.refit)
  screens.on('display-removed', shape.refit)
  screens.on('display-metrics-changed', shape.refit)

  const window = createTrayWindow({
    create: () => createNativeWindow({ built, resources, title: words().appName }, shape.size()),
    url: pageUrl,
    shape,
    ringing() {
      const call = companion.state().watch.calls.find(({ phase }) => phase === 'ringing')
      return call === undefined ? null : { view: 'calls', call: call.key }
    },
    clock,
    staysOpen: parts.staysOpen,
    onHidden: () => screen.show(false),
    onPutAway: keyboard.giveBack,
    onClosed: parts.onClosed,
    onShown() {
      screen.show(true)
      onTrouble(false)
      window.push('state', mask.state(companion.state()))
      window.push('shape', shape.view())
      shown.call()
    },
    onAttention(looking) {
      attention(looking)
      blink.look(looking)
    },
    onFailed(why, stays) {
      log.warn(`the window's page failed: ${why}${stays ? ', too often' : ''}`)
      lost.call()
      if (stays) onTrouble(true)
      else signals.soundAgain()
    },
  })

  const sounds = createSounds(settings, (sound) => window.reach('sound', sound))
  const signals = createAlertSignals(sounds, blink, clock.now)

  return {
    window,
    shape,
    mask,
    keyboard,
    pageUrl,
    canFloat,
    look: screen.look,
    pageReady() {
      window.ready()
      // It may have been shown before the page subscribed.
      window.push('shape', shape.view())
    },
    pushState(state) {
      window.push('state', mask.state(state))
      shape.refresh()
      signals.take({ ...state, alertedCauses: companion.surroundings().alerted })
    },
    pushSettings: (view) => window.push('settings', view),
    pushTeam: (news) => window.push('team', mask.news(news)),
    trayRung: {
      raise({ id }) {
        window.flash(true)
        return blink.raise(id) ? 'given' : 'unsupported'
      },
      lower(id) {
        window.flash(false)
        blink.lower(id)
      },
    },
    soundRung: sounds,
    refresh() {
      signals.refresh()
      shape.refresh()
    },
    sendPrivacy(on, view) {
      // A hidden page isn't drawn: its last picture appears first when the window is shown.
      if (on && window.drop()) return signals.soundAgain()
      if (!window.exists()) return
      // Notes are saved before they are hidden, and shown before they can be edited again.
      if (on) window.reach('settings', view)
      window.reach('state', mask.state(companion.state()))
      if (!on) window.reach('settings', view)
    },
    onShown: shown.add,
    onLost: lost.add,
    end() {
      signals.end()
      shape.end()
      window.end()
    },
  }
}
