import type { Clock } from '../../../core/clock.ts'
import type { RunProgram } from '../system/do-not-disturb.ts'

const PANEL_MS = 10_000 // at login the panel may start after the programs

export interface TrayHostParts {
  readonly platform: NodeJS.Platform
  readonly run: RunProgram
  readonly clock: Pick<Clock, 'after'>
  readonly onMissing: () => void
}

/**
 * Reports a Linux desktop that shows no tray icons, such as GNOME without its extension: Electron creates an icon
 * there all the same. Queries the session bus once, a while after startup. Returns a function that stops it.
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
  'every desktop’s tray is found by this name', // by this name every desktop's tray is found
]
