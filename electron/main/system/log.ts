import { maskLine } from './mask-line.ts'

/** What the parts of main log to. Lines for a technician; texts for users are in core/words. */
export interface Logger {
  info(line: string): void
  warn(line: string): void
}

export type WriteLine = (level: 'info' | 'warn', line: string) => void

/** The program's own logger. What to mask is read again for every line. */
export interface ProgramLog extends Logger {
  /** Codes and secrets known now. */
  leaveOutSecrets(secrets: () => readonly string[]): void
  /** Names of callers and colleagues known now. */
  leaveOutNames(names: () => readonly string[]): void
}

/** A logger that masks every line before it is written: no code, no number and no person's name. */
export function createLogger(write: WriteLine): ProgramLog {
  let [secrets, names] = [nothing, nothing]
  const masked = (line: string): string => maskLine(line, secrets(), names())
  return {
    info: (line) => write('info', masked(line)),
    warn: (line) => write('warn', masked(line)),
    leaveOutSecrets(known) {
      secrets = known
    },
    leaveOutNames(known) {
      names = known
    },
  }
}

const nothing = (): readonly string[] => []
