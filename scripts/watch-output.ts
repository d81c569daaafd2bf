import type { Words } from '../core/words/words.ts'

/** bytes of unread output; a reader that is this far behind has stopped reading */
const MAX_UNREAD = 16 * 1024 * 1024
const FLUSH_MS = 1_000 // for a reader that is just slow

export interface WatchOutputParts {
  readonly process: NodeJS.Process
  /** Stops watching; the process then exits by itself. */
  readonly onEnd: () => void
  readonly words: Words['terminal']
}

/**
 * Writes lines to stdout, and ends the process: with 0 at Ctrl+C and SIGTERM after everything was read, with 1 if
 * something can't be written or isn't read, so that whoever relies on the lines learns that some are missing.
 */
export function watchOutput({ process, onEnd, words }: WatchOutputParts): {
  readonly line: (text: string) => void
} {
  const { stdout, stderr } = process
  let ended = false

  function end(code: number, sentence: string): void {
    if (ended) return
    ended = true
    process.exitCode = code
    onEnd()
    stderr.write(`${sentence}\n`)
    // Unread output would keep the process alive forever.
    setTimeout(() => process.exit(stdout.writableLength > 0 ? 1 : process.exitCode), FLUSH_MS).unref()
  }

  function fail(error: Error): void {
    end(1, words.outputLost('code' in error && typeof error.code === 'string' ? error.code : error.name))
    process.exitCode = 1 // also at the very end, when the last lines are lost
  }
  stdout.on('error', fail)
  stderr.on('error', fail)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end(0, words.ended))

  return {
    line(text) {
      if (ended) return
      stdout.write(`${text}\n`)
      if (stdout.writableLength > MAX_UNREAD) end(1, words.outputUnread)
    },
  }
}
