import { DAY_MS, MINUTE_MS } from '../clock.ts'
import type { Settings } from '../settings/settings.ts'

/**
 * The limit that a call placed now would exceed; null for none. `placedAt`: when calls were placed in the last day.
 * Times in the future, from before the clock was set back, count as now.
 */
export function exceededLimit(
  placedAt: readonly number[],
  now: number,
  { dialsPerMinute, dialsPerDay }: Pick<Settings, 'dialsPerMinute' | 'dialsPerDay'>,
): 'per-minute' | 'per-day' | null {
  const within = (ms: number): number => placedAt.filter((at) => now - at < ms).length
  if (within(MINUTE_MS) >= dialsPerMinute) return 'per-minute'
  return within(DAY_MS) >= dialsPerDay ? 'per-day' : null
}
