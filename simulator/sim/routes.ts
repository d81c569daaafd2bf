import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readJsonObject, type Parameters } from '../api/parameters.ts'
import type { FaultBox } from '../faults/fault-box.ts'
import { readFault } from '../faults/fault.ts'
import type { HandResult } from '../world/hand.ts'
import type { World } from '../world/world.ts'
import { COMMANDS, runCommand } from './command.ts'
import { isFromHere } from './local-only.ts'
import type { RequestLog } from './request-log.ts'
import { stateView, type Setting } from './state-view.ts'

export interface SimParts {
  readonly world: World
  readonly setting: Setting
  readonly faults: FaultBox
  readonly log: RequestLog
  /** Brings the world up to the present. */
  readonly turn: () => void
}

interface Spoken {
  readonly status: number
  readonly body: object
}

const fine = (body: object): Spoken => ({ status: 200, body })
const wrong = (status: number, error: string): Spoken => ({ status, body: { error } })

/** The result of a manual command as an HTTP response. */
function spoken(result: HandResult | string): Spoken {
  if (typeof result === 'string') return wrong(400, result)
  switch (result.kind) {
    case 'done':
      return fine(result.ivrid === null ? {} : { ivrid: result.ivrid })
    case 'unknown-extension':
      return wrong(404, 'there is no such extension')
    case 'unknown-call':
      return wrong(404, 'there is no such call at the moment')
    case 'not-now':
      return wrong(409, `the call is ${result.phase ?? 'over'} now`)
  }
}

/** A body as an object; none at all counts as an empty one, null is unreadable. */
const readBody = ({ body }: FastifyRequest): Parameters | null =>
  body === undefined || body === '' ? {} : readJsonObject(body)

function readSeq({ query }: FastifyRequest): number {
  const since = typeof query === 'object' && query !== null && 'since' in query ? Number(query.since) : 0
  return Number.isSafeInteger(since) ? Math.max(0, since) : 0
}

/** Refuses requests that don't come from this computer's own page or command line. */
export function refuseStrangers(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const port = request.socket.localPort ?? 0
  if (isFromHere(request.headers, port)) done()
  else void reply.code(403).send({ error: 'the controls are available only on this computer' })
}

/** Adds the controls under `/sim`. */
export function addSimRoutes(app: FastifyInstance, { world, setting, faults, log, turn }: SimParts): void {
  const onRequest = refuseStrangers

  const reads = {
    state: () => stateView(world, setting, faults.list()),
    requests: () => log.summary(),
    fault: () => ({ faults: faults.list() }),
    events: (request: FastifyRequest) => ({ events: world.events(readSeq(request)) }),
  }
  for (const [name, read] of Object.entries(reads)) {
    app.get(`/sim/${name}`, { onRequest }, (request, reply) => {
      turn()
      return reply.send(read(request))
    })
  }

  function post(name: string, run: (asked: Parameters) => Spoken): void {
    app.post(`/sim/${name}`, { onRequest }, (request, reply) => {
      turn()
      const asked = readBody(request)
      const { status, body } = asked === null ? wrong(400, 'the body must be a JSON object') : run(asked)
      return reply.code(status).send(body)
    })
  }
  for (const [name, run] of Object.entries(COMMANDS))
    post(name, (asked) => spoken(runCommand(world, run, asked)))

  post('quiet', ({ quiet = true }) => {
    if (typeof quiet !== 'boolean') return wrong(400, 'quiet must be true or false')
    world.setQuiet(quiet)
    return fine({ quiet })
  })
  post('clear', () => {
    const calls = [...world.calls()]
    for (const { ivrid } of calls) world.hand.hangUp({ ivrid })
    return fine({ ended: calls.length })
  })
  post('fault', (asked) => {
    const fault = readFault(asked)
    if (typeof fault === 'string') return wrong(400, fault)
    faults.set(fault)
    return fine({ faults: faults.list() })
  })
  app.delete('/sim/fault', { onRequest }, (_request, reply) => {
    faults.clear()
    return reply.send({ faults: [] })
  })
  app.delete('/sim/requests', { onRequest }, (_request, reply) => {
    log.clear()
    return reply.send({})
  })
}
