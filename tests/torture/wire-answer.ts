import { extensionsAnswer } from '../../simulator/api/extensions-answer.ts'
import { queuesAnswer } from '../../simulator/api/queues-answer.ts'
import type { Parameters } from '../../simulator/api/parameters.ts'
import { deliveryFor } from '../../simulator/faults/delivery.ts'
import type { FaultKind } from '../../simulator/faults/fault.ts'
import type { Random } from '../../simulator/world/random.ts'
import type { World } from '../../simulator/world/world.ts'
import { reshapeBody } from './reshape-body.ts'
import { entriesOf, lackingBody, type ShownEntries } from './lacking-body.ts'
import { withNamelessCall, withoutCalls, withoutExtension, type PartialBody } from './partial-body.ts'
import { emptyOf, isWhole, saidAgain, whyOf, type Good, type Outcome } from './outcome.ts'
import { createServerDates, type DatedResponse } from './server-dates.ts'
import type { WireFault, WireIncident } from './story.ts'
import type { About } from './step.ts'
import { queueViewOf, viewOf } from './view.ts'

/** The response body, and what the program should read from it. */
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
  /** When the body was current, epoch ms. */
  readonly at: number
}

/** Responds to requests with the current state, using the simulator's responses and faults. */
export function createAnswerer({ world, code, random }: AnswererParts) {
  const saidBefore = new Map<string, Said[]>()
  const bodies = new WeakMap<Outcome, string>()
  const dates = createServerDates()
  const dated = new WeakMap<Outcome, DatedResponse>()
  const caches = new Map<string, Said>()
  let deskAsked: string | null = null
  let believed = true
  const shown = new Map<string, Readonly<Record<string, unknown>>>()
  /**
   * Bodies that the program was shown, but that aren't in `shown` yet: they are only parsed when something is to be
   * left out.
   */
  let unread: string[] = []
  const account = { code, wrongCode: 'error' } as const

  const bodyOf = (about: About, parameters: Parameters): object =>
    about === 'queues'
      ? queuesAnswer(world, account, parameters)
      : extensionsAnswer(world, account, parameters)

  function say(about: About, parameters: Parameters, requestedAt: number): Said {
    const body = JSON.stringify(bodyOf(about, parameters))
    const now = { body, outcome: truthOf(about, parameters, requestedAt), at: world.now() }
    if (about !== 'queues') bodies.set(now.outcome, body)
    const line = lineOf(about, parameters)
    const said = saidBefore.get(line) ?? []
    said.push(now)
    if (said.length > KEPT_BODIES) said.shift()
    saidBefore.set(line, said)
    return now
  }

  function truthOf(about: About, { extension }: Parameters, requestedAt: number): Good {
    const now = world.now()
    if (about === 'queues')
      return {
        kind: 'queues',
        queues: world.queues().map((queue) => queueViewOf(queue, world.waiting(queue), now)),
      }
    if (about === 'everyone')
      return { kind: 'everyone', views: world.agents().map((agent) => viewOf(agent, requestedAt, now)) }
    const agent = world.agent(String(extension))
    if (agent === undefined) throw new RangeError(`no extension ${String(extension)} in this world`)
    return { kind: 'good', view: viewOf(agent, requestedAt, now) }
  }

  function older(about: About, parameters: Parameters, polls: number, requestedAt: number, now: Said): Said {
    const said = saidBefore.get(lineOf(about, parameters)) ?? []
    const then = said.at(-1 - polls) ?? said[0] ?? now
    if (then === now) return now
    const again = { ...then, outcome: saidAgain(then.outcome, requestedAt) }
    if (about !== 'queues') bodies.set(again.outcome, again.body)
    return again
  }

  /** The same body until something newer is accepted; null if it wouldn't be an older one. */
  function cached(about: About, parameters: Parameters, polls: number): Said | null {
    const line = lineOf(about, parameters)
    const then = caches.get(line) ?? saidBefore.get(line)?.at(-1 - polls)
    if (then === undefined || !dates.isOlder({ about, date: seconds(then.at), body: then.body })) return null
    caches.set(line, then)
    return then
  }

  /** A response that is read, unless its date shows that it is an older one. */
  function read(about: About, body: string, outcome: Outcome, at = world.now()): WireAnswer {
    const response = { about, date: seconds(at), body }
    const counts: Outcome = dates.isOlder(response) ? { kind: 'older', about } : outcome
    dated.set(counts, response)
    return whole(200, body, counts, dateHeader(at))
  }

  /** An omission happens only once: a second one in a row would be believed, and would be false. */
  function part(about: About, now: Said, { body, read: readPart }: PartialBody): WireAnswer {
    const { outcome } = now
    if (!believed || outcome.kind === 'queues') return read(about, now.body, outcome)
    if (outcome.kind === 'good') return read(about, body, { ...outcome, view: readPart(outcome.view) })
    return read(about, body, { ...outcome, views: outcome.views.map(readPart) })
  }

  function withoutUs(about: About, now: Said): WireAnswer {
    if (about === 'queues' || deskAsked === null) return read(about, now.body, now.outcome)
    const body = withoutExtension(bodyOf(about, { code }), deskAsked)
    if (now.outcome.kind !== 'everyone') return read(about, body, { kind: 'unknown-extension' })
    const views = now.outcome.views.filter(({ extension }) => extension !== deskAsked)
    return read(about, body, { kind: 'everyone', views, lacks: true })
  }

  /** The program has received it: from now on its unchanged fields may be left out. */
  function taken(outcome: Outcome): void {
    const response = dated.get(outcome)
    if (response !== undefined && dates.arrived(response)) caches.clear()
    const body = bodies.get(outcome)
    if (body !== undefined) unread.push(body)
    believed = isWhole(outcome) ?? believed
    if (believed) return
    shown.clear()
    unread = []
  }

  function shownNow(): ShownEntries {
    for (const [name, entry] of unread.flatMap(entriesOf)) shown.set(name, entry)
    unread = []
    return shown
  }

  function answer(
    about: About,
    parameters: Parameters,
    requestedAt: number,
    incident: WireIncident | null,
  ): WireAnswer {
    const now = say(about, parameters, requestedAt)
    if (about === 'extension') deskAsked = String(parameters.extension)
    const fault = incident?.fault
    const amount = incident?.amount ?? 0
    const other = { kind: 'failed', why: 'other', about } as const
    switch (fault) {
      case undefined:
      case 'slow':
        return read(about, now.body, now.outcome)
      case 'older': {
        const { body, outcome } = older(about, parameters, amount, requestedAt, now)
        return read(about, body, outcome)
      }
      case 'cached': {
        const then = cached(about, parameters, amount)
        return then === null
          ? read(about, now.body, now.outcome)
          : read(about, then.body, then.outcome, then.at)
      }
      case 'no-calls':
        return part(about, now, withoutCalls(bodyOf(about, parameters)))
      case 'nameless-call':
        return part(about, now, withNamelessCall(bodyOf(about, parameters)))
      case 'without-us':
        return withoutUs(about, now)
      case 'reshaped':
        if (about === 'queues') return read(about, now.body, now.outcome)
        return read(about, reshapeBody(bodyOf(about, parameters), random), now.outcome)
      case 'lacking': {
        if (about === 'queues') return read(about, now.body, now.outcome)
        return read(about, lackingBody(bodyOf(about, parameters), shownNow(), random), now.outcome)
      }
      case 'no-date':
        return whole(200, now.body, now.outcome, {})
      case 'odd-date':
        return amount === 0
          ? whole(200, now.body, now.outcome, { date: 'yesterday, about noon' })
          : read(about, now.body, now.outcome, world.now() + amount * HOUR_MS)
      case 'err-1':
        return whole(200, refusal(about, 'error'), { ...other, why: 'refused-err' }, dateHeader(world.now()))
      case 'empty-list':
        return read(about, refusal(about, 'empty'), emptyOf(about))
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

  function refusal(about: About, kind: 'error' | 'empty'): string {
    const refusing = { code: `not ${code}`, wrongCode: kind }
    return JSON.stringify(
      about === 'queues'
        ? queuesAnswer(world, refusing, { code })
        : extensionsAnswer(world, refusing, { code }),
    )
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
        return { kind: 'response', outcome: other, make: () => halfResponse(delivery.body, delivery.headers) }
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

/** Bodies are interchangeable if they respond to the same request. */
const lineOf = (about: About, { extension }: Parameters): string => `${about} ${String(extension)}`

const seconds = (at: number): number => Math.floor(at / 1000) * 1000

/** Our name and the simulator's name for the same fault. */
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

/** Announced in full, cut off half-way. */
export function halfResponse(body: string, headers: Readonly<Record<string, string>>): Response {
  const bytes = new TextEncoder().encode(body)
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.subarray(0, Math.ceil(bytes.length / 2))),
    pull: (controller) => controller.error(new TypeError('terminated')),
  })
  return new Response(stream, { status: 200, headers })
}
