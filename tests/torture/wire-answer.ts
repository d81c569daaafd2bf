import { extensionsAnswer } from '../../simulator/api/extensions-answer.ts'
import type { Parameters } from '../../simulator/api/parameters.ts'
import { deliveryFor } from '../../simulator/faults/delivery.ts'
import type { FaultKind } from '../../simulator/faults/fault.ts'
import type { Random } from '../../simulator/world/random.ts'
import type { World } from '../../simulator/world/world.ts'
import { bendBody } from './bend-body.ts'
import type { WireFault, WireIncident } from './story.ts'
import { viewOf, type View } from './view.ts'

/** What the program can know after a question: what the extension is like, or what it can't be asked. */
export type Outcome =
  | { readonly kind: 'good'; readonly view: View }
  | { readonly kind: 'failed'; readonly why: 'refused-code' | 'refused-address' | 'other' }
  | { readonly kind: 'unknown-extension' }

/** What comes over the wire, and what an honest reader takes from it. */
export type WireAnswer =
  | { readonly kind: 'response'; readonly make: () => Response; readonly outcome: Outcome }
  | { readonly kind: 'error'; readonly code: string; readonly outcome: Outcome }
  | { readonly kind: 'none'; readonly outcome: Outcome }

export interface AnswererParts {
  readonly world: World
  readonly code: string
  readonly extension: string
  readonly random: Random
}

const OTHER: Outcome = { kind: 'failed', why: 'other' }
const KEPT_BODIES = 8
const JSON_TYPE = 'application/json; charset=utf-8'
const HOUR_MS = 3_600_000

interface Said {
  readonly body: string
  readonly view: View
}

/** Answers questions about the watched extension as the world is now, with the simulator's own answers and faults. */
export function createAnswerer({ world, code, extension, random }: AnswererParts) {
  const said: Said[] = []

  function say(parameters: Parameters, askedAt: number): Said {
    const agent = world.agent(extension)
    if (agent === undefined) throw new RangeError(`no extension ${extension} in this world`)
    const account = { code, wrongCode: 'error' } as const
    const body = JSON.stringify(extensionsAnswer(world, account, parameters))
    const now = { body, view: viewOf(agent, askedAt, world.now()) }
    said.push(now)
    if (said.length > KEPT_BODIES) said.shift()
    return now
  }

  function older(polls: number, now: Said): Said {
    const then = said.at(-1 - polls) ?? said[0] ?? now
    return then === now
      ? now
      : { body: then.body, view: { ...then.view, askedAt: now.view.askedAt, fresh: false } }
  }

  const good = ({ body, view }: Said, date = world.now()): WireAnswer =>
    whole(200, body, { kind: 'good', view }, dateHeader(date))

  return (parameters: Parameters, askedAt: number, incident: WireIncident | null): WireAnswer => {
    const now = say(parameters, askedAt)
    const fault = incident?.fault
    const amount = incident?.amount ?? 0
    switch (fault) {
      case undefined:
      case 'slow':
        return good(now)
      case 'older':
        return good(older(amount, now))
      case 'bent':
        return good({
          ...now,
          body: bendBody(extensionsAnswer(world, { code, wrongCode: 'error' }, parameters), random),
        })
      case 'no-date':
        return whole(200, now.body, { kind: 'good', view: now.view }, {})
      case 'odd-date':
        return amount === 0
          ? whole(200, now.body, { kind: 'good', view: now.view }, { date: 'yesterday, about noon' })
          : good(now, world.now() + amount * HOUR_MS)
      case 'err-1':
        return wrongCode('error', { kind: 'failed', why: 'refused-code' })
      case 'empty-list':
        return wrongCode('empty', { kind: 'unknown-extension' })
      case 'lost':
      case 'too-slow':
        return { kind: 'none', outcome: OTHER }
      case 'connection-refused':
        return { kind: 'error', code: 'ECONNREFUSED', outcome: OTHER }
      case 'dns':
        return { kind: 'error', code: 'ENOTFOUND', outcome: OTHER }
      case 'cut-json':
        return whole(200, now.body.slice(0, Math.ceil(now.body.length * 0.7)), OTHER, dateHeader(world.now()))
      case '503':
        return whole(503, '', OTHER, dateHeader(world.now()))
      case 'dropped':
      case 'half-body':
      case 'not-json':
      case 'wrong-shape':
      case 'web-page':
      case 'redirect':
      case '401':
      case '403':
      case '429':
      case '500':
      case 'err-2':
        return delivered(SIMULATED[fault], incident?.amount ?? 0, now.body)
    }
  }

  function wrongCode(kind: 'error' | 'empty', outcome: Outcome): WireAnswer {
    const body = extensionsAnswer(world, { code: `not ${code}`, wrongCode: kind }, { code, extension })
    return whole(200, JSON.stringify(body), outcome, dateHeader(world.now()))
  }

  function delivered(kind: FaultKind, retryAfter: number, body: string): WireAnswer {
    const fault = {
      kind,
      count: null,
      delayMs: 0,
      retryAfter: retryAfter === 0 ? null : retryAfter,
      endpoint: 'all',
    } as const
    const delivery = deliveryFor(fault, () => body)
    switch (delivery.kind) {
      case 'dropped':
        return { kind: 'error', code: 'ECONNRESET', outcome: OTHER }
      case 'half':
        return { kind: 'response', outcome: OTHER, make: () => half(delivery.body, delivery.headers) }
      case 'whole':
        return whole(delivery.status, delivery.body, outcomeOf(delivery.status), {
          ...delivery.headers,
          ...dateHeader(world.now()),
        })
    }
  }
}

/** Ours and the simulator's own name for the same fault. */
const SIMULATED: Readonly<Record<Simulated, FaultKind>> = {
  dropped: 'dropped',
  'half-body': 'half-body',
  'not-json': 'not-json',
  'wrong-shape': 'wrong-shape',
  'web-page': 'web-page',
  redirect: 'redirect',
  '401': '401',
  '403': '403',
  '429': '429',
  '500': '500',
  'err-2': 'internal-error',
}

type Simulated = Extract<WireFault, FaultKind | 'err-2'>

const outcomeOf = (status: number): Outcome =>
  status === 401
    ? { kind: 'failed', why: 'refused-code' }
    : status === 403
      ? { kind: 'failed', why: 'refused-address' }
      : OTHER

const dateHeader = (at: number): Readonly<Record<string, string>> => ({ date: new Date(at).toUTCString() })

function whole(
  status: number,
  body: string,
  outcome: Outcome,
  headers: Readonly<Record<string, string>>,
): WireAnswer {
  const make = (): Response =>
    new Response(body, { status, headers: { 'content-type': JSON_TYPE, ...headers } })
  return { kind: 'response', make, outcome }
}

/** Announced in full, broken off half-way. */
function half(body: string, headers: Readonly<Record<string, string>>): Response {
  const bytes = new TextEncoder().encode(body)
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.subarray(0, Math.ceil(bytes.length / 2))),
    pull: (controller) => controller.error(new TypeError('terminated')),
  })
  return new Response(stream, { status: 200, headers })
}
