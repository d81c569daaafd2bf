import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import type { Endpoint } from '../api/endpoint.ts'
import type { LoggedRequest } from '../sim/request-log.ts'
import type { FaultBox } from './fault-box.ts'
import { deliveryFor, type AlertDelivery } from './delivery.ts'
import type { FaultKind } from './fault.ts'

/** Responds to one request, normally or as the active fault requires. */
export type Deliver = (
  endpoint: Endpoint | 'everyone',
  reply: FastifyReply,
  entry: LoggedRequest,
  answer: (fault: FaultKind | null) => string,
) => Promise<FastifyReply>

export interface DeliverParts {
  readonly faults: FaultBox
  /** The value of the `Date` header: the world's true time. */
  readonly date: () => string
  /** Settles after this many ms; rejects when the signal ends it. Default: this computer's own timer. */
  readonly pause?: Pause | undefined
}

export type Pause = (ms: number, signal: AbortSignal) => Promise<void>

const ownPause: Pause = (ms, signal) => wait(ms, undefined, { signal })

/** Delivers responses over real sockets. */
export function createDeliver({ faults, date, pause = ownPause }: DeliverParts): Deliver {
  return async (endpoint, reply, entry, answer) => {
    const fault = faults.take(endpoint)
    entry.fault = fault?.kind ?? null
    if (fault !== null && fault.delayMs > 0 && !(await waited(fault.delayMs, reply, pause)))
      return reply.hijack()
    return send(
      reply,
      deliveryFor(fault, () => answer(fault?.kind ?? null)),
      date(),
    )
  }
}

/** False if the client has disconnected in the meantime. */
async function waited(ms: number, reply: FastifyReply, pause: Pause): Promise<boolean> {
  const gone = new AbortController()
  const leave = (): void => gone.abort()
  reply.raw.once('close', leave)
  try {
    await pause(ms, gone.signal)
    return true
  } catch {
    return false
  } finally {
    reply.raw.off('close', leave)
  }
}

function send(reply: FastifyReply, delivery: AlertDelivery, date: string): FastifyReply {
  switch (delivery.kind) {
    case 'whole':
      return reply
        .code(delivery.status)
        .headers({ ...delivery.headers, date })
        .send(delivery.body)
    case 'dropped':
      reply.hijack()
      reply.raw.destroy()
      return reply
    case 'half': {
      const bytes = Buffer.from(delivery.body)
      reply.hijack()
      reply.raw.writeHead(200, { ...delivery.headers, date, 'content-length': bytes.length })
      reply.raw.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => reply.raw.destroy())
      return reply
    }
  }
}
