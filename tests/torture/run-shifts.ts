import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { checkShift } from './check-shift.ts'
import { drawStory } from './draw-story.ts'
import { runShift } from './run-shift.ts'
import { shiftReport, type ShiftReport } from './shift-report.ts'

/** What to run: these shifts of the seed, each this many hours long. */
export interface Shifts {
  readonly seed: number
  readonly hours: number
  readonly shifts: readonly number[]
}

/** Runs and checks shifts one after the other. Returns how many companions were still in memory at the end. */
export async function runShifts(
  { seed, hours, shifts }: Shifts,
  report: (report: ShiftReport) => void,
): Promise<number> {
  let held: readonly WeakRef<object>[] = []
  for (const shift of shifts) held = [...held, ...(await runOne(seed, hours, shift, report))]
  setFlagsFromString('--expose-gc')
  for (let round = 0; round < GC_ROUNDS && held.length > 0; round++) {
    // Whatever a turn of the event loop has touched lives until its end.
    await new Promise((resolve) => setImmediate(resolve))
    runInNewContext('gc()')
    held = held.filter((companion) => companion.deref() !== undefined)
  }
  return held.length
}

const GC_ROUNDS = 10 // what is left after one round usually just hasn't been collected yet

/** A separate function, so that nothing of a shift is still referenced when the memory is checked. */
async function runOne(
  seed: number,
  hours: number,
  shift: number,
  report: (report: ShiftReport) => void,
): Promise<readonly WeakRef<object>[]> {
  const run = await runShift(drawStory(seed, shift, hours))
  report(shiftReport(shift, run, checkShift(run)))
  return run.companions
}
