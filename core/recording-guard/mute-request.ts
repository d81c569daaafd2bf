import { concluded, isCertainlyNotDone, justSent, MAX_POLLS, sinceClockWasSet } from '../confirmation.ts'
import type { Attempt } from '../telephony/attempt.ts'
import type { MuteAnswer } from '../telephony/telephony-client.ts'
import type { Ask, GuardedCall, NotDone, Pending, Remedy } from './guard-state.ts'
import { raise, settle, type GuardWork } from './guard-work.ts'

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
  // The latest request wins; if it matches the one in flight, that one continues.
  const next = call.flight.muted === muted ? null : muted
  const pending = call.pending?.muted === muted ? call.pending : { muted, ...justSent(work.at) }
  return { ...asked, next, pending }
}

function sendMute(call: GuardedCall, muted: boolean, work: GuardWork): GuardedCall {
  const id = work.nextId++
  work.commands.push({ do: 'mute', id, ivrid: call.ivrid, muted })
  return { ...call, flight: { id, muted }, next: null, pending: { muted, ...justSent(work.at) } }
}

/** The response to the request in flight: a refusal settles it, anything else waits for the next snapshots. */
export function takeAnswer(call: GuardedCall, outcome: Attempt<MuteAnswer>, work: GuardWork): GuardedCall {
  const landed: GuardedCall = { ...call, flight: null }
  if (call.next !== null) return sendMute(landed, call.next, work)
  if (call.pending === null) return landed
  const answer = outcome.kind === 'reached' ? outcome.answer : outcome
  const why = answer.kind === 'done' ? null : answer
  if (why !== null && isRefusal(why)) return refuse(landed, call.pending.muted, why, work)
  work.commands.push({ do: 'poll-now' })
  return { ...landed, pending: { ...call.pending, concludedAt: work.at, why } }
}

function refuse(call: GuardedCall, muted: boolean, why: NotDone, work: GuardWork): GuardedCall {
  raise(work, call, { kind: 'refused', muted, why, remedy: again(call, muted) })
  return { ...call, pending: null, ask: { kind: 'refused', muted, at: work.at, why } }
}

const isRefusal = (why: NotDone): boolean =>
  why.kind === 'no-such-call' || why.kind === 'not-done' || isCertainlyNotDone(why)

const again = ({ key }: GuardedCall, muted: boolean): Remedy => ({ do: muted ? 'mute' : 'unmute', call: key })

/** Compares a snapshot requested at `requestedAt` with the agent's request. The call's `recording` is the snapshot's. */
export function reconcileWish(call: GuardedCall, requestedAt: number, work: GuardWork): GuardedCall {
  if (call.pending === null) return reconcile(call, work)
  const pending = concluded(sinceClockWasSet(call.pending, work.at), requestedAt, work.settings.lostAfterMs)
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

function confirm(call: GuardedCall, muted: boolean, work: GuardWork): GuardedCall {
  settle(work, call.key, 'refused', 'unconfirmed')
  return { ...call, pending: null, ask: { kind: 'confirmed', muted, at: work.at } }
}

function despair(call: GuardedCall, { muted, why }: Pending, work: GuardWork): GuardedCall {
  raise(work, call, { kind: 'unconfirmed', muted, why, remedy: again(call, muted) })
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
