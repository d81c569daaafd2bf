import { runShift } from '../run-shift.ts'
import type { Incident, Story } from '../story.ts'
import { matchCalls } from './match-calls.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const START = Date.UTC(2026, 0, 15, 6)

/** How many of an extension's calls the history has after a day. */
export interface Coverage {
  /** The world's, while the person was logged in there. */
  readonly calls: number
  /** That polls saw. */
  readonly seen: number
  readonly stored: number
}

/** A computer that sleeps through a break, a network that is down, a program that is restarted. */
export const OUTAGES: readonly Incident[] = [
  { kind: 'quit', atMs: HOUR_MS, lastsMs: 4 * MINUTE_MS },
  {
    kind: 'wire',
    atMs: 2.5 * HOUR_MS,
    lastsMs: 12 * MINUTE_MS,
    fault: 'connection-refused',
    about: 'all',
    amount: 0,
  },
  { kind: 'sleep', atMs: 4 * HOUR_MS, lastsMs: 25 * MINUTE_MS, announced: true },
  { kind: 'wire', atMs: 6 * HOUR_MS, lastsMs: 6 * MINUTE_MS, fault: '500', about: 'all', amount: 0 },
]

/** The log refuses for an hour, from the longest outage on. */
export const REFUSED_HOUR: Incident = {
  ...{ kind: 'log', atMs: 4 * HOUR_MS, lastsMs: HOUR_MS, fault: 'log-too-often', amount: 0 },
}

/** A busy day with these incidents. */
export async function coverageOfDay(seed: number, incidents: readonly Incident[]): Promise<Coverage> {
  const { world, stored, person } = await runShift(busyDay(seed, incidents))
  const calls = world.filter(
    ({ extension, outcome, users }) =>
      extension === 'SIPSIP2' && outcome !== null && users.every((user) => user === person),
  )
  const matched = matchCalls(stored.calls, calls, true)
  const held = (only: (unseen: boolean) => boolean): number =>
    new Set(
      [...matched].flatMap(([row, call]) =>
        call !== null && only(row.logged?.unseen === true) ? [call] : [],
      ),
    ).size
  return { calls: calls.length, seen: held((unseen) => !unseen), stored: held(() => true) }
}

const busyDay = (seed: number, incidents: readonly Incident[]): Story => ({
  ...{ seed, incidents, callLog: true, startAt: START, lastsMs: 8 * HOUR_MS },
  ...{
    agents: 12,
    callsPerHour: 95,
    outgoingPerHour: 20,
    watched: 'extension',
    acts: false,
    diskFills: false,
  },
  ...{ accountZone: 'Asia/Jerusalem', settingsZone: 'Asia/Jerusalem', clockErrorMs: 0 },
})
