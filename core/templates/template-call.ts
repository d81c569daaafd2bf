import type { NamedCaller } from '../callers/known-caller.ts'
import type { Call, CallEvent, Outcome, Phase, Recording } from '../domain.ts'

/** What a template can show of a call, live or stored. Times are epoch ms by this computer's clock. */
export interface TemplateCall extends Pick<
  Call,
  'extension' | 'ivrid' | 'phone' | 'name' | 'did' | 'direction' | 'startedAt' | 'customData'
> {
  /** Its phase, or how it ended. */
  readonly status: Phase | Outcome | 'unknown'
  /** The API's own status, for the phase `other`. */
  readonly statusWord: string
  /** Seconds since it was answered; null if it wasn't. */
  readonly durationSeconds: number | null
  readonly recording: Recording['state']
  /** Who was logged in to the extension. */
  readonly agent: string
  /** The customer, by the organisation's Popup Screen endpoint; `''` if it said nothing. */
  readonly client: string
  readonly company: string
  /** Where the caller was seen waiting, and for how long; `''` and null when they weren't. */
  readonly queue: string
  readonly waitedSeconds: number | null
}

/** A live call as it is `now`, with the name of who is logged in, and the customer if the organisation's endpoint has said who it is. */
export function templateCall(
  call: Call,
  agent: string,
  now: number,
  customer: NamedCaller | null = null,
): TemplateCall {
  const { extension, ivrid, phone, name, did, direction, startedAt, customData, statusWord } = call
  return {
    ...{ extension, ivrid, phone, name, did, direction, startedAt, customData, statusWord, agent },
    client: customer?.name ?? '',
    company: customer?.company ?? '',
    status: call.phase,
    durationSeconds: call.answeredAt === null ? null : secondsSince(call.answeredAt, now),
    recording: call.recording.state,
    queue: call.waited?.queue ?? '',
    waitedSeconds: call.waited?.seconds ?? null,
  }
}

/** The call of an event, as it was then; with its outcome if it ended. */
export function eventCall(
  event: CallEvent,
  agent: string,
  customer: NamedCaller | null = null,
): TemplateCall {
  const call = templateCall(event.call, agent, event.at, customer)
  if (event.type !== 'ended') return call
  const durationSeconds = event.call.connected ? event.talkSeconds : null
  return { ...call, status: event.outcome, durationSeconds }
}

const secondsSince = (then: number, now: number): number => Math.max(0, Math.floor((now - then) / 1000))
