import type { Clock } from '../../core/clock.ts'
import { muteAnswer } from '../../simulator/api/mute-answer.ts'
import { statusAnswer } from '../../simulator/api/status-answer.ts'
import type { Parameters } from '../../simulator/api/parameters.ts'
import type { Random } from '../../simulator/world/random.ts'
import type { World } from '../../simulator/world/world.ts'
import type { Computer } from './computer.ts'
import { failedFetch } from './failed-fetch.ts'

export interface ActingWireParts {
  readonly world: World
  readonly trueTime: Clock
  readonly computer: Computer
  readonly random: Random
}

const LATENCY_MS = { least: 20, most: 2_000 }

/** Mutes a recording in the simulation: done and confirmed, done without confirmation, refused, or no such call. */
export const askToMute = (parts: ActingWireParts, parameters: Parameters): Promise<Response> =>
  askToAct(parts, () => muteAnswer(parts.world, parameters))

/** Sets a status in the simulation, with the same outcomes. */
export const askToSetStatus = (parts: ActingWireParts & { readonly code: string }, parameters: Parameters) =>
  askToAct(parts, () => statusAnswer(parts.world, parts, parameters))

function askToAct(
  { world, trueTime, computer, random }: ActingWireParts,
  act: () => object,
): Promise<Response> {
  const thereMs = LATENCY_MS.least + random.below(LATENCY_MS.most)
  const fate = random.next()
  return new Promise((resolve, reject) => {
    const later = (run: () => void): void => computer.systemAfter(LATENCY_MS.least, run)
    trueTime.after(thereMs, () => {
      if (fate < 0.08) return later(() => reject(failedFetch('ECONNREFUSED')))
      if (fate < 0.16)
        return later(() => resolve(new Response('<html>', { headers: { 'content-type': 'text/html' } })))
      world.advanceTo(trueTime.now())
      const body = JSON.stringify(act())
      if (fate < 0.24) return // it was done, but the response never arrives
      if (fate < 0.32) return later(() => reject(failedFetch('ECONNRESET')))
      later(() => resolve(new Response(body, { headers: { 'content-type': 'application/json' } })))
    })
  })
}
