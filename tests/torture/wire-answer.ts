import { extensionsAnswer } from '../../simulator/api/extensions-answer.ts'
import { queuesAnswer } from '../../simulator/api/queues-answer.ts'
import type { Parameters } from '../../simulator/api/parameters.ts'
import { deliveryFor } from '../../simulator/faults/delivery.ts'
import type { FaultKind } from '../../simulator/faults/fault.ts'
import type { Random } from '../../simulator/world/random.ts'
import type { World } from '../../simulator/world/world.ts'
import { bendBody } from './bend-body.ts'
import { entriesOf, lackingBody } from './lacking-body.ts'
import type { WireFault, WireIncident } from './story.ts'
import type { About } from './step.ts'
import { queueViewOf, viewOf, type View, type ViewedQueue } from './view.ts'

/** What the program can know after a question: what extension, everyone or queues are like, or that it can't be asked. */
export type Outcome =
  | { readonly kind: 'good'; readonly view: View }
  | { readonly kind: 'everyone'; readonly views: readonly View[] }
  | { readonly kind: 'queues'; readonly queues: readonly ViewedQueue[] }
  | { readonly kind: 'failed'; readonly why: FailedWhy; readonly about: About }
  | { readonly kind: 'unknown-extension' }

type FailedWhy = 'refused-code' | 'refused-address' | 'other'
type Good = Extract<Outcome, { readonly kind: 'good' | 'everyone' | 'queues' }>

/** What comes over the wire, and what an honest reader takes from it. */
export type WireAnswer =
  | { readonly kind: 'response'; readonly make: () => Response; readonly outcome: Outcome }
  | { readonly kind: 'error'; readonly code: string; readonly outcome: Outcome }
  | { readonly kind: 'none'; readonly outcome: Outcome }

export interface AnswererParts {
  readonly world: World
  readonly code: string
  readonly random: Random
}

const KEPT_BODIES = 8
const JSON_TYPE = 'application/json; charset=utf-8'
const HOUR_MS = 3_600_000

interface Said {
  readonly body: string
  readonly outcome: Good
}

