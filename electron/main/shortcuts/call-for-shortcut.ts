import type { Call, CallKey } from '../../../core/domain.ts'

const PRESSING = ['ringing', 'talking', 'other', 'dialing', 'held'] as const

/** The call that a key means: the one that rings, else is talked on, else is on hold; null when there is none. */
export function callForShortcut(calls: readonly Pick<Call, 'key' | 'phase'>[]): CallKey | null {
  const [phase] = PRESSING.filter((one) => calls.some((call) => call.phase === one))
  return calls.find((call) => call.phase === phase)?.key ?? null
}
