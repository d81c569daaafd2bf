import { writeFileSync } from 'node:fs'

export interface ClosedNoticeParts {
  /** A file that is there once it was told. */
  readonly mark: string
  readonly tell: () => void
}

/** Tells once, ever, that a closed window is not the end of watching; where the disk refuses, once for each start. */
export function createClosedNotice({ mark, tell }: ClosedNoticeParts): () => void {
  let told = false
  return () => {
    if (told) return
    told = true
    if (isFirst(mark)) tell()
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
