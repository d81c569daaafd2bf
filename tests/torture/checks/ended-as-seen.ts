import type { Outcome } from '../../../core/domain.ts'
import type { Step } from '../step.ts'
import type { LegId, View } from '../view.ts'
import type { Violation } from '../violation.ts'

const RULE = 'ended as seen'

/** What the good answers of one run have shown of a call since it came. */
interface Shown {
  readonly leg: LegId
  readonly rang: boolean
  readonly connected: boolean
}

/**
 * A call ends at the first good answer without it: once, as missed when it was seen ringing and never connected, as
 * completed when it was, as unanswered when it was only dialled. Each missed one is told once, in list and alert. A
 * ring that is shown again after it was gone is the same ring: what was seen of it still holds.
 */
export function endedAsSeen(steps: readonly Step[]): readonly Violation[] {
  const found: Violation[] = []
  let run = 0
  let known = new Map<string, Shown>()
  let gone = new Map<LegId, Shown>()
  for (const step of steps) {
    if (step.run !== run) [known, gone] = [new Map(), new Map()]
    run = step.run
    const expected = new Map<string, Outcome>()
    if (step.what.kind === 'good') {
      const { view } = step.what
      for (const [ivrid, shown] of known) if (!has(view, ivrid)) expected.set(ivrid, outcomeOf(shown))
      for (const [ivrid, shown] of known) if (!has(view, ivrid)) gone.set(shown.leg, shown)
      known = learnt(known, gone, view)
    }
    found.push(...compare(step, expected))
  }
  return found
}

const has = (view: View, ivrid: string): boolean => view.calls.some((call) => call.ivrid === ivrid)

function outcomeOf({ rang, connected }: Shown): Outcome {
  return connected ? 'completed' : rang ? 'missed' : 'unanswered'
}

const learnt = (
  known: ReadonlyMap<string, Shown>,
  gone: ReadonlyMap<LegId, Shown>,
  view: View,
): Map<string, Shown> =>
  new Map(
    view.calls.map(({ ivrid, leg, word }) => {
      const before = known.get(ivrid) ?? gone.get(leg)
      const rang = before?.rang === true || word === 'Ringing'
      const connected = before?.connected === true || word === 'Talking' || word === 'Hold'
      return [ivrid, { leg, rang, connected }]
    }),
  )

function compare(step: Step, expected: ReadonlyMap<string, Outcome>): readonly Violation[] {
  const texts: string[] = []
  const told = new Map<string, string>()
  for (const event of step.events) {
    if (event.type !== 'ended') continue
    if (told.has(event.call.ivrid)) texts.push(`the end of ${event.call.ivrid} was told twice`)
    told.set(event.call.ivrid, event.outcome)
  }
  for (const [ivrid, outcome] of expected) {
    const is = told.get(ivrid)
    if (is === undefined) texts.push(`the end of ${ivrid} was not told`)
    else if (is !== outcome) texts.push(`${ivrid} ended as ${is}, and was ${outcome}`)
  }
  for (const ivrid of told.keys())
    if (!expected.has(ivrid)) texts.push(`${ivrid} was told to have ended, and had not`)
  const missed = [...expected].filter(([, outcome]) => outcome === 'missed').map(([ivrid]) => ivrid)
  for (const ivrid of missed) {
    if (!step.missed.some((one) => one.ivrid === ivrid))
      texts.push(`${ivrid} was missed, and is not in the list`)
  }
  const alerts = step.alerts.filter(({ kind }) => kind === 'missed')
  if (alerts.length !== missed.length) texts.push(`${alerts.length} alerts for ${missed.length} missed calls`)
  return texts.map((what) => ({ rule: RULE, at: step.at, what }))
}
