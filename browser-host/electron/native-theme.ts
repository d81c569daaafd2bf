import { EventEmitter } from 'node:events'
import type { Desktop } from '../desktop/desktop.ts'
import { simulated } from '../simulated.ts'

type Source = Electron.NativeTheme['themeSource']

/** Electron's `nativeTheme`: the system's theme is the desktop page's. */
export function createNativeTheme(desktop: Desktop) {
  const theme = simulated('nativeTheme', new NativeTheme(() => desktop.system().dark))
  desktop.subscribe((message) => {
    if (message.type === 'system' && (message.change === 'dark' || message.change === 'light'))
      theme.emit('updated')
  })
  return theme
}

class NativeTheme
  extends EventEmitter
  implements
    Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>
{
  readonly shouldUseHighContrastColors = false
  private readonly systemIsDark: () => boolean
  private source: Source = 'system'

  constructor(systemIsDark: () => boolean) {
    super()
    this.systemIsDark = systemIsDark
  }

  get themeSource(): Source {
    return this.source
  }

  set themeSource(source: Source) {
    if (source === this.source) return
    this.source = source
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'system' ? this.systemIsDark() : this.source === 'dark'
  }
}
