import type { Desktop } from '../desktop/desktop.ts'
import { simulated } from '../simulated.ts'

/**
 * Electron's `shell`: what would be opened elsewhere is shown on the desktop page, a web page as a link to click, and
 * passed to `noteOpened`. Nothing is opened.
 */
export function createShell(desktop: Desktop, noteOpened: (url: string) => void) {
  return simulated('shell', {
    openExternal(url: string) {
      if (!URL.canParse(url)) return Promise.reject(new Error('Invalid URL'))
      noteOpened(url)
      desktop.note({ text: `The app opens ${url}`, link: /^https?:/.test(url) ? url : '' })
      return Promise.resolve()
    },
    showItemInFolder: (path: string) => desktop.note({ text: `The app shows the file ${path}`, link: '' }),
  } satisfies Partial<Electron.Shell>)
}
