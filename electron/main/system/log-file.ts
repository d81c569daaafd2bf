import { renameSync } from 'node:fs'
import log from 'electron-log/node'
import type { WriteLine } from './log.ts'
import { attempt } from './attempt.ts'

const MAX_BYTES = 1_000_000 // three files of this size: some weeks of an agent's days

/** Writes log lines to a file, never to the terminal, which belongs to the demo. Two older files are retained. */
export function openLogFile(path: string, maxBytes = MAX_BYTES): WriteLine {
  const file = log.create({ logId: path })
  file.transports.console.level = false
  file.transports.file.resolvePathFn = () => path
  file.transports.file.maxSize = maxBytes
  file.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.transports.file.archiveLogFn = () => rotate(path)
  return (level, line) => file[level](line)
}

/**
 * `main.log` becomes `main.1.log`, and that, `main.2.log`. A file that can't be moved is overwritten: logging must not stop
 * the program.
 */
function rotate(path: string): void {
  const older = (number: number): string => path.replace(/(\.\w+)?$/, `.${number}$1`)
  attempt(() => renameSync(older(1), older(2)))
  attempt(() => renameSync(path, older(1)))
}
