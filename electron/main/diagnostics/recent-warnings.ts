import type { WriteLine } from '../system/log.ts'

const MOST = 20 // what fits a message to an administrator

/** A line of the log, as it was written: masked. */
export interface RecentWarning {
  readonly at: number
  readonly line: string
}

/** Keeps the last warnings in memory, on their way to the file. */
export function createRecentWarnings(
  write: WriteLine,
  now: () => number,
): { readonly write: WriteLine; readonly list: () => readonly RecentWarning[] } {
  let kept: readonly RecentWarning[] = []
  return {
    write(level, line) {
      if (level === 'warn') kept = [...kept, { at: now(), line }].slice(-MOST)
      write(level, line)
    },
    list: () => kept,
  }
}
