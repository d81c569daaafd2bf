import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rung, RungOutcome } from '../domain.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { ladderPlan } from './ladder-plan.ts'
import { climb, isSettled, newLadder, outcomesOf, RUNGS, type Ladder, type LadderOrder } from './ladder.ts'

const ring = ladderPlan('ring', DEFAULT_SETTINGS)

/** Climbs, with the given outcome for each raised rung; the others return none. */
function play(answers: Partial<Record<Rung, RungOutcome>>, plan = ring) {
  const orders: LadderOrder[] = []
  const answered = new Set<Rung>()
  let ladder: Ladder = newLadder(plan)
  const step = (event: Parameters<typeof climb>[1]): void => {
    const next = climb(ladder, event)
    ladder = next.ladder
    orders.push(...next.orders)
  }
  const raisedNow = (): Rung | undefined =>
    orders.find(
      ({ do: what, rung }) => what === 'raise' && !answered.has(rung) && answers[rung] !== undefined,
    )?.rung
  step({ did: 'begin' })
  for (let rung = raisedNow(); rung !== undefined; rung = raisedNow()) {
    answered.add(rung)
    step({ did: 'answer', rung, outcome: answers[rung]! })
  }
  return { ladder: () => ladder, orders, step }
}

const raises = (orders: readonly LadderOrder[]) =>
  orders.filter((one) => one.do === 'raise').map(({ rung }) => rung)

describe('the delivery ladder', () => {
  it('stops once the notification was shown', () => {
    expect(raises(play({ notification: 'shown' }).orders)).toEqual(['notification'])
  })

  it.each(['refused', 'failed', 'unsupported', 'no-answer'] as const)(
    'continues with the popup after %s, and stops there when it is shown',
    (outcome) => {
      expect(raises(play({ notification: outcome, popup: 'shown' }).orders)).toEqual([
        'notification',
        'popup',
      ])
    },
  )

  it('continues from a blink to the sound, because nobody knows whether it was seen', () => {
    const { orders, ladder } = play({
      notification: 'failed',
      popup: 'failed',
      tray: 'given',
      sound: 'given',
    })
    expect(raises(orders)).toEqual(['notification', 'popup', 'tray', 'sound'])
    expect(isSettled(ladder())).toBe(true)
  })

  it('skips what is switched off, and reports it', () => {
    const plan = ladderPlan('ring', { ...DEFAULT_SETTINGS, ringPopup: 'never', fallbackBlink: false })
    const { orders, ladder } = play({ notification: 'failed', sound: 'given' }, plan)
    expect(raises(orders)).toEqual(['notification', 'sound'])
    expect(outcomesOf(ladder())).toEqual({
      notification: 'failed',
      popup: 'off',
      tray: 'off',
      sound: 'given',
    })
  })

  it('shows the popup at once if set to always, and waits for both', () => {
    const plan = ladderPlan('ring', { ...DEFAULT_SETTINGS, ringPopup: 'always' })
    expect(raises(play({}, plan).orders)).toEqual(['notification', 'popup'])
    expect(raises(play({ notification: 'failed' }, plan).orders)).toEqual(['notification', 'popup'])
    expect(raises(play({ notification: 'failed', popup: 'failed' }, plan).orders)).toContain('tray')
  })

  it('tries every rung for a test, shown or not', () => {
    const plan = ladderPlan('test', DEFAULT_SETTINGS)
    const all = { notification: 'shown', popup: 'shown', tray: 'given', sound: 'given' } as const
    expect(raises(play(all, plan).orders)).toEqual(RUNGS)
    expect(raises(play({ notification: 'shown' }, plan).orders)).toEqual(['notification', 'popup'])
  })

  it('is silent when sound is off', () => {
    const quiet = [
      { deskPhone: true },
      { fallbackSound: false },
      { sounds: { ...DEFAULT_SETTINGS.sounds, ring: 'none' as const } },
    ]
    for (const change of quiet)
      expect(ladderPlan('ring', { ...DEFAULT_SETTINGS, ...change }).uses.sound).toBe('never')
  })

  it('withdraws everything raised when the ring is over before any outcome', () => {
    const { orders, step } = play({})
    step({ did: 'end' })
    step({ did: 'answer', rung: 'notification', outcome: 'no-answer' })
    expect(orders).toEqual([
      { do: 'raise', rung: 'notification' },
      { do: 'lower', rung: 'notification' },
    ])
  })
})

const rung = fc.constantFrom(...RUNGS)
const outcome = fc.constantFrom<RungOutcome>(
  'shown',
  'given',
  'refused',
  'failed',
  'unsupported',
  'no-answer',
)
const event = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ did: 'begin' } as const) },
  { weight: 6, arbitrary: fc.record({ did: fc.constant('answer' as const), rung, outcome }) },
  { weight: 1, arbitrary: fc.constant({ did: 'end' } as const) },
)
const use = fc.constantFrom('at-once' as const, 'in-turn' as const, 'never' as const)
const anyPlan = fc.record({
  uses: fc.record({ notification: use, popup: use, tray: use, sound: use }),
  walks: fc.boolean(),
})

describe('the laws of the ladder', () => {
  it('raises each rung at most once, lowers exactly what was raised, and does nothing after the end', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(event, { maxLength: 24 }), (plan, events) => {
        const orders: LadderOrder[] = []
        let ladder = climb(newLadder(plan), { did: 'begin' }).ladder
        orders.push(...climb(newLadder(plan), { did: 'begin' }).orders)
        for (const one of events) {
          const next = climb(ladder, one)
          if (ladder.over) expect(next.orders).toEqual([])
          ladder = next.ladder
          orders.push(...next.orders)
        }
        const up = raises(orders)
        const down = orders.filter((one) => one.do === 'lower').map(({ rung: one }) => one)
        expect(new Set(up).size).toBe(up.length)
        if (ladder.over) expect([...down].sort()).toEqual([...up].sort())
        else expect(down).toEqual([])
      }),
    )
  })

  it('never leaves a ring unalerted while an enabled rung hasn’t been tried', () => {
    fc.assert(
      fc.property(
        anyPlan,
        fc.record({ notification: outcome, popup: outcome, tray: outcome, sound: outcome }),
        (plan, answers) => {
          const { ladder } = play(answers, plan)
          const isShown = Object.values(ladder().rungs).includes('shown')
          const wanted = RUNGS.filter((one) => plan.uses[one] !== 'never')
          expect(isSettled(ladder())).toBe(true)
          if (!isShown) expect(wanted.every((one) => ladder().rungs[one] !== undefined)).toBe(true)
        },
      ),
    )
  })
})
