import { writeFileSync } from 'node:fs'

/**
 * Shows once, ever, that closing the window does not stop watching; if the disk refuses, once per start. `mark`: a file
 * that exists once it was shown.
 */
export function createClosedNotice(mark: string, show: () => void): () => void {
  let shown = false
  return () => {
    if (shown) return
    shown = true
    if (isFirst(mark)) show()
  }
}

function isFirst(mark: string): boolean {
  try {
    writeFileSync(mark, '', { flag: 'wx' })
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'EEXIST')
  }
}
