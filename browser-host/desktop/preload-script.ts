import { readFileSync } from 'node:fs'
import { frameRuntime, type FrameOptions } from '../page/frame-runtime.ts'

/**
 * The first script in a window's page: the unchanged built preload, inside a function whose `require` returns
 * `electron/renderer`. With `''` as the path, the frame's own script without a preload.
 */
export function preloadScript(path: string, options: FrameOptions): string {
  const preload = path === '' ? '' : readFileSync(path, 'utf8')
  return `(${frameRuntime.toString()})(${JSON.stringify(options)}, function (require, module, exports, process) {\n${preload}\n})\n`
}
