import { Worker } from 'node:worker_threads'
import type { PlantedFault } from './planted-fault.ts'

/** What to run: shifts of `PLANTED_SEED`, with the fault or without any, until one of them breaks a rule. */
export interface PlantedRun {
  readonly fault: PlantedFault | null
  readonly shifts: readonly ShiftOf[]
  readonly until: string | null
}

export interface ShiftOf {
  readonly shift: number
  readonly hours: number
}

/** A shift, and the rules that it broke. */
export interface PlantedShift extends ShiftOf {
  readonly broken: readonly string[]
}

/** Runs shifts in a thread of their own. Rejects if it fails, for example because the fault can't be planted. */
export function runPlanted(run: PlantedRun): Promise<readonly PlantedShift[]> {
  const worker = new Worker(new URL('./planted-worker.ts', import.meta.url), { workerData: run })
  const shifts: PlantedShift[] = []
  return new Promise((resolve, reject) => {
    worker.on('message', (shift: PlantedShift) => void shifts.push(shift))
    worker.on('error', reject)
    worker.on('exit', () => resolve(shifts))
  })
}
