import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPEN, stepFold, type FoldAct, type FoldFacts, type FoldMemory } from './step-fold.ts'

const quiet: FoldFacts = { mayFold: true, focused: false, inside: false, over: false }

/** A window in virtual time, whose timers fire when they are due. */
function folding() {
  let memory = OPEN
  let now = 0
  let due: number | null = null
  function step(facts: FoldFacts, act: FoldAct = 'none'): boolean {
    const next = stepFold(memory, facts, act, now)
    memory = next.memory
    due = next.wakeInMs === null ? null : now + next.wakeInMs
    return memory.folded
  }
  return {
    step,
    /** Lets time pass with these facts. */
    pass(ms: number, facts: FoldFacts): boolean {
      const end = now + ms
      step(facts)
      while (due !== null && due <= end) {
        now = due
        step(facts)
      }
      now = end
      return memory.folded
    },
    memory: (): FoldMemory => memory,
    due: () => due,
  }
}

describe('the window during a call', () => {
  it('folds once nobody has used it for a second', () => {
    const window = folding()
    expect(window.pass(999, quiet)).toBe(false)
    expect(window.pass(1, quiet)).toBe(true)
  })

  it.each(['focused', 'inside'] as const)('doesn’t fold while it is used: %s', (how) => {
    const window = folding()
    const used = { ...quiet, [how]: true }
    window.pass(900, quiet)
    expect(window.pass(600_000, used)).toBe(false)
    expect(window.pass(999, quiet)).toBe(false)
    expect(window.pass(1, quiet)).toBe(true)
  })

  it('unfolds under a pointer that rests, and not under one on its way to the button', () => {
    const window = folding()
    window.pass(1_000, quiet)
    expect(window.pass(349, { ...quiet, over: true, inside: true })).toBe(true)
    expect(window.pass(10_000, { ...quiet, inside: true })).toBe(true)
    expect(window.pass(350, { ...quiet, over: true, inside: true })).toBe(false)
    expect(window.pass(10_000, { ...quiet, inside: true })).toBe(false)
    expect(window.pass(1_000, quiet)).toBe(true)
  })

  it('stays folded when a click on its button gives it the focus', () => {
    const window = folding()
    window.pass(1_000, quiet)
    expect(window.pass(60_000, { ...quiet, focused: true, inside: true })).toBe(true)
  })

  it('unfolds and folds when the user requests it, even while it is used', () => {
    const window = folding()
    window.pass(1_000, quiet)
    const used = { ...quiet, focused: true }
    expect(window.step(used, 'unfold')).toBe(false)
    expect(window.pass(60_000, used)).toBe(false)
    expect(window.step(used, 'fold')).toBe(true)
  })

  it('is open when there is nothing to fold for', () => {
    const window = folding()
    window.pass(1_000, quiet)
    expect(window.step({ ...quiet, mayFold: false })).toBe(false)
    expect(window.step({ ...quiet, mayFold: false }, 'fold')).toBe(false)
    expect(window.due()).toBeNull()
  })
})

const someFacts = fc.record({
  mayFold: fc.boolean(),
  focused: fc.boolean(),
  inside: fc.boolean(),
  over: fc.boolean(),
})
const anAct = fc.constantFrom<FoldAct>('none', 'none', 'none', 'fold', 'unfold')
const aLife = fc.array(fc.tuple(someFacts, anAct, fc.integer({ min: -2_000, max: 3_000 })), { maxLength: 40 })

describe('in any order of events, even with a clock that is set back', () => {
  it('it is never folded when it may not be, never folds while it is used, and never unfolds for the focus', () => {
    fc.assert(
      fc.property(aLife, (life) => {
        let memory = OPEN
        let now = 100_000
        for (const [facts, act, ms] of life) {
          now += ms
          const next = stepFold(memory, facts, act, now)
          const { folded } = next.memory
          if (!facts.mayFold) expect(folded).toBe(false)
          else if (act === 'none' && (facts.focused || facts.inside) && !memory.folded)
            expect(folded).toBe(false)
          else if (act === 'none' && memory.folded && !facts.over) expect(folded).toBe(true)
          if (next.wakeInMs !== null) expect(next.wakeInMs).toBeGreaterThan(0)
          memory = next.memory
        }
      }),
    )
  })

  it('it settles: folded after a second in which nobody uses it, and then without a timer', () => {
    fc.assert(
      fc.property(aLife, (life) => {
        const window = folding()
        for (const [facts, act, ms] of life) {
          window.step(facts, act)
          window.pass(Math.max(0, ms), facts)
        }
        expect(window.pass(1_000, quiet)).toBe(true)
        expect(window.due()).toBeNull()
      }),
    )
  })
})