/** Answers questions as the world is now, with the simulator's own answers and faults. */
export function createAnswerer({ world, code, random }: AnswererParts) {
  const saidBefore = new Map<string, Said[]>()
  const bodies = new WeakMap<Outcome, string>()
  const shown = new Map<string, Readonly<Record<string, unknown>>>()
  const account = { code, wrongCode: 'error' } as const

  const bodyOf = (about: About, parameters: Parameters): object =>
    about === 'queues'
      ? queuesAnswer(world, account, parameters)
      : extensionsAnswer(world, account, parameters)

  function say(about: About, parameters: Parameters, askedAt: number): Said {
    const body = JSON.stringify(bodyOf(about, parameters))
    const now = { body, outcome: truthOf(about, parameters, askedAt) }
    if (about !== 'queues') bodies.set(now.outcome, body)
    const line = lineOf(about, parameters)
    const said = saidBefore.get(line) ?? []
    said.push(now)
    if (said.length > KEPT_BODIES) said.shift()
    saidBefore.set(line, said)
    return now
  }

  function truthOf(about: About, { extension }: Parameters, askedAt: number): Good {
    const now = world.now()
    if (about === 'queues')
      return {
        kind: 'queues',
        queues: world.queues().map((queue) => queueViewOf(queue, world.waiting(queue), now)),
      }
    if (about === 'everyone')
      return { kind: 'everyone', views: world.agents().map((agent) => viewOf(agent, askedAt, now)) }
    const agent = world.agent(String(extension))
    if (agent === undefined) throw new RangeError(`no extension ${String(extension)} in this world`)
    return { kind: 'good', view: viewOf(agent, askedAt, now) }
  }

  function older(about: About, parameters: Parameters, polls: number, askedAt: number, now: Said): Said {
    const said = saidBefore.get(lineOf(about, parameters)) ?? []
    const then = said.at(-1 - polls) ?? said[0] ?? now
    if (then === now) return now
    const again = { ...then, outcome: saidAgain(then.outcome, askedAt) }
    if (about !== 'queues') bodies.set(again.outcome, again.body)
    return again
  }

  const good = ({ body, outcome }: Said, date = world.now()): WireAnswer =>
    whole(200, body, outcome, dateHeader(date))

  /** The program has taken it: what it shows may be left out from now on while it stays. */
  function taken(outcome: Outcome): void {
    const body = bodies.get(outcome)
    if (body !== undefined) for (const [name, entry] of entriesOf(body)) shown.set(name, entry)
  }

  function answer(
    about: About,
    parameters: Parameters,
    askedAt: number,
    incident: WireIncident | null,
  ): WireAnswer {
    const now = say(about, parameters, askedAt)
    const fault = incident?.fault
    const amount = incident?.amount ?? 0
    const other = { kind: 'failed', why: 'other', about } as const
    switch (fault) {
      case undefined:
      case 'slow':
        return good(now)
      case 'older':
        return good(older(about, parameters, amount, askedAt, now))
      case 'bent':
        if (about === 'queues') return good(now)
        return whole(200, bendBody(bodyOf(about, parameters), random), now.outcome, dateHeader(world.now()))
      case 'lacking': {
        if (about === 'queues') return good(now)
        return good({ ...now, body: lackingBody(bodyOf(about, parameters), shown, random) })
      }
      case 'no-date':
        return whole(200, now.body, now.outcome, {})
      case 'odd-date':
        return amount === 0
          ? whole(200, now.body, now.outcome, { date: 'yesterday, about noon' })
          : good(now, world.now() + amount * HOUR_MS)
      case 'err-1':
        return wrongCode(about, 'error', { ...other, why: 'refused-code' })
      case 'empty-list':
        return wrongCode(about, 'empty', emptyOf(about))
      case 'lost':
      case 'too-slow':
        return { kind: 'none', outcome: other }
      case 'connection-refused':
        return { kind: 'error', code: 'ECONNREFUSED', outcome: other }
      case 'dns':
        return { kind: 'error', code: 'ENOTFOUND', outcome: other }
      case 'cut-json':
        return whole(200, now.body.slice(0, Math.ceil(now.body.length * 0.7)), other, dateHeader(world.now()))
      case '503':
        return whole(503, '', other, dateHeader(world.now()))
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
        return delivered(SIMULATED[fault], amount, now.body, about)
    }
  }

  return { answer, taken }

  function wrongCode(about: About, kind: 'error' | 'empty', outcome: Outcome): WireAnswer {
    const refusing = { code: `not ${code}`, wrongCode: kind }
    const body =
      about === 'queues'
        ? queuesAnswer(world, refusing, { code })
        : extensionsAnswer(world, refusing, { code })
    return whole(200, JSON.stringify(body), outcome, dateHeader(world.now()))
  }

  function delivered(kind: FaultKind, retryAfter: number, body: string, about: About): WireAnswer {
    const other = { kind: 'failed', why: 'other', about } as const
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
        return { kind: 'error', code: 'ECONNRESET', outcome: other }
      case 'half':
        return { kind: 'response', outcome: other, make: () => half(delivery.body, delivery.headers) }
      case 'whole':
        return whole(
          delivery.status,
          delivery.body,
          { ...other, why: whyOf(delivery.status) },
          {
            ...delivery.headers,
            ...dateHeader(world.now()),
          },
        )
    }
  }
}

/** Bodies are alike that answer the same question. */
const lineOf = (about: About, { extension }: Parameters): string => `${about} ${String(extension)}`

function saidAgain(outcome: Good, askedAt: number): Good {
  const again = (view: View): View => ({ ...view, askedAt, fresh: false })
  switch (outcome.kind) {
    case 'good':
      return { ...outcome, view: again(outcome.view) }
    case 'everyone':
      return { ...outcome, views: outcome.views.map(again) }
    case 'queues':
      return outcome
  }
}

/** An empty list is never "no calls" of a named extension; of all extensions it says that there are none. */
function emptyOf(about: About): Outcome {
  if (about === 'extension') return { kind: 'unknown-extension' }
  return about === 'everyone' ? { kind: 'everyone', views: [] } : { kind: 'queues', queues: [] }
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

const whyOf = (status: number): FailedWhy =>
  status === 401 ? 'refused-code' : status === 403 ? 'refused-address' : 'other'

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
