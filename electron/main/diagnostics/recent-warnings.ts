import type { WriteLine } from '../system/log.ts'

const MOST = 20 // what fits a message to an administrator

/** A line of the log, as written: masked. */
export interface RecentWarning {
  readonly at: number
  readonly line: string
}

/** Collects the last warnings in memory, on their way to the file. */
export function createRecentWarnings(
  write: WriteLine,
  now: () => number,
): { readonly write: WriteLine; readonly list: () => readonly RecentWarning[] } {
  let recent: readonly RecentWarning[] = []
  return {
    write(level, line) {
      if (level === 'warn') recent = [...recent, { at: now(), line }].slice(-MOST)
      write(level, line)
    },
    list: () => recent,
  }
}
