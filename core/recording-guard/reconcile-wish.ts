import { sinceClockWasSet } from '../clock/since-clock-was-set.ts'
import { sendMute } from './ask-mute.ts'
import type { Ask, GuardedCall, Pending } from './guard-state.ts'
import { raise, settle } from './guard-work.ts'
import type { GuardWork } from './guard-work.ts'

/** How many contradicting snapshots it takes before a warning is raised. */
const MAX_POLLS = 3

/** Compares a snapshot requested at `requestedAt` with the agent's request. The call's `recording` is the snapshot's. */
export function reconcileWish(call: GuardedCall, requestedAt: number, work: GuardWork): GuardedCall {
  if (call.pending === null) return reconcile(call, work)
  const pending = concluded(sinceClockWasSet(call.pending, work.at), requestedAt, work)
  // Requested before the agent's click: it can't show the effect.
  if (requestedAt < pending.sentAt) return { ...call, pending }
  if (call.recording === wanted(pending.muted) && call.next === null)
    return confirm(call, pending.muted, work)
  if (pending.concludedAt === null || requestedAt < pending.concludedAt) return { ...call, pending }
  if (call.next !== null) return sendMute({ ...call, flight: null }, call.next, work)
  const polls = pending.polls + 1
  const counted: GuardedCall = { ...call, flight: null, pending: { ...pending, polls } }
  return polls < MAX_POLLS ? counted : despair(counted, pending, work)
}

const wanted = (muted: boolean): GuardedCall['recording'] => (muted ? 'muted' : 'recorded')

function concluded(pending: Pending, requestedAt: number, { settings }: GuardWork): Pending {
  const limit = pending.sentAt + settings.lostAfterMs
  if (pending.concludedAt !== null || requestedAt < limit) return pending
  return { ...pending, concludedAt: limit, why: { kind: 'unreachable', why: 'timeout' } }
}

function confirm(call: GuardedCall, muted: boolean, work: GuardWork): GuardedCall {
  settle(work, call.key, 'refused', 'unconfirmed')
  return { ...call, pending: null, ask: { kind: 'confirmed', muted, at: work.at } }
}

function despair(call: GuardedCall, { muted, why }: Pending, work: GuardWork): GuardedCall {
  const remedy = { do: muted ? ('mute' as const) : ('unmute' as const), call: call.key }
  raise(work, call, { kind: 'unconfirmed', muted, why, remedy })
  return { ...call, pending: null, ask: { kind: 'unconfirmed', muted, at: work.at, why } }
}

/** What the snapshot means for a request that is settled: done late, done by someone else, or undone. */
function reconcile(call: GuardedCall, work: GuardWork): GuardedCall {
  const { ask } = call
  if (ask.kind === 'none' || ask.kind === 'asked' || call.recording === 'unknown') return call
  const holds = call.recording === wanted(ask.muted)
  if (ask.kind === 'confirmed') return holds ? call : { ...call, ask: NO_ASK }
  if (!holds) return call
  return ask.kind === 'unconfirmed' ? confirm(call, ask.muted, work) : forget(call, work)
}

function forget(call: GuardedCall, work: GuardWork): GuardedCall {
  settle(work, call.key, 'refused')
  return { ...call, ask: NO_ASK }
}

const NO_ASK: Ask = { kind: 'none' }
