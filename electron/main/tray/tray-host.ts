import type { Clock } from '../../../core/clock.ts'
import type { RunProgram } from '../system/do-not-disturb.ts'

const PANEL_MS = 10_000 // at login the panel may start after the programs
const OFTEN_MS = 1_000
const SELDOM_MS = 10_000
const GIVE_UP_MS = 300_000

export interface TrayHostParts {
  readonly platform: NodeJS.Platform
  readonly run: RunProgram
  readonly clock: Pick<Clock, 'now' | 'after'>
  /**
   * Nothing shows tray icons (false), such as GNOME without its extension: Electron creates one anyway. Something shows
   * them now, and did not when the program started (true): an older icon stays hidden from it.
   */
  readonly onHost: (isThere: boolean) => void
}

/**
 * Waits until a Linux desktop shows tray icons. Chromium checks this once, when an icon is created
 * (status_icon_linux_dbus.cc); if it doesn't, Electron uses a legacy protocol for that icon for good
 * (shell/browser/ui/tray_icon_linux.cc:78). Returns a function that stops it.
 */
export function watchTrayHost({ platform, run, clock, onHost }: TrayHostParts): () => void {
  if (platform !== 'linux') return () => undefined
  const began = clock.now()
  let ended = false
  let isMissed = false
  let stop = (): void => undefined
  void look(false)

  async function look(isLate: boolean): Promise<void> {
    const host = await findHost(run)
    if (ended) return
    if (host === 'there') return isLate ? onHost(true) : undefined
    const waited = clock.now() - began
    if (waited >= PANEL_MS && !isMissed && host === 'missing') {
      isMissed = true
      onHost(false)
    }
    // What hasn't responded by then won't later.
    if (waited < (isMissed ? GIVE_UP_MS : PANEL_MS))
      stop = clock.after(isMissed ? SELDOM_MS : OFTEN_MS, () => void look(true))
  }

  return () => {
    ended = true
    stop()
  }
}

/** `unknown`: there is no session bus, no program to query it, or no response within a second. */
async function findHost(run: RunProgram): Promise<'there' | 'missing' | 'unknown'> {
  const owner = (await run('gdbus', NAME_HAS_OWNER))?.trim()
  if (owner === '(false,)') return 'missing'
  if (owner !== '(true,)') return 'unknown'
  return (await run('gdbus', HAS_HOST))?.trim() === '(<true>,)' ? 'there' : 'missing'
}

const WATCHER = 'org.kde.StatusNotifierWatcher' // every desktop's tray is found by this name

const NAME_HAS_OWNER = [
  ...['call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'],
  ...['--method', 'org.freedesktop.DBus.NameHasOwner', WATCHER],
]

const HAS_HOST = [
  ...['call', '--session', '--dest', WATCHER, '--object-path', '/StatusNotifierWatcher'],
  ...['--method', 'org.freedesktop.DBus.Properties.Get', WATCHER, 'IsStatusNotifierHostRegistered'],
]
