import { nextQuestion } from '../../core/polling/cadence.ts'
import { percentile, type Figure } from './figure.ts'
import { simulateCadence, type ShiftFound } from './simulate-cadence.ts'

const SHIFTS = 24
/** The shifts by which the paces of the cadence were chosen, and shifts that nobody looked at before. */
const TUNED_FROM = 1
const HELD_OUT_FROM = 10_001
const HOURS = 8
const FLOOR_MS = 5_000
const ANSWER_MS = 150

/** Rings found by the cadence and by a fixed interval that spends as many questions, over the same simulated shifts. */
export function compareCadence(
  shifts: number,
  limit: number,
  firstSeed = HELD_OUT_FROM,
): { readonly cadence: readonly ShiftFound[]; readonly fixed: readonly ShiftFound[] } {
  const cadence: ShiftFound[] = []
  const fixed: ShiftFound[] = []
  for (let seed = firstSeed; seed < firstSeed + shifts; seed++) {
    const shift = { seed, hours: HOURS, limit }
    const found = simulateCadence({ ...shift, floorMs: FLOOR_MS, cadence: nextQuestion })
    const intervalMs = (HOURS * 3_600_000) / found.questions - ANSWER_MS
    cadence.push(found)
    fixed.push(simulateCadence({ ...shift, floorMs: intervalMs, cadence: null }))
  }
  return { cadence, fixed }
}

/** From a ring's beginning to the answer that shows it, in busy shifts: the cadence against the fixed interval. */
export function benchCadence(): Promise<readonly Figure[]> {
  return Promise.resolve([
    ...compared('shifts it was tuned on', TUNED_FROM, false),
    ...compared('held-out shifts', HELD_OUT_FROM, true),
  ])
}

/** Only shifts that it was not tuned on can hold it to its promise. */
function compared(name: string, firstSeed: number, isHeld: boolean): readonly Figure[] {
  const { cadence, fixed } = compareCadence(SHIFTS, 12, firstSeed)
  return [
    figure(`questions a minute of either, ${name}`, questions(cadence) / (SHIFTS * HOURS * 60), '', null),
    ...delays(`fixed interval, ${name}`, fixed, null),
    ...delays(`cadence, ${name}`, cadence, isHeld ? fixed : null),
  ]
}

const questions = (shifts: readonly ShiftFound[]): number =>
  shifts.reduce((sum, shift) => sum + shift.questions, 0)

function delays(
  name: string,
  shifts: readonly ShiftFound[],
  peer: readonly ShiftFound[] | null,
): readonly Figure[] {
  const at = (of: readonly ShiftFound[], part: number): number =>
    percentile(
      of.flatMap((shift) => shift.delays),
      part,
    ) / 1000
  const rings = shifts.reduce((sum, shift) => sum + shift.rings, 0)
  const seen = shifts.reduce((sum, shift) => sum + shift.delays.length, 0)
  return [
    ...[0.5, 0.95].map((part) =>
      figure(
        `ring found after, p${part * 100}: ${name}`,
        at(shifts, part),
        's',
        peer === null ? null : Number(at(peer, part).toFixed(2)),
      ),
    ),
    figure(`rings seen ringing, of ${rings}: ${name}`, (100 * seen) / rings, '%', null),
  ]
}

const figure = (name: string, value: number, unit: string, limit: number | null): Figure => ({
  name,
  value,
  unit,
  digits: 2,
  limit,
})
