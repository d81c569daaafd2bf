import type { CallKey, Outcome } from '../../../core/domain.ts'
import { MAX_MISSED } from '../../../core/limits.ts'
import type { TakenStep } from '../taken-step.ts'
import type { LegId, View } from '../view.ts'
import type { Violation } from '../violation.ts'

const RULE = 'ended as seen'

/** What the good responses of one stay have shown of a call. */
interface Shown {
  readonly leg: LegId
  readonly ivrid: string
  readonly rang: boolean
  readonly connected: boolean
}

/** How the end of a call must be reported. */
interface Ending {
  readonly outcome: Outcome
  readonly answeredBy: string | null
}

/**
 * A call ends once, at the first good response without it: as missed if it was seen ringing and never connected, as
 * completed if it was connected or a colleague is seen with it (who is named), as unanswered if it was only dialled.
 * Each missed one is reported once, in list and alert. A ring that is shown again after it was gone is the same ring:
 * what was seen of it still counts. At an extension that the agent left, no end is reported.
 */
export function endedAsSeen(steps: readonly TakenStep[]): readonly Violation[] {
  const found: Violation[] = []
  let [run, stay] = [0, 0]
  let known = new Map<CallKey, Shown>()
  let gone = new Map<LegId, Shown>()
  for (const step of steps) {
    if (step.run !== run) gone = new Map()
    if (step.stay !== stay) known = new Map()
    run = step.run
    stay = step.stay
    const expected = new Map<CallKey, Ending>()
    if (step.what.kind === 'good') {
      const { view, colleagues } = step.what
      for (const [key, shown] of known) {
        if (has(view, key)) continue
        expected.set(key, endingOf(shown, colleagues))
        gone.set(shown.leg, shown)
      }
      known = learnt(known, gone, view)
    }
    found.push(...compare(step, expected))
  }
  return found
}

const has = (view: View, key: CallKey): boolean => view.calls.some((call) => call.key === key)

function endingOf({ ivrid, rang, connected }: Shown, colleagues: ReadonlyMap<string, string>): Ending {
  const answeredBy = connected || !rang ? null : (colleagues.get(ivrid) ?? null)
  const completed = connected || answeredBy !== null
  return { outcome: completed ? 'completed' : rang ? 'missed' : 'unanswered', answeredBy }
}

const learnt = (
  known: ReadonlyMap<CallKey, Shown>,
  gone: ReadonlyMap<LegId, Shown>,
  view: View,
): Map<CallKey, Shown> =>
  new Map(
    view.calls.map(({ key, ivrid, leg, word }) => {
      const before = known.get(key) ?? gone.get(leg)
      const rang = before?.rang === true || word === 'Ringing'
      const connected = before?.connected === true || word === 'Talking' || word === 'Hold'
      return [key, { leg, ivrid, rang, connected }]
    }),
  )

function compare(step: TakenStep, expected: ReadonlyMap<CallKey, Ending>): readonly Violation[] {
  const texts: string[] = []
  const reported = new Map<CallKey, Ending>()
  for (const event of step.events) {
    if (event.type !== 'ended') continue
    if (reported.has(event.call.key)) texts.push(`the end of ${event.call.key} was reported twice`)
    reported.set(event.call.key, { outcome: event.outcome, answeredBy: event.answeredBy ?? null })
  }
  for (const [key, { outcome, answeredBy }] of expected) {
    const is = reported.get(key)
    if (is === undefined) texts.push(`the end of ${key} was not reported`)
    else if (is.outcome !== outcome) texts.push(`${key} ended as ${is.outcome}, but was ${outcome}`)
    else if (is.answeredBy !== answeredBy)
      texts.push(
        `${key} was reported as answered by ${is.answeredBy ?? 'nobody'}, but ${answeredBy ?? 'nobody'} has it`,
      )
  }
  for (const key of reported.keys())
    if (!expected.has(key)) texts.push(`${key} was reported to have ended, but had not`)
  const missed = [...expected].filter(([, { outcome }]) => outcome === 'missed').map(([key]) => key)
  for (const key of missed) {
    if (!step.missed.some((one) => one.key === key) && !isPastAFullList(step, key))
      texts.push(`${key} was missed, and is not in the list`)
  }
  const alerts = step.alerts.filter(({ kind, isLogged }) => kind === 'missed' && isLogged !== true)
  if (alerts.length !== missed.length) texts.push(`${alerts.length} alerts for ${missed.length} missed calls`)
  return texts.map((what) => ({ rule: RULE, at: step.at, what }))
}

/** Whether the list is full of calls that by this computer's clock, which was set back meanwhile, began later. */
function isPastAFullList({ missed, events }: TakenStep, key: CallKey): boolean {
  const ended = events.find((event) => event.type === 'ended' && event.call.key === key)
  return (
    ended !== undefined &&
    missed.length === MAX_MISSED &&
    missed.every(({ startedAt }) => startedAt > ended.call.startedAt)
  )
}
