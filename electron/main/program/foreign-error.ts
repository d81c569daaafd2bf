/** Electron's own scripts are named like Node's: `node:electron/js2c/browser_init` (shell/common/node_util.cc). */
const FOREIGN_FRAME = /^ {4}at (?:.*\()?node:[\w/.-]+:\d+:\d+\)?$/
/** Without a file: V8 built-ins, such as `Array.map`. */
const BUILT_IN_FRAME = /^ {4}at .*(?:<anonymous>|native|index \d+)\)?$/
const FRAME = /^ {4}at /

/**
 * True for an error raised in Electron's and Node's own scripts, without our code on the stack. A stack that may have
 * been truncated before ours proves nothing.
 */
export function isForeignError(error: unknown): boolean {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return false
  const frames = error.stack.split('\n').filter((line) => FRAME.test(line))
  return (
    frames.length < Error.stackTraceLimit &&
    frames.some((frame) => FOREIGN_FRAME.test(frame)) &&
    frames.every((frame) => FOREIGN_FRAME.test(frame) || BUILT_IN_FRAME.test(frame))
  )
}
