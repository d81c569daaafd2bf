import type { Clock } from '../../core/clock.ts'
import { extensionsAnswer } from '../../simulator/api/extensions-answer.ts'
import { readJsonObject } from '../../simulator/api/parameters.ts'
import { queuesAnswer } from '../../simulator/api/queues-answer.ts'
import { deliveryFor } from '../../simulator/faults/delivery.ts'
import { FAULT_KINDS } from '../../simulator/faults/fault.ts'
import type { Random } from '../../simulator/world/random.ts'
import type { World } from '../../simulator/world/world.ts'
import { failedFetch } from '../torture/failed-fetch.ts'

export interface FaultyFetchParts {
  readonly world: World
  readonly clock: Clock
  readonly random: Random
  readonly code: string
}

const LATENCY_MS = 400
const NETWORK = ['ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'CERT_HAS_EXPIRED', 'ETIMEDOUT', 'EOTHER']

/** A world's responses over a network where every fifth request fails, and some responses never arrive. */
export function createFaultyFetch({ world, clock, random, code }: FaultyFetchParts) {
  const bodies: string[] = []

  function answer(url: string, asked: unknown): string {
    world.advanceTo(clock.now())
    const answerOf = url.endsWith('/GetQueuesCallers') ? queuesAnswer : extensionsAnswer
    const body = JSON.stringify(answerOf(world, { code, wrongCode: 'error' }, readJsonObject(asked)))
    bodies.push(body)
    return body
  }

  function respond(url: string, asked: unknown): Response {
    const kind = random.chance(0.2) ? FAULT_KINDS[random.below(FAULT_KINDS.length)]! : 'delay'
    if (random.chance(0.05)) throw failedFetch(NETWORK[random.below(NETWORK.length)]!)
    const fault = {
      kind: kind === 'too-large' ? 'delay' : kind,
      count: null,
      delayMs: 0,
      retryAfter: 7,
      endpoint: 'all',
    } as const
    const delivery = deliveryFor(fault, () => answer(url, asked))
    const date = { date: new Date(clock.now()).toUTCString() }
    switch (delivery.kind) {
      case 'whole':
        return new Response(delivery.body, {
          status: delivery.status,
          headers: { ...delivery.headers, ...date },
        })
      case 'half':
        return random.chance(0.5)
          ? new Response(delivery.body.slice(0, Math.ceil(delivery.body.length / 2)), { headers: date })
          : new Response(brokenOff(delivery.body), { headers: date })
      case 'dropped':
        throw failedFetch('ECONNRESET')
    }
  }

  return {
    bodies: (): readonly string[] => bodies,
    fetch: (async (input, init) => {
      if (random.chance(0.02)) return await new Promise<Response>(() => undefined)
      await new Promise<void>((resolve) => void clock.after(random.below(LATENCY_MS), resolve))
      return respond(input instanceof Request ? input.url : String(input), init?.body)
    }) as typeof globalThis.fetch,
  }
}

function brokenOff(text: string): ReadableStream<Uint8Array> {
  let sent = false
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError('terminated'))
      else controller.enqueue(new TextEncoder().encode(text.slice(0, text.length / 2)))
      sent = true
    },
  })
}
