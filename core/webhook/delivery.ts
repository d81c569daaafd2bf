import { createHash } from 'node:crypto'
import type { NamedCaller } from '../callers/known-caller.ts'
import type { CallEvent, CallKey, Phone } from '../domain.ts'
import { eventCall } from '../templates/template-call.ts'
import { isoTime, plainValue } from '../templates/plain-value.ts'
import type { Field } from '../templates/template.ts'

export interface AlertDelivery {
  /** The same for the same event, also after a restart. */
  readonly id: string
  readonly type: CallEvent['type']
  readonly call: CallKey
  /** JSON. */
  readonly body: string
}

const MAX_BODY_LENGTH = 65_536 // an event has about 1 kB; anything larger is custom data of the call
const ID_LENGTH = 32 // half of a hash: unique among an account's events

/** An event as it is sent: plain values as in templates, times in ISO UTC. `agent`: who was logged in. */
export function deliveryOf(
  event: CallEvent,
  agent: string,
  customer: NamedCaller | null = null,
): AlertDelivery {
  const { type, at, call } = event
  const id = createHash('sha256')
    .update(JSON.stringify([type, call.key, at]))
    .digest('hex')
    .slice(0, ID_LENGTH)
  const content = {
    version: 1,
    id,
    type,
    at: isoTime(at),
    ...ending(event),
    call: callOf(event, agent, customer),
  }
  const body = JSON.stringify({ ...content, customData: call.customData })
  const fits = body.length <= MAX_BODY_LENGTH
  return {
    id,
    type,
    call: call.key,
    body: fits ? body : JSON.stringify({ ...content, customDataLeftOut: true }),
  }
}

const ending = (event: CallEvent): object =>
  event.type === 'ended' ? { outcome: event.outcome, talkSeconds: event.talkSeconds } : {}

function callOf(event: CallEvent, agent: string, customer: NamedCaller | null): object {
  const call = eventCall(event, agent, customer)
  const field = (name: Field): string | number => plainValue({ kind: 'field', field: name }, call)
  return {
    extension: field('extension'),
    ivrid: field('ivrid'),
    phone: phoneOf(call.phone),
    name: field('name'),
    client: field('client'),
    company: field('company'),
    did: call.did === null ? null : phoneOf(call.did),
    direction: field('direction'),
    status: field('status'),
    started: field('started'),
    recording: field('recording'),
    agent: field('agent'),
    queue: field('queue'),
    waitedSeconds: call.waitedSeconds,
  }
}

const phoneOf = (phone: Phone): object => ({
  kind: phone.kind,
  received: phone.received,
  e164: phone.kind === 'number' ? phone.e164 : null,
})
