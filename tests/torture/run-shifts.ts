import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { checkShift } from './check-shift.ts'
import { drawStory } from './draw-story.ts'
import { runShift } from './run-shift.ts'
import { shiftReport, type ShiftReport } from './shift-report.ts'

/** What to run: these shifts of the seed, each of so many hours. */
export interface Shifts {
  readonly seed: number
  readonly hours: number
  readonly shifts: readonly number[]
}

/** Runs and checks shifts one after the other. Gives how many companions were still held by something at the end. */
export async function runShifts(
  { seed, hours, shifts }: Shifts,
  tell: (report: ShiftReport) => void,
): Promise<number> {
  const companions: WeakRef<object>[] = []
  for (const shift of shifts) {
    const run = await runShift(drawStory(seed, shift, hours))
    companions.push(...run.companions)
    tell(shiftReport(shift, run, checkShift(run)))
  }
  await collectGarbage()
  return companions.filter((companion) => companion.deref() !== undefined).length
}

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  // What a turn of the event loop has looked at lives until its end.
  await new Promise((resolve) => setImmediate(resolve))
  runInNewContext('gc()')
}
