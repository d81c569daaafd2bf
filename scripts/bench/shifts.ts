import { performance } from 'node:perf_hooks'
import { torture } from '../../tests/torture/torture.ts'
import type { Figure } from './figure.ts'

const SHIFTS = 12
const HOURS = 8

/** How many simulated eight-hour shifts, with faults and checks, run in a minute. */
export async function benchShifts(): Promise<readonly Figure[]> {
  const asked = { seed: 1, hours: HOURS, shifts: Array.from({ length: SHIFTS }, (_, shift) => shift) }
  const { tookMs, violations } = await torture(asked, () => performance.now())
  return [
    {
      name: 'torture: 8-hour shifts per minute',
      value: (SHIFTS / tookMs) * 60_000,
      unit: '',
      digits: 0,
      limit: null,
    },
    { name: 'torture: violations in them', value: violations, unit: '', digits: 0, limit: 0 },
  ]
}
