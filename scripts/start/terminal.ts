/** Where a command prints. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether a line of `err` can be overwritten. */
  readonly rewrites: boolean
}

/** This process's own. */
export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    rewrites: process.stderr.isTTY,
  }
}
