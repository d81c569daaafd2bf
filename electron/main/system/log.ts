import { maskLine } from './mask-line.ts'

/** What the parts of main write to. Lines for a technician; a person's sentences are in core/words. */
export interface Logger {
  info(line: string): void
  warn(line: string): void
}

export interface LogParts {
  readonly write: (level: 'info' | 'warn', line: string) => void
  /** The codes known now: they never reach the file. */
  readonly secrets: () => readonly string[]
  /** Names of callers and colleagues known now; none when left out. */
  readonly names?: () => readonly string[]
}

/** A logger that masks every line before it is written: no code, no number and no name of a person. */
export function createLogger({ write, secrets, names = () => [] }: LogParts): Logger {
  return {
    info: (line) => write('info', maskLine(line, secrets(), names())),
    warn: (line) => write('warn', maskLine(line, secrets(), names())),
  }
}
