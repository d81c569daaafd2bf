import type { GuardedCall } from './guard-state.ts'
import { settle } from './guard-work.ts'
import type { GuardWork } from './guard-work.ts'

/**
 * The agent asks for a recording to be muted or resumed. While another request is in flight, the new one waits for its
 * response.
 */
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

/** The latest request wins; if it matches the one in flight, that one continues. */
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
