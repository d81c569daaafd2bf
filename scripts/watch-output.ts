import type { Words } from '../core/words/words.ts'

/** What can wait to be read, in bytes; a reader that is so far behind reads no more. */
const MAX_UNREAD = 16 * 1024 * 1024
const FLUSH_MS = 1_000 // for a reader that is only slow

export interface WatchOutputParts {
  readonly process: NodeJS.Process
  /** Ends the watching; the process then ends by itself. */
  readonly onEnd: () => void
  readonly words: Words['terminal']
}

/**
 * Writes lines to stdout, and ends the process: with 0 at Ctrl+C and SIGTERM once all is read, with 1 where something
 * can't be written or is not read, so that whoever counts on the lines learns that some are missing.
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
    // What nobody reads would keep the process alive for ever.
    setTimeout(() => process.exit(stdout.writableLength > 0 ? 1 : code), FLUSH_MS).unref()
  }

  const fail = (error: Error): void =>
    end(1, words.outputLost('code' in error && typeof error.code === 'string' ? error.code : error.name))
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
