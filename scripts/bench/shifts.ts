import { performance } from 'node:perf_hooks'
import { torture } from '../../tests/torture/torture.ts'
import { figure, type Figure } from './figure.ts'

const SHIFTS = 12
const HOURS = 8

/** How many simulated eight-hour shifts, with faults and checks, run in a minute. */
export async function benchShifts(): Promise<readonly Figure[]> {
  const asked = { seed: 1, hours: HOURS, shifts: Array.from({ length: SHIFTS }, (_, shift) => shift) }
  const { tookMs, violations } = await torture(asked, () => performance.now())
  return [
    figure('torture: 8-hour shifts per minute', (SHIFTS / tookMs) * 60_000),
    figure('torture: violations in them', violations, { limit: 0 }),
  ]
}
