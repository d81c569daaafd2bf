import type { Rung, RungOutcome, RungOutcomes } from '../domain.ts'

/** When a rung is used: together with the one before it, when nothing before it was shown, or not at all. */
export type RungUse = 'at-once' | 'in-turn' | 'never'

/** How an alert is delivered. `walks`: every rung is tried, shown or not, to test what this computer can do. */
export interface LadderPlan {
  readonly uses: Readonly<Record<Rung, RungUse>>
  readonly walks: boolean
}

/** How far an alert has climbed. Replaced, never mutated. */
export interface Ladder {
  readonly plan: LadderPlan
  /** `asked`: raised, without an outcome yet. */
  readonly rungs: Readonly<Partial<Record<Rung, RungOutcome | 'asked'>>>
  /** The alert is over: everything was withdrawn, and nothing more is raised. */
  readonly over: boolean
}

export type LadderEvent =
  | { readonly did: 'begin' }
  | { readonly did: 'answer'; readonly rung: Rung; readonly outcome: RungOutcome }
  | { readonly did: 'end' }

export interface LadderOrder {
  readonly do: 'raise' | 'lower'
  readonly rung: Rung
}

export const RUNGS: readonly Rung[] = ['notification', 'popup', 'tray', 'sound']

export const newLadder = (plan: LadderPlan): Ladder => ({ plan, rungs: {}, over: false })

/**
 * The ladder after an event, and the rungs to raise or lower. Each rung is raised at most once, and lowered only if it
 * was raised.
 */
export function climb(
  ladder: Ladder,
  event: LadderEvent,
): { readonly ladder: Ladder; readonly orders: readonly LadderOrder[] } {
  if (ladder.over) return { ladder, orders: [] }
  switch (event.did) {
    case 'begin':
      return Object.keys(ladder.rungs).length > 0 ? { ladder, orders: [] } : raise(ladder, firstRungs(ladder))
    case 'answer':
      return ladder.rungs[event.rung] === 'asked'
        ? raiseNext(outcomeOf(ladder, event.rung, event.outcome))
        : { ladder, orders: [] }
    case 'end':
      return {
        ladder: { ...ladder, over: true },
        orders: raised(ladder).map((rung) => ({ do: 'lower', rung })),
      }
  }
}

/** The outcomes of the rungs that were tried. */
export const outcomesOf = ({ rungs }: Ladder): RungOutcomes =>
  Object.fromEntries(Object.entries(rungs).filter(([, outcome]) => outcome !== 'asked'))

/** Nothing more will be raised: shown, or out of rungs. */
export const isSettled = ({ rungs, over }: Ladder): boolean => over || !Object.values(rungs).includes('asked')

const outcomeOf = (ladder: Ladder, rung: Rung, outcome: RungOutcome): Ladder => ({
  ...ladder,
  rungs: { ...ladder.rungs, [rung]: outcome },
})

const raised = ({ rungs }: Ladder): readonly Rung[] =>
  RUNGS.filter((rung) => rungs[rung] !== undefined && rungs[rung] !== 'off')

function firstRungs({ plan }: Ladder): readonly Rung[] {
  const atOnce = RUNGS.filter((rung) => plan.uses[rung] === 'at-once')
  return atOnce.length > 0 ? atOnce : RUNGS.filter((rung) => plan.uses[rung] === 'in-turn').slice(0, 1)
}

function raise(ladder: Ladder, rungs: readonly Rung[]): ReturnType<typeof climb> {
  if (rungs.length === 0) return raiseNext(ladder)
  const asked = Object.fromEntries(rungs.map((rung) => [rung, 'asked' as const]))
  return {
    ladder: { ...ladder, rungs: { ...ladder.rungs, ...asked } },
    orders: rungs.map((rung) => ({ do: 'raise', rung })),
  }
}

/** A signal that was only `given` may not have been noticed, so the ladder continues. */
function raiseNext(ladder: Ladder): ReturnType<typeof climb> {
  const outcomes = Object.values(ladder.rungs)
  const done = outcomes.includes('shown') && !ladder.plan.walks
  if (done || outcomes.includes('asked')) return { ladder, orders: [] }
  const next = RUNGS.find((rung) => ladder.rungs[rung] === undefined)
  if (next === undefined) return { ladder, orders: [] }
  return ladder.plan.uses[next] === 'never'
    ? raiseNext(outcomeOf(ladder, next, 'off'))
    : raise(ladder, [next])
}
