import { readFileSync } from 'node:fs'
import { frameRuntime, type FrameOptions } from '../page/frame-runtime.ts'

/**
 * The script that stands first in a window's page: the built preload as it is, inside a function whose `require`
 * gives `electron/renderer`. `''` for the path gives the frame's own manners without a preload.
 */
export function preloadScript(path: string, options: FrameOptions): string {
  const preload = path === '' ? '' : readFileSync(path, 'utf8')
  return `(${frameRuntime.toString()})(${JSON.stringify(options)}, function (require, module, exports, process) {\n${preload}\n})\n`
}
