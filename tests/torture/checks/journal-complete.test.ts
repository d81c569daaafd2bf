import { describe, expect, it } from 'vitest'
import type { HistoryCall } from '../../../core/history/history-call.ts'
import { storedRow as row } from '../testing/stored-row.ts'
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
  it('accepts each call once, unchanged', () => {
    expect(whats([ringing, over], row('a'))).toEqual([])
    expect(whats([ringing], row('a', { endedAt: null, outcome: null }))).toEqual([])
    expect(whats([ringing, overAfterRestart], row('a', { endSeen: false, outcome: 'unknown' }))).toEqual([])
    expect(whats([talking, overAfterRestart], row('a', { endSeen: false, outcome: 'completed' }))).toEqual([])
  })

  it('accepts an end within a gap that is stored as not seen, with the outcome of the ring', () => {
    expect(whats([ringing, overAfterBlindness], row('a', { endSeen: false }))).toEqual([])
    expect(whats([talking, overAfterBlindness], row('a', { endSeen: false, outcome: 'completed' }))).toEqual(
      [],
    )
  })

  it('finds an end within a gap that is stored as seen, or with an unknown outcome', () => {
    expect(whats([ringing, overAfterBlindness], row('a'))).toEqual([
      'SIPSIP2/a is stored as seen to end, but was not',
    ])
    expect(whats([ringing, overAfterBlindness], row('a', { endSeen: false, outcome: 'unknown' }))).toEqual([
      'SIPSIP2/a is stored as unknown, but was missed',
    ])
    expect(whats([ringing, over], row('a', { endSeen: false }))).toEqual([
      'SIPSIP2/a is stored as not seen to end, but was',
    ])
  })

  it('ignores an end if the length of the gap can’t be known', () => {
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

  it('finds a call that is lost, stored twice, or invented', () => {
    expect(whats([ringing, over])).toEqual(['SIPSIP2/a is not stored'])
    expect(whats([ringing, over], row('a'), row('a'))).toEqual(['SIPSIP2/a is stored 2 times'])
    expect(whats([over], row('a'))).toEqual(['SIPSIP2/a is stored, but no response showed it'])
  })

  it('finds a colleague who is not stored, or invented', () => {
    const answer = { ...good(LATER), colleagues: new Map([['a', 'Yael Mor']]) }
    const taken = [ringing, step(LATER, answer)]
    expect(whats(taken, row('a', { outcome: 'completed', answeredBy: 'Yael Mor' }))).toEqual([])
    expect(whats(taken, row('a', { outcome: 'completed' }))).toEqual([
      'SIPSIP2/a is stored as answered by nobody, but Yael Mor was seen with it',
    ])
    expect(whats([talking, over], row('a', { outcome: 'completed', answeredBy: 'Yael Mor' }))).toHaveLength(1)
  })

  it('accepts a call at an extension that the agent left, whose end was not seen', () => {
    const left = [ringing, step(LATER, { kind: 'left' }), step(LATER + 1, { kind: 'nowhere' }, { stay: 2 })]
    expect(whats(left, row('a', { endSeen: false, outcome: 'unknown' }))).toEqual([])
  })

  it('finds a wrong outcome', () => {
    expect(whats([ringing, over], row('a', { outcome: 'completed' }))).toEqual([
      'SIPSIP2/a is stored as completed, but was missed',
    ])
    expect(whats([talking, over], row('a'))).toEqual(['SIPSIP2/a is stored as missed, but was completed'])
  })

  it('finds an end that is reported as seen but was not, or has not happened', () => {
    expect(whats([talking, overAfterRestart], row('a', { outcome: 'completed' }))).toEqual([
      'SIPSIP2/a is stored as seen to end, but was not',
    ])
    expect(whats([ringing], row('a', { outcome: null }))).toEqual([
      'SIPSIP2/a is stored as ended, but is live',
    ])
  })
})
