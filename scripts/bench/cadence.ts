import { nextQuestion } from '../../core/session/cadence.ts'
import { percentile, type Figure } from './figure.ts'
import { simulateCadence, type ShiftFound } from './simulate-cadence.ts'

const SHIFTS = 24
const HOURS = 8
const FLOOR_MS = 5_000
const ANSWER_MS = 150

/** Rings found by the cadence and by a fixed interval that spends as many questions, over the same simulated shifts. */
export function compareCadence(
  shifts: number,
  limit: number,
): { readonly cadence: readonly ShiftFound[]; readonly fixed: readonly ShiftFound[] } {
  const cadence: ShiftFound[] = []
  const fixed: ShiftFound[] = []
  for (let seed = 1; seed <= shifts; seed++) {
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
  const { cadence, fixed } = compareCadence(SHIFTS, 12)
  return Promise.resolve([
    figure('questions a minute of either', questions(cadence) / (SHIFTS * HOURS * 60), '', null),
    ...delays('fixed interval', fixed, null),
    ...delays('cadence', cadence, fixed),
  ])
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
