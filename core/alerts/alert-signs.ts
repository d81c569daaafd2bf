import type { AgentState, Call, MissedCall, QueuesState } from '../domain.ts'
import type { AlertKind, Settings } from '../settings.ts'
import { causeKey, queueCauses } from './queue-causes.ts'

/** What can ask for attention, as far as it is known. */
export interface AlertScene {
  readonly watch: AgentState
  readonly missed: readonly MissedCall[]
  readonly queues: QueuesState
  readonly recordingWarnings: readonly { readonly id: number }[]
}

/** Kinds of alert that begin with this scene, and those that still hold in it: for sound and blink. */
export interface AlertSigns {
  readonly begun: readonly AlertKind[]
  readonly lasting: readonly AlertKind[]
}

/**
 * Compares two scenes. A call that is found ringing begins a ring; what was missed, or waited, before anything was
 * watched (`null`) begins nothing. Without contact no ring and no queue is sure, so neither lasts.
 */
export function alertSigns(before: AlertScene | null, now: AlertScene, settings: Settings): AlertSigns {
  const rings = ringingKeys(now)
  const known = new Set(before === null ? [] : ringingKeys(before))
  const causes = causesOf(now, settings)
  const knownCauses = new Set(before === null ? causes : causesOf(before, settings))
  const warned = new Set(before?.recordingWarnings.map(({ id }) => id))
  const missed = now.missed.filter((one) => !one.seen)
  const all: readonly (readonly [AlertKind, begins: boolean, lasts: boolean])[] = [
    ['ring', rings.some((key) => !known.has(key)), rings.length > 0],
    ['missed', missed.some(({ key }) => wasRinging(before, key)), missed.length > 0],
    ['queue', causes.some((cause) => !knownCauses.has(cause)), causes.length > 0],
    ['recording', now.recordingWarnings.some(({ id }) => !warned.has(id)), now.recordingWarnings.length > 0],
  ]
  return {
    begun: all.filter(([, begins]) => begins).map(([kind]) => kind),
    lasting: all.filter(([, , lasts]) => lasts).map(([kind]) => kind),
  }
}

const isRinging = ({ phase }: Call): boolean => phase === 'ringing'

const ringingKeys = ({ watch }: AlertScene): readonly string[] =>
  watch.connection.kind === 'live' ? watch.calls.filter(isRinging).map(({ key }) => key) : []

/** Also of another account's missed calls, which come with a change of account, none was seen ringing. */
const wasRinging = (before: AlertScene | null, key: string): boolean =>
  before?.watch.calls.some((call) => call.key === key && isRinging(call)) === true

/** Nothing is told to who is not logged in. */
function causesOf({ queues, watch }: AlertScene, settings: Settings): readonly string[] {
  const word = watch.agent?.status.word ?? 'unknown'
  if (queues.connection.kind !== 'live' || word === 'logout' || word === 'unknown') return []
  return queueCauses(queues.queues, settings).map(causeKey)
}
