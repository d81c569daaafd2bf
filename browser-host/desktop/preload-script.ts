import { readFileSync } from 'node:fs'
import { frameRuntime } from '../page/frame-runtime.ts'

/**
 * The script that stands first in a window's page: the built preload as it is, inside a function whose `require`
 * gives `electron/renderer`. `''` for the path gives the frame's own manners without a preload.
 */
export function preloadScript(path: string, visible: boolean, platform: string): string {
  const preload = path === '' ? '' : readFileSync(path, 'utf8')
  const options = JSON.stringify({ visible, platform })
  return `(${frameRuntime.toString()})(${options}, function (require, module, exports, process) {\n${preload}\n})\n`
}
