import log from 'electron-log/node'
import type { LogParts } from './log.ts'

const MAX_BYTES = 1_000_000 // two files of this are kept: some weeks of an agent's days

/** Where log lines end: a file, never the terminal, which is the demo's. */
export function openLogFile(path: string): LogParts['write'] {
  const file = log.create({ logId: 'main' })
  file.transports.console.level = false
  file.transports.file.resolvePathFn = () => path
  file.transports.file.maxSize = MAX_BYTES
  return (level, line) => file[level](line)
}
