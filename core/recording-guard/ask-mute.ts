import type { GuardedCall } from './guard-state.ts'
import { settle } from './guard-work.ts'
import type { GuardWork } from './guard-work.ts'

/** The agent asks for a recording to be muted or not. While a request is on its way, it waits for that one's answer. */
export function askMute(call: GuardedCall, muted: boolean, work: GuardWork): GuardedCall {
  settle(work, call.key, 'refused', 'unconfirmed')
  const asked: GuardedCall = {
    ...call,
    ask: { kind: 'asked', muted, since: work.at },
    recordedKnown: !muted || call.recordedKnown,
  }
  if (call.flight === null) return sendMute(asked, muted, work)
  return {
    ...asked,
    next: call.flight.muted === muted ? null : muted,
    pending: pendingOf(call, muted, work.at),
  }
}

/** The wish is the one that waits; where it is the one on its way, that one goes on. */
function pendingOf(call: GuardedCall, muted: boolean, at: number): GuardedCall['pending'] {
  if (call.pending?.muted === muted) return call.pending
  return { muted, sentAt: at, concludedAt: null, why: null, polls: 0 }
}

export function sendMute(call: GuardedCall, muted: boolean, work: GuardWork): GuardedCall {
  const id = work.nextId++
  work.commands.push({ do: 'mute', id, ivrid: call.ivrid, muted })
  return {
    ...call,
    flight: { id, muted },
    next: null,
    pending: { muted, sentAt: work.at, concludedAt: null, why: null, polls: 0 },
  }
}
