import { errorTrace } from './error-trace.ts'
import type { Logger } from '../system/log.ts'

/** Ends every part, in this order: a failing one does not leave the others open. */
export function endAll(ends: readonly (() => void)[], log: Pick<Logger, 'warn'>): void {
  for (const end of ends)
    try {
      end()
    } catch (error) {
      log.warn(`while ending: ${errorTrace(error)}`)
    }
}
