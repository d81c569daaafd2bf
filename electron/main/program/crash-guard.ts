import { errorTrace } from './error-trace.ts'
import { isForeignError } from './foreign-error.ts'
import type { Logger } from '../system/log.ts'

const QUIET_MS = 300_000 // a fault that a restart fixes stays away longer than this
const MOST_FOREIGN = 20 // kinds that are logged; each request could bring a new one

export interface CrashGuardParts {
  readonly log: Pick<Logger, 'warn'>
  readonly now: () => number
  /** When the program restarted itself for this run, epoch ms; null when the user or the system started it. */
  readonly restartedAt: number | null
  /** Closes what must be closed, the journal first. */
  readonly end: () => void
  /** Starts the program again and ends this one. `at` is the next run's `restartedAt`. */
  readonly restart: (at: number) => void
  /** Reports that the program stops, and ends it. */
  readonly stop: () => void
}

/**
 * Handles an uncaught error: the program can no longer be trusted, so it shuts down cleanly and
 * restarts, once. After a second error within five minutes it stays down and reports that: what fails twice fails
 * again, and a companion that looks awake but may have lost its alerts is worse than one that is visibly gone.
 * An error inside Electron's own scripts leaves none of our work half done: it is logged once, and the program
 * continues.
 */
export function createCrashGuard(parts: CrashGuardParts): (kind: string, error: unknown) => void {
  let ending = false
  const foreign = new Set<string>()
  return (kind, error) => {
    const line = `${kind}: ${errorTrace(error)}`
    if (isForeignError(error)) {
      if (foreign.has(line) || foreign.size >= MOST_FOREIGN) return
      foreign.add(line)
      return parts.log.warn(`not ours, ${line}`)
    }
    parts.log.warn(line)
    if (ending) return
    ending = true
    try {
      parts.end()
    } catch (another) {
      parts.log.warn(`while ending: ${errorTrace(another)}`)
    }
    const at = parts.now()
    if (mayRestart(at, parts.restartedAt)) parts.restart(at)
    else parts.stop()
  }
}

/** If the clock was set back since, the restart counts as recent: staying down is better than a restart loop. */
const mayRestart = (now: number, restartedAt: number | null): boolean =>
  restartedAt === null || now - restartedAt >= QUIET_MS
