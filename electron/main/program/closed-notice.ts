import { writeFileSync } from 'node:fs'

export interface ClosedNoticeParts {
  /** A file that exists once the notice was shown. */
  readonly mark: string
  readonly show: () => void
}

/** Shows once, ever, that closing the window does not stop watching; if the disk refuses, once per start. */
export function createClosedNotice({ mark, show }: ClosedNoticeParts): () => void {
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
