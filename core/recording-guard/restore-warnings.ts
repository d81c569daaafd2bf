import type { CallKey } from '../domain.ts'
import type { Ask, FoundWarning, GuardedCall, GuardState, GuardWarning, MutedSpan } from './guard-state.ts'
import { hold } from './guard-work.ts'
import type { GuardWork } from './guard-work.ts'

/**
 * At startup, before anything is watched: the warnings that weren't dismissed, without reporting them again, and what
 * they say about calls that may still be live. The first snapshot decides whether they still apply.
 */
export function restoreWarnings(
  state: GuardState,
  found: readonly FoundWarning[],
  work: GuardWork,
): GuardState {
  for (const { warning } of found) hold(work, { ...warning, id: work.nextId++ })
  const live = found.filter(({ warning }) => warning.remedy.do !== 'acknowledge')
  if (live.length === 0) return state
  const calls = Map.groupBy(
    live.map(({ warning }) => warning),
    ({ call }) => call,
  )
  return {
    ...state,
    calls: [...calls].map(([key, warnings]) => knownCall(key, warnings, work.at)),
    lastSnapshotAt: Math.max(...live.map(({ lastSeenAt }) => lastSeenAt)),
  }
}

/** A call as far as its warnings describe it; without an `ivrid` until a snapshot shows it. */
function knownCall(key: CallKey, warnings: readonly GuardWarning[], at: number): GuardedCall {
  const span = warnings.map(spanOf).find((one) => one !== null) ?? null
  return {
    ...{ key, ivrid: '', phone: warnings[0]?.phone ?? { kind: 'withheld', received: '' } },
    ...{ recording: 'unknown', held: false, connectedAt: at, recordedKnown: true },
    ...{ ask: warnings.map(askOf).find((ask) => ask !== null) ?? { kind: 'none' } },
    ...{ pending: null, flight: null, next: null },
    ...{ span, mutedSince: null, longReported: span !== null },
  }
}

function spanOf(warning: GuardWarning): MutedSpan | null {
  if (warning.kind !== 'muted-too-long') return null
  return { call: warning.call, from: warning.since, to: null, by: 'elsewhere', endedBy: null }
}

function askOf(warning: GuardWarning): Ask | null {
  const { at } = warning
  if (warning.kind === 'refused') return { kind: warning.kind, muted: warning.muted, at, why: warning.why }
  if (warning.kind === 'unconfirmed')
    return { kind: warning.kind, muted: warning.muted, at, why: warning.why }
  return null
}
