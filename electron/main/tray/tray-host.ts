import type { Clock } from '../../../core/clock.ts'
import type { RunProgram } from '../system/do-not-disturb.ts'

const PANEL_MS = 10_000 // at login the panel may come up after the programs

export interface TrayHostParts {
  readonly platform: NodeJS.Platform
  readonly run: RunProgram
  readonly clock: Pick<Clock, 'after'>
  readonly onMissing: () => void
}

/**
 * Tells when a Linux desktop has nothing that shows tray icons, such as GNOME without its extension: Electron makes an
 * icon there all the same. Asks the session bus once, a while after the start. Returns its own end.
 */
export function watchTrayHost({ platform, run, clock, onMissing }: TrayHostParts): () => void {
  if (platform !== 'linux') return () => undefined
  let ended = false
  const stop = clock.after(PANEL_MS, () => {
    void run('gdbus', NAME_HAS_OWNER).then((answer) => {
      if (!ended && answer?.trim() === '(false,)') onMissing()
    })
  })
  return () => {
    ended = true
    stop()
  }
}

const NAME_HAS_OWNER = [
  'call',
  '--session',
  '--dest',
  'org.freedesktop.DBus',
  '--object-path',
  '/org/freedesktop/DBus',
  '--method',
  'org.freedesktop.DBus.NameHasOwner',
  'org.kde.StatusNotifierWatcher', // by this name every desktop's tray is found
]
