import { expect, it } from 'vitest'
import type { Incident } from '../story.ts'
import { coverageOfDay, OUTAGES, REFUSED_HOUR, type Coverage } from './coverage-day.ts'

const DAYS = 2

async function coverage(incidents: readonly Incident[]): Promise<Coverage> {
  let sum: Coverage = { calls: 0, seen: 0, stored: 0 }
  for (let seed = 1; seed <= DAYS; seed += 1) {
    const day = await coverageOfDay(seed, incidents)
    sum = { calls: sum.calls + day.calls, seen: sum.seen + day.seen, stored: sum.stored + day.stored }
  }
  return sum
}

const DAYS_WITH: Readonly<Record<string, readonly Incident[]>> = {
  'nothing wrong': [],
  outages: OUTAGES,
  'outages, and the log refuses for an hour': [...OUTAGES, REFUSED_HOUR],
}

it.each(Object.entries(DAYS_WITH))(
  'the history of a busy day is complete by evening: %s',
  async (name, incidents) => {
    const { calls, seen, stored } = await coverage(incidents)
    const share = (held: number): string => `${((100 * held) / calls).toFixed(2)} %`
    process.stdout.write(
      `${DAYS} busy days, ${name}: of ${calls} calls, polls saw ${share(seen)}, and the history has ${share(stored)}\n`,
    )
    expect(seen).toBeLessThan(calls) // or the call log would have nothing to fill in
    expect(stored).toBe(calls)
  },
)
