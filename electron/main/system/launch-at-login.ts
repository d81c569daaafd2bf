import type { App } from 'electron/main'
import type { Notice } from '../../../core/contract.ts'
import type { LaunchEntry } from './launch-entry.ts'

/** Sets whether Ringside starts, hidden, when the user logs in. */
export interface LaunchAtLogin {
  /** At startup: sets it again, since the program may have moved. */
  begin(on: boolean): void
  follow(on: boolean): void
  /** It was requested, but the user has turned it off in Windows' own settings: it stays off there. */
  isSwitchedOff(): boolean
  /** What to show the user if the system refused the last request, or has it turned off. */
  notices(): readonly Notice[]
}

export interface LaunchAtLoginParts {
  readonly platform: string
  /** A program under development is not what Windows and macOS would start. */
  readonly isPackaged: boolean
  /** The arguments for the start. macOS passes none (browser_mac.mm:397). */
  readonly args: readonly string[]
  /** Its AppUserModelID: the name of its entry on Windows. */
  readonly name: string
  readonly app: Pick<App, 'setLoginItemSettings' | 'getLoginItemSettings'>
  /** Linux has no API for it, only a file. */
  readonly entry: LaunchEntry
  readonly log: (line: string) => void
}

export function createLaunchAtLogin(parts: LaunchAtLoginParts): LaunchAtLogin {
  const { platform, isPackaged, name, app, entry, log } = parts
  const args = [...parts.args]
  let last = false
  let trouble: 'none' | 'refused' | 'switched-off' = 'none'

  function ask(on: boolean, isStart: boolean): void {
    last = on
    trouble = 'none'
    try {
      if (platform === 'linux') write(on, isStart)
      else if (isPackaged) register(on, isStart)
    } catch (error) {
      refuse(error instanceof Error && 'code' in error ? String(error.code) : 'failed')
    }
  }

  function write(on: boolean, isStart: boolean): void {
    if (on) entry.write()
    // Another Ringside of this user may have an entry there, which must not be removed.
    else if (!isStart || entry.isOwn()) entry.remove()
  }

  function register(on: boolean, isStart: boolean): void {
    const isSwitchedOff = !isEnabled()
    if (isStart && on && isSwitchedOff) trouble = 'switched-off'
    else if (isOn() !== on || (on && isSwitchedOff)) {
      // Setting it also turns it on in Windows' settings (browser_win.cc:695).
      app.setLoginItemSettings({ openAtLogin: on, args })
      if (isOn() !== on) refuse('not taken')
    }
  }

  const isOn = (): boolean => app.getLoginItemSettings({ args }).openAtLogin

  /**
   * Windows compares command lines for `openAtLogin`, and looks up each entry in Task Manager separately
   * (browser_win.cc:725).
   */
  function isEnabled(): boolean {
    if (platform !== 'win32') return true
    const { launchItems } = app.getLoginItemSettings({ args })
    return launchItems.find((item) => item.name === name && item.scope === 'user')?.enabled ?? true
  }

  function refuse(why: string): void {
    trouble = 'refused'
    log(`start at login was refused: ${why}`)
  }

  return {
    begin: (on) => ask(on, true),
    follow(on) {
      if (on !== last) ask(on, false)
    },
    isSwitchedOff: () => trouble === 'switched-off',
    notices() {
      if (trouble === 'none') return []
      return [{ kind: trouble === 'refused' ? 'launch-refused' : 'launch-switched-off' }]
    },
  }
}
