import { isConnected } from '../call-phase.ts'
import type { Call } from '../domain.ts'
import type { GuardedCall, GuardState, Actor, MutedSpan } from './guard-state.ts'
import { raise, settle } from './guard-work.ts'
import type { GuardWork } from './guard-work.ts'
import { reconcileWish } from './mute-request.ts'

/** How long a call that ended muted still counts: a caller who was cut off usually calls again by then. */
const CARRY_MS = 120_000
const BLIND_MS = 120_000 // twice the longest gap that the settings allow between two polls

/** Applies what a good response says about all calls. */
export function takeSnapshot(
  state: GuardState,
  calls: readonly Call[],
  requestedAt: number,
  work: GuardWork,
): GuardState {
  const known = new Map(state.calls.map((call) => [call.key, call]))
  const present = new Set(calls.map(({ key }) => key))
  const endedAt = lastKnown(state.lastSnapshotAt, work.at)
  const endedMuted = state.calls.filter((call) => !present.has(call.key) && end(call, endedAt, work))
  const carriedUntil = carried(endedMuted.length > 0 ? endedAt + CARRY_MS : state.carriedUntil, work.at)
  const seen = calls.map((call) => see(known.get(call.key), call, requestedAt, state.isFresh, work))
  return {
    ...state,
    calls: seen.map((call) => reportRecorded(call, seen, carriedUntil, work)),
    carriedUntil,
    lastSnapshotAt: work.at,
    isFresh: false,
  }
}

/** A call that ended unseen, during sleep or without a connection, counts as muted only until it was last seen. */
const lastKnown = (lastSnapshotAt: number | null, at: number): number =>
  lastSnapshotAt !== null && at - lastSnapshotAt > BLIND_MS ? lastSnapshotAt : at

const carried = (until: number | null, at: number): number | null =>
  until !== null && at < until && until - at <= CARRY_MS ? until : null

/** True for a call that ended muted. */
function end(call: GuardedCall, at: number, work: GuardWork): boolean {
  const { key, span } = call
  settle(work, key, 'muted-too-long', 'recorded-again', 'refused', 'unconfirmed')
  if (span === null) return false
  work.spans.push({ ...span, to: at, endedBy: 'call-ended' })
  raise(work, call, { kind: 'ended-muted', from: span.from, to: at, remedy: { do: 'acknowledge' } })
  return true
}

function see(
  before: GuardedCall | undefined,
  call: Call,
  requestedAt: number,
  first: boolean,
  work: GuardWork,
): GuardedCall {
  const known = before ?? begun(call, first)
  const after: GuardedCall = {
    ...known,
    ivrid: call.ivrid,
    recording: call.recording.state,
    phone: call.phone,
    held: call.phase === 'held',
    mutedSince: call.mutedSince,
    connectedAt: known.connectedAt ?? (isConnected(call.phase, call.answered) ? work.at : null),
  }
  const spanned = takeSpan(after, known, requestedAt, work)
  return warnLongMute(reconcileWish(spanned, requestedAt, work), work)
}

/** Reports once that a span has become too long. */
export function warnLongMute(call: GuardedCall, work: GuardWork): GuardedCall {
  const { span, key } = call
  if (span === null || call.longReported || work.at - span.from < work.settings.mutedTooLongMs) return call
  raise(work, call, { kind: 'muted-too-long', since: span.from, remedy: { do: 'unmute', call: key } })
  return { ...call, longReported: true }
}

/** `first`: a call connected before the guard started was recorded before anything could be muted. */
const begun = (call: Call, first: boolean): GuardedCall => ({
  ...{
    key: call.key,
    ivrid: call.ivrid,
    phone: call.phone,
    recording: 'unknown',
    held: false,
    connectedAt: null,
  },
  ...{ ask: { kind: 'none' }, pending: null, flight: null, next: null },
  ...{
    span: null,
    mutedSince: null,
    longReported: false,
    recordedKnown: first && isConnected(call.phase, call.answered),
  },
})

function takeSpan(
  after: GuardedCall,
  before: GuardedCall,
  requestedAt: number,
  work: GuardWork,
): GuardedCall {
  const { span, recording, mutedSince } = after
  if (recording === 'unknown') return after
  if (recording === 'recorded') return span === null ? after : endSpan(after, span, before, requestedAt, work)
  settle(work, after.key, 'recorded-again')
  if (span !== null) return { ...after, span: moved(span, before.mutedSince, mutedSince) }
  const from = Math.min(mutedSince ?? work.at, work.at)
  const begins: MutedSpan = {
    call: after.key,
    from,
    to: null,
    by: actorOf(after, true, requestedAt),
    endedBy: null,
  }
  work.spans.push(begins)
  return { ...after, span: begins, longReported: false }
}

function moved(span: MutedSpan, was: number | null, is: number | null): MutedSpan {
  return was === null || is === null || was === is ? span : { ...span, from: span.from + is - was }
}

function endSpan(
  after: GuardedCall,
  span: MutedSpan,
  before: GuardedCall,
  requestedAt: number,
  work: GuardWork,
): GuardedCall {
  settle(work, after.key, 'muted-too-long')
  const endedBy = actorOf(after, false, requestedAt)
  work.spans.push({ ...span, to: work.at, endedBy })
  const resumed = before.held && !after.held
  const wishedFor = endedBy === 'here' || (after.ask.kind !== 'none' && !after.ask.muted)
  if (!wishedFor && (resumed || span.by === 'here')) {
    const because = resumed ? 'resumed' : 'unmuted-elsewhere'
    raise(work, after, { kind: 'recorded-again', because, remedy: { do: 'mute', call: after.key } })
  }
  return { ...after, span: null, recordedKnown: true }
}

function actorOf({ pending, ask }: GuardedCall, muted: boolean, requestedAt: number): Actor {
  const asked = pending?.muted === muted && requestedAt >= pending.sentAt
  return asked || (ask.kind === 'unconfirmed' && ask.muted === muted) ? 'here' : 'elsewhere'
}

/** A call that was connected while another was muted, or soon after: a mute by extension doesn't cover it. */
function reportRecorded(
  call: GuardedCall,
  all: readonly GuardedCall[],
  carriedUntil: number | null,
  work: GuardWork,
): GuardedCall {
  const { connectedAt } = call
  if (call.recordedKnown || connectedAt === null || call.recording !== 'recorded') return call
  if (call.pending?.muted === true) return call
  const wished = carriedUntil !== null || all.some(({ span }) => span !== null && span.from <= connectedAt)
  if (wished)
    raise(work, call, {
      kind: 'recorded-again',
      because: 'new-call',
      remedy: { do: 'mute', call: call.key },
    })
  return { ...call, recordedKnown: true }
}
