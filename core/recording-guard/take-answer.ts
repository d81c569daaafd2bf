import type { Attempt } from '../telephony/attempt.ts'
import type { MuteAnswer } from '../telephony/telephony-client.ts'
import { sendMute } from './ask-mute.ts'
import type { GuardedCall, NotDone } from './guard-state.ts'
import { raise } from './guard-work.ts'
import type { GuardWork } from './guard-work.ts'

/** The response to the request in flight: a refusal settles it, anything else waits for the next snapshots. */
export function takeAnswer(call: GuardedCall, outcome: Attempt<MuteAnswer>, work: GuardWork): GuardedCall {
  const landed: GuardedCall = { ...call, flight: null }
  if (call.next !== null) return sendMute(landed, call.next, work)
  if (call.pending === null) return landed
  const why = notDone(outcome)
  if (why !== null && isRefusal(why)) return refuse(landed, call.pending.muted, why, work)
  work.commands.push({ do: 'poll-now' })
  return { ...landed, pending: { ...call.pending, concludedAt: work.at, why } }
}

function refuse(call: GuardedCall, muted: boolean, why: NotDone, work: GuardWork): GuardedCall {
  raise(work, call, {
    kind: 'refused',
    muted,
    why,
    remedy: { do: muted ? 'mute' : 'unmute', call: call.key },
  })
  return { ...call, pending: null, ask: { kind: 'refused', muted, at: work.at, why } }
}

function notDone(outcome: Attempt<MuteAnswer>): NotDone | null {
  if (outcome.kind !== 'reached') return outcome
  return outcome.answer.kind === 'done' ? null : outcome.answer
}

/** True where it certainly wasn't done. After a timeout or a broken response it may have been. */
function isRefusal(why: NotDone): boolean {
  switch (why.kind) {
    case 'no-such-call':
    case 'not-done':
    case 'refused':
    case 'limited':
      return true
    case 'faulty':
      return why.err !== null || why.status < 500
    case 'malformed':
      return why.why === 'web-page' || why.why === 'redirect'
    case 'unreachable':
      return why.why !== 'timeout' && why.why !== 'connection-lost' && why.why !== 'network'
  }
}
