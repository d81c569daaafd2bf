import type { Violation } from '../../violation.ts'
import type { LogAnswer } from '../log-answer.ts'

const RULE = 'asks the log rarely'
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const MOST_AN_HOUR = 8
const PAUSES_MS = [5, 10, 20, 40].map((minutes) => minutes * MINUTE_MS) // at least, after so many failures in a row
const LEAST_PAUSE_MS = 5_000 // a clock that is set on ends a pause early

/** At most so many requests in any hour of a run, and after each failure the pause doubles until a response is read. */
export function asksRarely(answers: readonly LogAnswer[], clockRight: boolean): readonly Violation[] {
  return answers.flatMap((answer, index) => {
    const { askedAt: at, run } = answer
    const say = (what: string): readonly Violation[] => [{ rule: RULE, at, what }]
    const first = answers[index - MOST_AN_HOUR]
    if (first?.run === run && at - first.askedAt < HOUR_MS)
      return say(`${MOST_AN_HOUR + 1} requests in an hour`)
    const before = answers.slice(0, index).filter((one) => one.run === run)
    const failures = before.length - 1 - before.findLastIndex(({ kind }) => !FAILURES.has(kind))
    const last = before.at(-1)
    if (last === undefined || failures === 0) return []
    // A pause may have been longer than it had to be, because of a call: only the documented ones can be compared.
    const leastMs = clockRight ? PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1]! : LEAST_PAUSE_MS
    const pauseMs = at - last.at
    return pauseMs < leastMs ? say(`${pauseMs} ms after failure ${failures} in a row`) : []
  })
}

const FAILURES: ReadonlySet<LogAnswer['kind']> = new Set(['refused', 'failed'])
