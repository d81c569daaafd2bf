import { describe, expect, it } from 'vitest'
import type { HistoryCall } from '../../../core/history/history-call.ts'
import { keptRow as row } from '../testing/kept-row.ts'
import { good, START, step, viewedCall } from '../testing/sample-step.ts'
import type { TakenStep } from '../taken-step.ts'
import { journalComplete } from './journal-complete.ts'

const LATER = START + 5_000
const ringing = step(START, good(START, viewedCall('a')))
const talking = step(START, good(START, viewedCall('a', { word: 'Talking' })))
const over = step(LATER, good(LATER))
const overAfterBlindness = step(START + 31_000, good(START + 31_000))
const overAfterRestart = step(LATER, good(LATER), { run: 2 })

const whats = (steps: readonly TakenStep[], ...rows: readonly HistoryCall[]) =>
  journalComplete(steps, rows, true).map(({ what }) => what)

describe('journal complete', () => {
  it('is content with each call once, as it was', () => {
    expect(whats([ringing, over], row('a'))).toEqual([])
    expect(whats([ringing], row('a', { endedAt: null, outcome: null }))).toEqual([])
    expect(whats([ringing, overAfterRestart], row('a', { endSeen: false, outcome: 'unknown' }))).toEqual([])
    expect(whats([talking, overAfterRestart], row('a', { endSeen: false, outcome: 'completed' }))).toEqual([])
  })

  it('is content with an end that fell into a blind span and is kept as not seen, with what the ring came to', () => {
    expect(whats([ringing, overAfterBlindness], row('a', { endSeen: false }))).toEqual([])
    expect(whats([talking, overAfterBlindness], row('a', { endSeen: false, outcome: 'completed' }))).toEqual(
      [],
    )
  })

  it('finds an end in a blind span that is kept as seen, or as one that nobody remembers', () => {
    expect(whats([ringing, overAfterBlindness], row('a'))).toEqual([
      'SIPSIP2/a is kept as seen to end, and was not',
    ])
    expect(whats([ringing, overAfterBlindness], row('a', { endSeen: false, outcome: 'unknown' }))).toEqual([
      'SIPSIP2/a is kept as unknown, and was missed',
    ])
    expect(whats([ringing, over], row('a', { endSeen: false }))).toEqual([
      'SIPSIP2/a is kept as not seen to end, and was',
    ])
  })

  it('asks nothing of an end where nobody can tell how long there was no answer', () => {
    for (const steps of [
      [ringing, over],
      [ringing, overAfterBlindness],
    ])
      for (const endSeen of [true, false])
        expect(journalComplete(steps, [row('a', { endSeen })], false)).toEqual([])
    expect(
      journalComplete([talking, overAfterRestart], [row('a', { outcome: 'completed' })], false),
    ).toHaveLength(1)
  })

  it('finds the call that is lost, doubled, or made up', () => {
    expect(whats([ringing, over])).toEqual(['SIPSIP2/a is not kept'])
    expect(whats([ringing, over], row('a'), row('a'))).toEqual(['SIPSIP2/a is kept 2 times'])
    expect(whats([over], row('a'))).toEqual(['SIPSIP2/a is kept, and no answer showed it'])
  })

  it('finds a colleague who is not kept, or made up', () => {
    const answer = { ...good(LATER), colleagues: new Map([['a', 'Yael Mor']]) }
    const taken = [ringing, step(LATER, answer)]
    expect(whats(taken, row('a', { outcome: 'completed', answeredBy: 'Yael Mor' }))).toEqual([])
    expect(whats(taken, row('a', { outcome: 'completed' }))).toEqual([
      'SIPSIP2/a is kept as answered by nobody, and Yael Mor was seen with it',
    ])
    expect(whats([talking, over], row('a', { outcome: 'completed', answeredBy: 'Yael Mor' }))).toHaveLength(1)
  })

  it('is content with a call at a desk that was left, whose end nobody saw', () => {
    const left = [ringing, step(LATER, { kind: 'left' }), step(LATER + 1, { kind: 'nowhere' }, { stay: 2 })]
    expect(whats(left, row('a', { endSeen: false, outcome: 'unknown' }))).toEqual([])
  })

  it('finds a wrong outcome', () => {
    expect(whats([ringing, over], row('a', { outcome: 'completed' }))).toEqual([
      'SIPSIP2/a is kept as completed, and was missed',
    ])
    expect(whats([talking, over], row('a'))).toEqual(['SIPSIP2/a is kept as missed, and was completed'])
  })

  it('finds an end that is told as seen and was not, or has not come', () => {
    expect(whats([talking, overAfterRestart], row('a', { outcome: 'completed' }))).toEqual([
      'SIPSIP2/a is kept as seen to end, and was not',
    ])
    expect(whats([ringing], row('a', { outcome: null }))).toEqual(['SIPSIP2/a is kept as over, and lives'])
  })
})
