import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deliver } from '../faults/deliver.ts'
import type { FaultKind } from '../faults/fault.ts'
import type { RequestLog } from '../sim/request-log.ts'
import type { World } from '../world/world.ts'
import { createCallLogApi } from './call-log-answer.ts'
import { isCallLogQuirk } from './call-log-quirks.ts'
import { dialAnswer } from './dial-answer.ts'
import { ENDPOINTS, PATHS, type Endpoint } from './endpoint.ts'
import { extensionsAnswer, type Account } from './extensions-answer.ts'
import { muteAnswer } from './mute-answer.ts'
import { otherWay, type Answers } from './other-way.ts'
import { readParameters, readText, type Parameters } from './parameters.ts'
import { statusAnswer } from './status-answer.ts'
import { queuesAnswer } from './queues-answer.ts'

export interface ApiParts {
  readonly world: World
  readonly account: Account
  readonly log: RequestLog
  readonly deliver: Deliver
  /** As documented if absent. */
  readonly answers?: Answers | undefined
  /** Brings the world up to the present. */
  readonly turn: () => void
}

type Respond = (asked: Parameters | null, fault: FaultKind | null) => unknown

/** Adds the API's endpoints, with GET and POST; the call log accepts POST alone. */
export function addApiRoutes(
  app: FastifyInstance,
  { world, account, log, deliver, turn, answers }: ApiParts,
): void {
  const callLog = createCallLogApi(world, account.code)

  const respond: Readonly<Record<Endpoint, Respond>> = {
    extensions: (asked) => extensionsAnswer(world, account, asked),
    queues: (asked) => queuesAnswer(world, account, asked),
    mute: (asked) => muteAnswer(world, asked),
    dial: (asked) => dialAnswer(world, account, asked),
    status: (asked) => statusAnswer(world, account, asked),
    'call-log': (asked, fault) => callLog(asked, isCallLogQuirk(fault) ? fault : null),
  }

  function body(endpoint: Endpoint, parameters: Parameters | null, fault: FaultKind | null): string {
    turn()
    const written = respond[endpoint](parameters, fault)
    if (typeof written === 'string') return written
    return JSON.stringify(answers === 'other' ? otherWay(written) : written)
  }

  const handle = (endpoint: Endpoint) => (request: FastifyRequest, reply: FastifyReply) => {
    turn() // a fault may be over by now
    const parameters = readParameters(request)
    const codeIn = hasCode(request.query) ? 'url' : hasCode(parameters) ? 'body' : 'none'
    const entry = log.begin(endpoint, request.method, codeIn)
    reply.raw.once('close', () => log.end(entry, reply.raw.headersSent ? reply.raw.statusCode : 0))
    const everyone = endpoint === 'extensions' && readText(parameters ?? {}, 'extension') === null
    return deliver(everyone ? 'everyone' : endpoint, reply, entry, (fault) =>
      body(endpoint, parameters, fault),
    )
  }

  for (const endpoint of ENDPOINTS) {
    for (const url of PATHS[endpoint])
      app.route({ method: methodsOf(endpoint), url, handler: handle(endpoint) })
  }
}

const methodsOf = (endpoint: Endpoint): string[] => (endpoint === 'call-log' ? ['POST'] : ['GET', 'POST'])

/** In any spelling of the endpoint's name. */
const hasCode = (parameters: unknown): boolean =>
  typeof parameters === 'object' && parameters !== null && ('code' in parameters || 'Code' in parameters)
