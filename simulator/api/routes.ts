import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deliver } from '../faults/deliver.ts'
import type { RequestLog } from '../sim/request-log.ts'
import type { World } from '../world/world.ts'
import { dialAnswer } from './dial-answer.ts'
import { ENDPOINTS, PATHS, type Endpoint } from './endpoint.ts'
import { extensionsAnswer, type Account } from './extensions-answer.ts'
import { muteAnswer } from './mute-answer.ts'
import { readParameters, readText, type Parameters } from './parameters.ts'
import { queuesAnswer } from './queues-answer.ts'

export interface ApiParts {
  readonly world: World
  readonly account: Account
  readonly log: RequestLog
  readonly deliver: Deliver
  /** Lets the world come to the present. */
  readonly turn: () => void
}

/** Adds the API's calls, by GET and by POST. */
export function addApiRoutes(app: FastifyInstance, { world, account, log, deliver, turn }: ApiParts): void {
  function body(endpoint: Endpoint, parameters: Parameters | null): string {
    turn()
    switch (endpoint) {
      case 'extensions':
        return JSON.stringify(extensionsAnswer(world, account, parameters))
      case 'queues':
        return JSON.stringify(queuesAnswer(world, account, parameters))
      case 'mute':
        return JSON.stringify(muteAnswer(world, parameters))
      case 'dial':
        return dialAnswer(world, account, parameters)
    }
  }

  const handle = (endpoint: Endpoint) => (request: FastifyRequest, reply: FastifyReply) => {
    const parameters = readParameters(request)
    const inQuery = typeof request.query === 'object' && request.query !== null && 'code' in request.query
    const codeIn = inQuery ? 'url' : parameters !== null && 'code' in parameters ? 'body' : 'none'
    const entry = log.begin(endpoint, request.method, codeIn)
    reply.raw.once('close', () => log.end(entry, reply.raw.headersSent ? reply.raw.statusCode : 0))
    const everyone = endpoint === 'extensions' && readText(parameters ?? {}, 'extension') === null
    return deliver(everyone ? 'everyone' : endpoint, reply, entry, () => body(endpoint, parameters))
  }

  for (const endpoint of ENDPOINTS) {
    for (const url of PATHS[endpoint]) app.route({ method: ['GET', 'POST'], url, handler: handle(endpoint) })
  }
}
