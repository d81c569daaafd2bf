import type { Clock } from '../clock.ts'
import type { Call, ClockTold, SeenCall } from '../domain.ts'
import { initialBelief, observe } from './api-clock.ts'
import type { ClockBelief, ClockEvidence } from './api-clock.ts'
import type { Reached } from '../telephony/attempt.ts'
import type { Queue } from '../telephony/client.ts'
import { learnClock } from './learn-clock.ts'
import { createRunMeter } from './clock-drift-meter.ts'
import type { RunMeter } from './clock-drift-meter.ts'
import { clockLine, toldClock } from './clock-report.ts'

/** Keeps what is believed of the clocks, from answer to answer. */
export interface ClockKeeper extends Pick<RunMeter, 'clock' | 'during' | 'doubt'> {
  belief(): ClockBelief
  /** Learns from when an answer came; gives by how much this computer's clock was set since the last one, ms. */
  date(answer: Pick<Reached<unknown>, 'sentAt' | 'receivedAt' | 'serverDate'>): number
  /** Learns from an answer's calls; as `learnClock`. */
  calls(known: readonly Call[], seen: readonly SeenCall[], at: number, askedAt: number | null): void
  /** Learns from an answer's waiting callers: the last who joined, since they have waited through the least. */
  waiting(queues: readonly Queue[], at: number): void
  /** What to tell; `before` itself while nothing changed, and a line in the log when something did. */
  told(before: ClockTold | null, at: number): ClockTold
}

/** `zone` is the IANA zone of the settings. */
export function createClockKeeper(clock: Clock, zone: string, log: (line: string) => void): ClockKeeper {
  const meter = createRunMeter(clock)
  let belief = initialBelief(zone, clock.now())
  return {
    clock: meter.clock,
    during: meter.during,
    doubt: meter.doubt,
    belief: () => belief,
    date({ sentAt, receivedAt, serverDate }) {
      const before = belief.computer
      const date = { kind: 'date', serverDate, sentAt, receivedAt, run: meter.read() } as const
      belief = observe(belief, date, receivedAt)
      const after = belief.computer
      if (serverDate !== null || after !== before) meter.reset()
      return after.lastMove === 'stepped' ? after.errorMs - before.errorMs : 0
    },
    calls(known, seen, at, askedAt) {
      belief = learnClock(belief, known, seen, at, askedAt)
    },
    waiting(queues, at) {
      const evidence = queueEvidence(queues)
      if (evidence !== null) belief = observe(belief, evidence, at)
    },
    told(before, at) {
      const now = toldClock(before, belief, at)
      if (now !== before) log(clockLine(before, now))
      return now
    },
  }
}

function queueEvidence(queues: readonly Queue[]): ClockEvidence | null {
  let last: { readonly joinedApiSeconds: number; readonly waitedSeconds: number } | null = null
  for (const { callers } of queues) {
    for (const { joinedApiSeconds, waitedSeconds } of callers) {
      if (joinedApiSeconds === null || waitedSeconds === null) continue
      if (last === null || waitedSeconds < last.waitedSeconds) last = { joinedApiSeconds, waitedSeconds }
    }
  }
  return last === null ? null : { kind: 'queue', ...last }
}
