/** A thread that plants a fault, if one is given, and runs shifts: posts the rules that each of them broke. */
import { parentPort, workerData } from 'node:worker_threads'
import { plantFault } from './plant-fault.ts'
import { PLANTED_SEED } from './planted-fault.ts'
import type { PlantedRun, PlantedShift } from './run-planted.ts'

const { fault, shifts, until } = workerData as PlantedRun
if (fault !== null) plantFault(fault)
// Only now, so that the program is loaded with the fault.
const { drawStory } = await import('../draw-story.ts')
const { runShift } = await import('../run-shift.ts')
const { checkShift } = await import('../check-shift.ts')
for (const { shift, hours } of shifts) {
  const violations = checkShift(await runShift(drawStory(PLANTED_SEED, shift, hours)))
  const broken = [...new Set(violations.map(({ rule }) => rule))]
  parentPort?.postMessage({ shift, hours, broken } satisfies PlantedShift)
  if (until !== null && broken.includes(until)) break
}
