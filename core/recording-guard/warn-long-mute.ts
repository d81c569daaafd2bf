import type { GuardedCall } from './guard-state.ts'
import { raise } from './guard-work.ts'
import type { GuardWork } from './guard-work.ts'

/** Reports once that a span has become too long. */
export function warnLongMute(call: GuardedCall, work: GuardWork): GuardedCall {
  const { span, key } = call
  if (span === null || call.longReported || work.at - span.from < work.settings.mutedTooLongMs) return call
  raise(work, call, { kind: 'muted-too-long', since: span.from, remedy: { do: 'unmute', call: key } })
  return { ...call, longReported: true }
}
