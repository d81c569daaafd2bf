import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FrameLocator } from 'playwright-core'
import type { SystemName } from '../../browser-host/simulated-system.ts'
import { openBrowserDesktop } from './browser-desktop.ts'
import { callCentre, type CallCentre } from './call-centre.ts'
import { openElectronDesktop } from './electron-desktop.ts'
import { systemOfTest } from './system-of-test.ts'

export interface DesktopOptions {
  readonly demo?: boolean
  /** The demo's call centre has no calls except those that the test makes, from the start. */
  readonly quiet?: boolean
  /** Settings folder; default: a fresh one, removed at the end. */
  readonly profile?: string
  readonly env?: Readonly<Record<string, string>>
  /** The program's own flags. */
  readonly args?: readonly string[]
  readonly colorScheme?: 'light' | 'dark'
  /** A built program other than this project's, for example in a folder named like an archive. */
  readonly app?: string
  /**
   * The system that the browser host simulates; default: that of `npm run e2e -- --as=SYSTEM`, or the computer's own.
   */
  readonly as?: SystemName
  readonly viewport?: { readonly width: number; readonly height: number }
  /** The test sets the computer's clock. Only the browser host can simulate that. */
  readonly setsClock?: boolean
}

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type DeskFault = 'crash' | 'hang' | 'gpu' | 'throw' | 'reject'

/** The options of a desktop, with every default filled in. */
export type DesktopSetup = Required<DesktopOptions>

/** Where things are in Ringside's window. */
export type Shown = Pick<FrameLocator, 'getByRole' | 'getByText' | 'getByLabel' | 'locator'>

/** A desktop with Ringside on it, as the user sees it: the browser host's, or a real one with Electron. */
export interface BareDesktop {
  readonly window: Shown
  /** What the program has printed so far. */
  readonly lines: readonly string[]
  /** Every URL that was requested, as far as this desktop can see. */
  readonly asked: readonly string[]
  /** The icon's name, such as `ringing`. */
  trayState(): Promise<string>
  /** Title and body of each alert that is shown. */
  alerts(): Promise<readonly string[]>
  clickAlert(text: string): Promise<void>
  dismissAlerts(): Promise<void>
  /** How the system handles notifications from now on. Only the browser host can simulate that. */
  notifications(how: 'shows' | 'refuses' | 'fails' | 'is silent'): Promise<void>
  /** The text of each call on the ring popup; empty while it is hidden. */
  popup(): Promise<readonly string[]>
  /** Presses a button of the call with this text on the popup. */
  popupButton(text: string, button: string): Promise<void>
  /** Types into the note on the popup, as soon as it has the keyboard. */
  typeOnPopup(text: string): Promise<void>
  /** Where the ring popup is, in DIP of the whole desktop; null while it is hidden. */
  popupBounds(): Promise<Bounds | null>
  /** Where the window is, in DIP of the whole desktop; null while it is hidden. */
  windowBounds(): Promise<Bounds | null>
  /** The window's level above those of other programs; `''` among them. */
  windowLevel(): Promise<string>
  /** Drags the window so that its upper left corner is at this point: by its header, or by the sign of a folded one. */
  dragWindow(to: { readonly x: number; readonly y: number }): Promise<void>
  /** Drags the window's lower right corner until it has this size, as far as it lets itself be resized. */
  resizeWindow(to: { readonly width: number; readonly height: number }): Promise<void>
  /** Moves the pointer there, without a click. */
  movePointer(x: number, y: number): Promise<void>
  /** The text that each hidden window would show for a moment if it appeared now: its last picture. */
  flashes(): Promise<readonly string[]>
  /** The program that has the keyboard, if the system counts programs rather than windows; otherwise null. */
  front(): Promise<string | null>
  /** Chooses an entry of the tray's menu. `behind`: the submenus that contain it, outermost first. */
  chooseFromTray(entry: string | RegExp, ...behind: readonly (string | RegExp)[]): Promise<void>
  /** Drags the ring popup so that its upper left corner is at this point. */
  dragPopup(to: { readonly x: number; readonly y: number }): Promise<void>
  /** Plugs in exactly these displays, for example `Laptop @1.5, Wall /48`: next to each other, the main one first. */
  displays(plugged: string): Promise<void>
  /** Clicks an empty spot of the desktop, as an agent whose attention is elsewhere. */
  pointAt(x: number, y: number): Promise<void>
  /** Opens the window from the tray, or focuses it. */
  openWindow(): Promise<void>
  press(key: string): Promise<void>
  /** Presses a button of the system’s open dialog. Only the browser host can simulate that. */
  answer(button: string): Promise<void>
  /** A shortcut, as an accelerator, that another program has registered globally. */
  takeKeys(accelerator: string): Promise<void>
  /** A switch of the computer, by its name in the System panel. Only the browser host can simulate that. */
  setSwitch(name: string, on: boolean): Promise<void>
  /** Takes the focus from the window. */
  lookAway(): Promise<void>
  /** Sets the computer's clock this far ahead of the true time. */
  setClock(aheadMs: number): Promise<void>
  /** Puts the computer to sleep, or wakes it up. */
  sleep(): Promise<void>
  wake(): Promise<void>
  /** Faults for tests: the page crashes or hangs, the renderer process ends, main hits an uncaught error. */
  fault(fault: DeskFault): Promise<void>
  /** Whether the window has a page, visible or not. */
  hasPage(): Promise<boolean>
  /** What the program has written to stderr so far. */
  readonly errors: readonly string[]
  /** Settles with the exit code when the program, including its own restarts, has ended. */
  readonly ended: Promise<number>
  clipboard(): Promise<string>
  /** Every address that the program opened in other programs, in order. Nothing is really opened. */
  opened(): Promise<readonly string[]>
  /** Everything that the desktop itself shows, as markup. */
  markup(): Promise<string>
  /** A picture of the window, or of the whole desktop. */
  picture(of: 'window' | 'desktop', path: string): Promise<void>
  close(): Promise<void>
}

export interface Desktop extends BareDesktop {
  readonly profile: string
  /** The simulated call centre that the demo started. */
  centre(): Promise<CallCentre>
  end(): Promise<void>
}

/** Starts the built program: in the browser host, or on Electron if RINGSIDE_E2E_ELECTRON names its executable. */
export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'ringside-e2e-')))
  const asked: DesktopSetup = {
    demo: false,
    quiet: false,
    args: [],
    colorScheme: 'light',
    viewport: { width: 1280, height: 800 },
    setsClock: false,
    app: join(import.meta.dirname, '../..'),
    as: systemOfTest(),
    ...options,
    env: { ...(options.quiet === true ? { RINGSIDE_DEMO_QUIET: '1' } : {}), ...options.env },
    profile,
  }
  const electron = process.env['RINGSIDE_E2E_ELECTRON']
  const desktop = await (electron === undefined
    ? openBrowserDesktop(asked)
    : openElectronDesktop(asked, electron))
  return {
    ...desktop,
    profile,
    centre: () => callCentre(desktop.lines),
    async end() {
      await desktop.close()
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true })
    },
  }
}
