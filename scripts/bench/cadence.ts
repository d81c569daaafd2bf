import { nextRequest } from '../../core/polling/cadence.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { simulateCadence, type ShiftFound } from './simulate-cadence.ts'

const SHIFTS = 24
const FIRST_SEED = 10_001
const HOURS = 8
const FLOOR_MS = 5_000
/** The most by which rings may be found later: of twelve requests, three are about queues and team. */
const MOST = 12 / 9

/** How fast rings are found in the same simulated shifts: with requests for the queues in between, and without. */
export function compareCadence(
  shifts: number,
  limit: number,
): { readonly cadence: readonly ShiftFound[]; readonly alone: readonly ShiftFound[] } {
  const seeds = Array.from({ length: shifts }, (_, index) => FIRST_SEED + index)
  const floorMs = Math.max(FLOOR_MS, 60_000 / limit)
  const found = (cadence: typeof nextRequest | null): readonly ShiftFound[] =>
    seeds.map((seed) => simulateCadence({ seed, hours: HOURS, limit, floorMs, cadence }))
  return { cadence: found(nextRequest), alone: found(null) }
}

/** Within how many ms of their start this share (`part`, 0 to 1) of the rings was found. */
export const foundAfter = (shifts: readonly ShiftFound[], part: number): number =>
  percentile(
    shifts.flatMap(({ delays }) => delays),
    part,
  )

/** From a ring's start to the response that shows it, in busy shifts, as a ratio to requesting nothing else. */
export function benchCadence(): Promise<readonly Figure[]> {
  const { cadence, alone } = compareCadence(SHIFTS, 12)
  return Promise.resolve([
    ...[0.5, 0.95].map((part) =>
      figure(
        `ring found, p${part * 100}, with queue requests, × without`,
        foundAfter(cadence, part) / foundAfter(alone, part),
        { unit: '×', digits: 2, limit: MOST },
      ),
    ),
    ...seen('with queue requests', cadence),
    ...seen('without queue requests', alone),
  ])
}

function seen(name: string, shifts: readonly ShiftFound[]): readonly Figure[] {
  const total = (pick: (shift: ShiftFound) => number): number =>
    shifts.reduce((sum, shift) => sum + pick(shift), 0)
  const rings = total((shift) => shift.rings)
  const found = total((shift) => shift.delays.length)
  const requests = total((shift) => shift.requests)
  return [
    figure(`requests per minute: ${name}`, requests / (SHIFTS * HOURS * 60), { digits: 2 }),
    figure(`ring found after, p95: ${name}`, foundAfter(shifts, 0.95) / 1000, { unit: 's', digits: 2 }),
    figure(`rings seen ringing, of ${rings}: ${name}`, (100 * found) / rings, { unit: '%', digits: 2 }),
  ]
}
