import type { Call, CallKey } from '../../../core/domain.ts'

const PRESSING = ['ringing', 'talking', 'other', 'dialing', 'held'] as const

/**
 * The call that a shortcut acts on: the ringing one, otherwise the active one, otherwise the held one; null if there is
 * none.
 */
export function callForShortcut(calls: readonly Pick<Call, 'key' | 'phase'>[]): CallKey | null {
  const [phase] = PRESSING.filter((one) => calls.some((call) => call.phase === one))
  return calls.find((call) => call.phase === phase)?.key ?? null
}
