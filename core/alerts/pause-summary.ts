import type { CallKey } from '../domain.ts'
import type { AlertCircumstances } from './alert-circumstances.ts'
import { feedbackAlert } from './plain-alert.ts'
import type { AlertCommand } from './notification.ts'
import type { CallAlertInput } from './plan-call-alerts.ts'

/** The calls of a pause: those that rang, and of them those that were missed. */
export interface PausedCalls {
  readonly rang: ReadonlySet<CallKey>
  readonly missed: ReadonlySet<CallKey>
}

export const NO_PAUSED_CALLS: PausedCalls = { rang: new Set(), missed: new Set() }

/** The calls after these events of a pause. A call counts once, however often it rang; one alerted before doesn't count as a ring. */
export function addPausedCalls(
  before: PausedCalls,
  { events, alerted }: Pick<CallAlertInput, 'events' | 'alerted'>,
): PausedCalls {
  const missed = events.flatMap((event) =>
    event.type === 'ended' && event.outcome === 'missed' ? [event.call.key] : [],
  )
  const rang = events.flatMap(({ type, call: { key } }) => (type === 'ringing' && !alerted(key) ? [key] : []))
  if (rang.length + missed.length === 0) return before
  return {
    rang: new Set([...before.rang, ...rang, ...missed]),
    missed: new Set([...before.missed, ...missed]),
  }
}

/**
 * What to show when a pause is over: one silent notification for all its calls, without names or numbers, as far as their
 * alerts are on; nothing if nothing rang. Queues aren't in it: what still lasts can be seen, and the rest is over.
 */
export function planPauseSummary(
  { rang, missed }: PausedCalls,
  { settings, words, now }: AlertCircumstances,
): readonly AlertCommand[] {
  const counts = [
    ...(settings.alertOnRing && rang.size > 0 ? [words.alert.rang(rang.size)] : []),
    ...(settings.alertOnMissed && missed.size > 0 ? [words.alert.rangMissed(missed.size)] : []),
  ]
  if (counts.length === 0) return []
  const alert = feedbackAlert(counts.join(words.comma), `pause-${now}`)
  return [{ do: 'show', notification: { ...alert, body: words.alert.whilePaused } }]
}
