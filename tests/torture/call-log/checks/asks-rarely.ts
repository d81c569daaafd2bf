import type { Violation } from '../../violation.ts'
import type { LogAnswer } from '../log-answer.ts'

const RULE = 'asks the log rarely'
const HOUR_MS = 3_600_000
const MOST_AN_HOUR = 8
const LEAST_PAUSE_MS = 5_000

/** At most so many requests in any hour of a run, and after a refusal the pause doubles until a response is read. */
export function asksRarely(answers: readonly LogAnswer[], clockRight: boolean): readonly Violation[] {
  return answers.flatMap((answer, index) => {
    const { askedAt: at, run } = answer
    const say = (what: string): readonly Violation[] => [{ rule: RULE, at, what }]
    const first = answers[index - MOST_AN_HOUR]
    if (first?.run === run && at - first.askedAt < HOUR_MS)
      return say(`${MOST_AN_HOUR + 1} requests in an hour`)
    const [one, before] = [answers[index - 1], answers[index - 2]]
    if (one?.run !== run || one.kind !== 'refused') return []
    const pauseMs = at - one.at
    if (pauseMs < LEAST_PAUSE_MS) return say(`${pauseMs} ms after a refusal`)
    // A clock that is set on ends a pause early.
    if (!clockRight || before?.run !== run || before.kind !== 'refused') return []
    const pausedMs = one.askedAt - before.at
    return pauseMs < pausedMs && pausedMs < HOUR_MS / 2
      ? say(`a pause of ${pauseMs} ms after one of ${pausedMs} ms`)
      : []
  })
}
