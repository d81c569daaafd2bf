import type { Random } from '../../../simulator/world/random.ts'
import type { Incident } from '../story.ts'
import { LOG_FAULTS } from './log-fault.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const FAULTS_PER_HOUR = 1.5
const GAPS_PER_HOUR = 0.7
const GUESTS_PER_HOUR = 0.25
const FORGETS_PER_HOUR = 0.4
const DISMISSALS_PER_HOUR = 1
const REFUSED_HOUR_SHARE = 0.3
const GONE_SHARE = 0.1
const REST_OF_THE_DAY_MS = 24 * HOUR_MS

/** What happens to the call log, and gaps for it to fill in. `isOwnDesk`: the extension is watched, not a person. */
export function drawLogIncidents(random: Random, storyMs: number, isOwnDesk: boolean): readonly Incident[] {
  const times = (perHour: number): readonly number[] =>
    Array.from({ length: Math.round((storyMs / HOUR_MS) * perHour) }, () => random.below(storyMs))
  return [
    ...times(FAULTS_PER_HOUR).map((atMs): Incident => {
      const lastsMs = Math.round(random.lognormal(random.pick([2, 15, 40]) * MINUTE_MS, 0.5))
      return { kind: 'log', atMs, lastsMs, fault: random.pick(LOG_FAULTS), amount: 5 + random.below(20) }
    }),
    ...(random.chance(REFUSED_HOUR_SHARE)
      ? [
          {
            kind: 'log',
            atMs: random.below(storyMs),
            lastsMs: HOUR_MS,
            fault: 'log-too-often',
            amount: 0,
          } as const,
        ]
      : []),
    ...times(GAPS_PER_HOUR).map((atMs): Incident => {
      const lastsMs = Math.round(random.lognormal(8 * MINUTE_MS, 0.8))
      const about = 'all'
      return random.chance(0.5)
        ? { kind: 'quit', atMs, lastsMs }
        : { kind: 'wire', atMs, lastsMs, about, fault: 'connection-refused', amount: 0 }
    }),
    ...(isOwnDesk
      ? times(GUESTS_PER_HOUR).map((atMs): Incident => ({
          ...{ kind: 'guest', atMs },
          lastsMs: Math.round(random.lognormal(20 * MINUTE_MS, 0.6)),
        }))
      : []),
    ...times(FORGETS_PER_HOUR).map((atMs): Incident => ({ kind: 'forget', atMs })),
    ...times(DISMISSALS_PER_HOUR).map((atMs): Incident => ({
      kind: 'dismiss',
      atMs,
      undone: random.chance(0.3),
    })),
    // The log can't complete the history any more: its gaps have to be named.
    ...(random.chance(GONE_SHARE) ? [gone(random.below(storyMs))] : []),
  ]
}

const gone = (atMs: number): Incident => ({
  ...{ kind: 'log', atMs, lastsMs: REST_OF_THE_DAY_MS, fault: '403', amount: 0 },
})
