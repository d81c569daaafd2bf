import { expect, it } from 'vitest'
import type { Incident } from '../story.ts'
import { coverageOfDay, OUTAGES, REFUSED_HOUR, type Coverage } from './coverage-day.ts'

const DAYS = 2

async function coverage(incidents: readonly Incident[], callLog: boolean): Promise<Coverage> {
  let sum: Coverage = { calls: 0, seen: 0, stored: 0 }
  for (let seed = 1; seed <= DAYS; seed += 1) {
    const day = await coverageOfDay(seed, incidents, callLog)
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
    const [without, withLog] = [await coverage(incidents, false), await coverage(incidents, true)]
    const share = ({ calls, stored }: Coverage): string =>
      `${((100 * stored) / calls).toFixed(2)} % of ${calls}`
    process.stdout.write(
      `${DAYS} busy days, ${name}: the history has ${share(without)} calls with polls alone, ${share(withLog)} with the call log\n`,
    )
    expect(withLog.stored).toBe(withLog.calls)
  },
)
