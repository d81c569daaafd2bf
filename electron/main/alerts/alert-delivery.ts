import { spawn } from 'node:child_process'
import { app, screen } from 'electron/main'
import { shell } from 'electron/common'
import { testAlert } from '../../../core/alerts/plain-alert.ts'
import { testCall } from '../../../core/alerts/test-call.ts'
import type { AlertSystem, SettingsView } from '../../../core/contract.ts'
import type { CallKey, RungOutcomes } from '../../../core/domain.ts'
import { POPUP_PAGE } from '../window/app-protocol.ts'
import type { CompanionWindow } from '../window/companion-window.ts'
import { createDoNotDisturb } from '../system/do-not-disturb.ts'
import { windowsIdentity } from '../program/app-id.ts'
import type { Sender } from '../ipc/owns-request.ts'
import { createLadder, type Ladder } from './ladder.ts'
import { createNativePopup, nativeDisplays, type NativeWindowOptions } from '../window/native-window.ts'
import { notificationRung } from './notification-rung.ts'
import { notificationSwitch } from './notification-switch.ts'
import type { Notifier } from './notifier.ts'
import { createPopupWindow } from './popup-window.ts'
import { createRingPopup, type RingPopup } from './ring-popup.ts'
import { runProgram } from '../system/run-program.ts'
import type { MainParts } from '../program/main-parts.ts'

const TEST_MS = 5_000 // long enough to look for a popup and hear a sound

/** How alerts reach the agent: the ladder, the popup, and what the system reports about them. */
export interface AlertDelivery {
  readonly ladder: Ladder
  readonly popup: RingPopup
  /** Tries every way of alerting; each alert is withdrawn after a while. */
  test(): Promise<RungOutcomes>
  system(): Promise<AlertSystem>
  openSystem(): Promise<boolean>
  /** Opens the window at a call shown in the popup. */
  open(key: CallKey): void
  /** The user writes the note of a call in the popup, or in the window where the popup can't be typed in; null: no longer. */
  note(key: CallKey | null): void
  pushSettings(view: SettingsView): void
  /** True for the popup's own page. */
  owns(sender: Sender): boolean
  end(): void
}

export interface AlertDeliveryParts extends MainParts, Pick<NativeWindowOptions, 'built' | 'resources'> {
  readonly notifier: Notifier
  readonly shown: CompanionWindow
}

export function createAlertDelivery(parts: AlertDeliveryParts): AlertDelivery {
  const { notifier, shown, configuration, words, clock, log, built, resources } = parts
  const { platform, env } = process
  const desktop = env['XDG_CURRENT_DESKTOP'] ?? ''
  const appId = windowsIdentity(app).id
  const doNotDisturb = createDoNotDisturb({ platform, desktop, appId, run: runProgram, clock })

  const window = createPopupWindow({
    create: () => createNativePopup({ built, resources, title: words().popup.title }),
    url: new URL(POPUP_PAGE, shown.pageUrl).href,
    clock,
    onMoved: (to) => popup.moved(to),
    onGone: shown.keyboard.giveBack,
    onFailed(why) {
      log.warn(`the popup's page failed: ${why}`)
      popup.failed()
    },
  })

  const popup = createRingPopup({
    window,
    clock,
    isPossible: shown.canFloat,
    known: () => shown.mask.state(parts.companion.state()),
    testCall: () => testCall(words(), clock.now()),
    isSpoken: () => shown.window.isVisible(),
    settings: configuration.settings,
    displays: nativeDisplays,
    savePosition: (popupPlaces) => void configuration.change({ popupPlaces }),
    platform,
    onSeen: (alert) => ladder.seen(alert),
  })

  const ladder = createLadder({
    rungs: {
      notification: notificationRung({ notifier, doNotDisturb, onOutcome: shown.keyboard.alerted }),
      popup,
      tray: shown.trayRung,
      sound: shown.soundRung,
    },
    settings: configuration.settings,
    clock,
    log,
  })

  screen.on('display-added', popup.refresh)
  screen.on('display-removed', popup.refresh)
  screen.on('display-metrics-changed', popup.refresh)

  return {
    ladder,
    popup,
    async test() {
      const alert = testAlert(words(), `test-${clock.now()}`)
      const outcomes = await ladder.walk(alert)
      clock.after(TEST_MS, () => ladder.withdraw(alert.id))
      return outcomes
    },
    system: async () => ({
      doNotDisturb: await doNotDisturb(),
      hasSwitch: notificationSwitch(platform, desktop) !== null,
      popup: shown.canFloat ? 'possible' : 'wayland',
      screens: screenFaces(),
    }),
    openSystem: () => openSwitch(platform, desktop),
    open(key) {
      shown.window.open({ view: 'calls', call: key })
      popup.dismiss(key)
    },
    note(key) {
      if (popup.write(key)) return
      shown.window.open({ view: 'calls', call: key, note: true })
      if (key !== null) popup.dismiss(key)
    },
    pushSettings: popup.pushSettings,
    owns: window.owns,
    end() {
      ladder.end()
      window.end()
    },
  }
}

function screenFaces(): AlertSystem['screens'] {
  const main = screen.getPrimaryDisplay().id
  return screen.getAllDisplays().map(({ id, label }) => ({ id: `${id}`, name: label, isMain: id === main }))
}

/** False if there is none, or it did not open. */
async function openSwitch(platform: NodeJS.Platform, desktop: string): Promise<boolean> {
  const own = notificationSwitch(platform, desktop)
  if (own === null) return false
  if (own.kind === 'address')
    return shell.openExternal(own.url).then(
      () => true,
      () => false,
    )
  return startProgram(own.program, own.args)
}

const startProgram = (program: string, args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, [...args], { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
