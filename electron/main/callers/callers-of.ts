import type { WindowState } from '../../../core/contract.ts'
import type { Call } from '../../../core/domain.ts'
import type { CallerOf } from './caller-names.ts'

/** Who the callers of these calls are, as far as somebody knows. */
export function callersOf(calls: readonly Call[], callerOf: CallerOf): WindowState['callers'] {
  const known = calls.map((call) => [call.key, callerOf(call)] as const)
  return Object.fromEntries(known.flatMap(([key, caller]) => (caller === null ? [] : [[key, caller]])))
}
