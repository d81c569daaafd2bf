import type { AgentState, Call, MissedCall } from '../domain.ts'
import type { QueuesState } from '../surroundings.ts'
import type { AlertKind } from '../settings/settings.ts'
import { isLoggedIn } from '../status-words.ts'

/** Everything that may need attention, as far as known. */
export interface AlertSources {
  readonly watch: AgentState
  readonly missed: readonly MissedCall[]
  readonly queues: Pick<QueuesState, 'connection'>
  /** Causes of queue alerts that still apply and were announced, as `causeKey` names them. */
  readonly alertedCauses: readonly string[]
  readonly recordingWarnings: readonly { readonly id: number }[]
}

/** Kinds of alert that start with this state, and those that still apply: for sound and blink. */
export interface AlertOnsets {
  readonly begun: readonly AlertKind[]
  readonly lasting: readonly AlertKind[]
}

/**
 * Compares two states. A call found ringing starts a ring alert; missed calls or waiting callers from before watching
 * (`null`) start nothing. Without a connection, rings and queues are unknown, so neither lasts.
 */
export function alertOnsets(before: AlertSources | null, now: AlertSources): AlertOnsets {
  const rings = ringingKeys(now)
  const known = new Set(before === null ? [] : ringingKeys(before))
  const causes = now.alertedCauses
  const knownCauses = new Set((before ?? now).alertedCauses)
  const warned = new Set(before?.recordingWarnings.map(({ id }) => id))
  const missed = now.missed.filter((one) => !one.seen)
  const all: readonly (readonly [AlertKind, begins: boolean, lasts: boolean])[] = [
    ['ring', rings.some((key) => !known.has(key)), rings.length > 0],
    ['missed', missed.some(({ key }) => wasRinging(before, key)), missed.length > 0],
    ['queue', causes.some((cause) => !knownCauses.has(cause)), causes.length > 0 && areQueuesSure(now)],
    ['recording', now.recordingWarnings.some(({ id }) => !warned.has(id)), now.recordingWarnings.length > 0],
  ]
  return {
    begun: all.filter(([, begins]) => begins).map(([kind]) => kind),
    lasting: all.filter(([, , lasts]) => lasts).map(([kind]) => kind),
  }
}

const isRinging = ({ phase, ringInDoubt }: Call): boolean => phase === 'ringing' && ringInDoubt !== true

const ringingKeys = ({ watch }: AlertSources): readonly string[] =>
  watch.connection.kind === 'live' ? watch.calls.filter(isRinging).map(({ key }) => key) : []

/** This also excludes another account's missed calls after a change of account: none of them was seen ringing. */
const wasRinging = (before: AlertSources | null, key: string): boolean =>
  before?.watch.calls.some((call) => call.key === key && isRinging(call)) === true

const areQueuesSure = ({ queues, watch }: AlertSources): boolean =>
  queues.connection.kind === 'live' && isLoggedIn(watch.agent?.status ?? null)
