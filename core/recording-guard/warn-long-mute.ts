import type { GuardedCall } from './guard-state.ts'
import { raise } from './guard-work.ts'
import type { GuardWork } from './guard-work.ts'

/** Tells once of a span that is too long by now. */
export function warnLongMute(call: GuardedCall, work: GuardWork): GuardedCall {
  const { span, key } = call
  if (span === null || call.toldLong || work.at - span.from < work.settings.mutedTooLongMs) return call
  raise(work, call, { kind: 'muted-too-long', since: span.from, mend: { do: 'unmute', call: key } })
  return { ...call, toldLong: true }
}
