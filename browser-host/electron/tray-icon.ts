import { existsSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { TrayFace } from '../desktop/desktop-state.ts'

/** What the page shows of an image file: the one with the highest resolution, because its screen may have one. */
export function trayIcon(path: string): Pick<TrayFace, 'state' | 'image' | 'template'> {
  const larger = path.replace(/(\.\w+)$/, '@2x$1')
  return {
    state: stateOf(path),
    image: existsSync(path) ? dataUrl(readFileSync(existsSync(larger) ? larger : path)) : '',
    // macOS automatically treats a file with such a name as a template; only such files are used there.
    template: /Template(@2x)?\.\w+$/.test(path),
  }
}

/** `ringing` of `…/ringing@2x.png`, `ringingTemplate.png` or `ringing.ico`. */
const stateOf = (path: string): string =>
  basename(path, extname(path))
    .replace(/@\d(\.\d+)?x$/, '')
    .replace(/Template$/, '')

function dataUrl(data: Buffer): string {
  const isPng = data.toString('latin1', 1, 4) === 'PNG'
  return `data:image/${isPng ? 'png' : 'x-icon'};base64,${data.toString('base64')}`
}
