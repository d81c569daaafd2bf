import type { Clock } from '../../core/clock.ts'
import { dialAnswer } from '../../simulator/api/dial-answer.ts'
import { readText, type Parameters } from '../../simulator/api/parameters.ts'
import type { Random } from '../../simulator/world/random.ts'
import type { World } from '../../simulator/world/world.ts'
import type { Computer } from './computer.ts'
import { failedFetch } from './failed-fetch.ts'

export interface DialWireParts {
  readonly world: World
  readonly trueTime: Clock
  readonly computer: Computer
  readonly random: Random
  readonly code: string
  /** Called when a request to call this number arrives. */
  readonly onDialled: (target: string) => void
}

const LATENCY_MS = { least: 20, most: 3_000 }

/**
 * Places a call in the simulation. The response is good, XML, or missing; or the connection breaks; or the request
 * never arrives.
 */
export function askToDial(
  { world, trueTime, computer, random, code, onDialled }: DialWireParts,
  parameters: Parameters,
): Promise<Response> {
  const thereMs = LATENCY_MS.least + random.below(LATENCY_MS.most)
  const fate = random.next()
  return new Promise((resolve, reject) => {
    const later = (run: () => void): void => computer.systemAfter(LATENCY_MS.least, run)
    trueTime.after(thereMs, () => {
      if (fate < 0.06) return later(() => reject(failedFetch('ECONNREFUSED')))
      world.advanceTo(trueTime.now())
      if (readText(parameters, 'action') === 'call') onDialled(readText(parameters, 'target') ?? '')
      const asked = fate < 0.2 ? { ...parameters, format: 'xml' } : parameters
      const body = dialAnswer(world, { code, wrongCode: 'error' }, asked)
      if (fate > 0.9) return // it was done, but the response never arrives
      if (fate > 0.8) return later(() => reject(failedFetch('ECONNRESET')))
      later(() => resolve(new Response(body, { headers: { 'content-type': 'application/json' } })))
    })
  })
}
