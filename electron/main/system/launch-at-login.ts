import type { App } from 'electron/main'
import type { Notice } from '../../../core/contract.ts'
import { HIDDEN } from '../program/flags.ts'
import type { LaunchEntry } from './launch-entry.ts'

/** Starts Ringside, hidden, when the user logs in, or no longer. */
export interface LaunchAtLogin {
  /** At startup: sets it again, since the program may have moved. */
  begin(on: boolean): void
  follow(on: boolean): void
  /** Called when the system did not accept the last request. */
  notices(): readonly Notice[]
}

export interface LaunchAtLoginParts {
  readonly platform: string
  /** A program under development is not what Windows and macOS would start. */
  readonly isPackaged: boolean
  readonly app: Pick<App, 'setLoginItemSettings' | 'getLoginItemSettings'>
  /** Linux has no API for it, but a file. */
  readonly entry: LaunchEntry
  readonly log: (line: string) => void
}

export function createLaunchAtLogin(parts: LaunchAtLoginParts): LaunchAtLogin {
  const { platform, isPackaged, app, entry, log } = parts
  let last = false
  let isRefused = false

  function ask(on: boolean, isStart: boolean): void {
    last = on
    isRefused = false
    try {
      if (platform === 'linux') write(on, isStart)
      else if (isPackaged) register(on)
    } catch (error) {
      refuse(error instanceof Error && 'code' in error ? String(error.code) : 'failed')
    }
  }

  function write(on: boolean, isStart: boolean): void {
    if (on) entry.write()
    // Another Ringside of this user may have an entry there, which is not ours to remove.
    else if (!isStart || entry.isOwn()) entry.remove()
  }

  function register(on: boolean): void {
    const args = [HIDDEN]
    if (app.getLoginItemSettings({ args }).openAtLogin === on) return
    app.setLoginItemSettings({ openAtLogin: on, args })
    if (app.getLoginItemSettings({ args }).openAtLogin !== on) refuse('not taken')
  }

  function refuse(why: string): void {
    isRefused = true
    log(`start at login was refused: ${why}`)
  }

  return {
    begin: (on) => ask(on, true),
    follow(on) {
      if (on !== last) ask(on, false)
    },
    notices: () => (isRefused ? [{ kind: 'launch-refused' }] : []),
  }
}
