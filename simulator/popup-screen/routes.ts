import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readJsonObject, readParameters, type Parameters } from '../api/parameters.ts'
import { refuseStrangers } from '../sim/routes.ts'
import type { World } from '../world/world.ts'
import { BEHAVIOURS, deliveryOf, type Behaviour } from './behaviour.ts'
import { createDirectory, type Entry } from './directory.ts'

/** A request as it was received. */
interface Received {
  /** Epoch ms by this computer's clock. */
  readonly at: number
  readonly method: string
  readonly contentType: string
  /** Null for a program outside a browser. */
  readonly origin: string | null
  /** The parameters; null if they can't be read. */
  readonly fields: Parameters | null
}

interface Order {
  readonly behaviour: Behaviour
  readonly delayMs: number
  /** For requests with this status alone. */
  readonly status: string | null
}

const KEPT = 500
const SLOW_MS = 10_000 // more than three times as long as the extension waits
const USUAL: Order = { behaviour: 'as-usual', delayMs: 0, status: null }

/**
 * Adds the organisation's own endpoint, which the vendor's browser extension calls (`/popup-screen`), and its controls
 * under `/sim/popup-screen`. In a quiet world, it says something only about callers who were put in by hand.
 */
export function addPopupScreenRoutes(app: FastifyInstance, world: Pick<World, 'isQuiet'>): void {
  const directory = createDirectory()
  let received: readonly Received[] = []
  let orders: readonly Order[] = []

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const fields = readParameters(request)
    const { origin = null, 'content-type': contentType = '' } = request.headers
    received = [
      ...received.slice(1 - KEPT),
      { at: Date.now(), method: request.method, contentType, origin, fields },
    ]
    const status = textIn(fields, 'status') || textIn(fields, 'statusCall')
    const order = orders.find((one) => one.status === null || one.status === status) ?? USUAL
    if (order.delayMs > 0) await wait(order.delayMs, undefined, { ref: false })
    const phone = textIn(fields, 'phone')
    const isSilent = order.behaviour === 'as-usual' && world.isQuiet() && !directory.has(phone)
    const delivery = deliveryOf(isSilent ? 'only-ok' : order.behaviour, directory.find(phone))
    if (delivery === null) {
      reply.hijack()
      reply.raw.destroy()
      return reply
    }
    if (delivery.location !== undefined) void reply.header('location', delivery.location)
    // The extension calls it from a browser.
    if (origin !== null) void reply.header('access-control-allow-origin', origin)
    return reply.code(delivery.status).type(delivery.type).send(delivery.body)
  }
  app.route({ method: ['GET', 'POST'], url: '/popup-screen', handler: answer })

  const onRequest = refuseStrangers
  app.get('/sim/popup-screen', { onRequest }, (_request, reply) => reply.send({ received }))
  app.delete('/sim/popup-screen', { onRequest }, (_request, reply) => {
    received = []
    orders = []
    directory.clear()
    return reply.send({})
  })

  function post(name: string, run: (asked: Parameters) => string | null): void {
    app.post(`/sim/popup-screen/${name}`, { onRequest }, (request, reply) => {
      const asked = readJsonObject(request.body)
      const error = asked === null ? 'the body must be a JSON object' : run(asked)
      return error === null ? reply.send({}) : reply.code(400).send({ error })
    })
  }
  post('caller', (asked) => {
    const { phone, total = 1 } = asked
    if (typeof phone !== 'string') return 'phone must be text'
    if (typeof total !== 'number') return 'total must be a number'
    const text = (name: keyof Entry): string => textIn(asked, name)
    directory.put(phone, { name: text('name'), company: text('company'), total, url: text('url') })
    return null
  })
  post('behaviour', ({ kind, delayMs, status = null }) => {
    const behaviour = BEHAVIOURS.find((one) => one === kind)
    if (behaviour === undefined) return `kind must be one of ${BEHAVIOURS.join(', ')}`
    const delay = delayMs ?? (behaviour === 'slow' ? SLOW_MS : 0)
    if (typeof delay !== 'number' || !(delay >= 0)) return 'delayMs must be a number of milliseconds'
    if (status !== null && typeof status !== 'string') return 'status must be Ringing, Talking or Hangup'
    const order = { behaviour, delayMs: delay, status }
    orders = [order, ...orders.filter((one) => status !== null && one.status !== status)]
    return null
  })
}

function textIn(fields: Parameters | null, name: string): string {
  const value = fields?.[name]
  return typeof value === 'string' ? value : ''
}
