import { describe, expect, it } from 'vitest'
import type { MissedCall } from '../../../core/domain.ts'
import { ended, good, knownCall, START, step, viewedCall } from '../testing/sample-step.ts'
import type { TakenStep } from '../taken-step.ts'
import { endedAsSeen } from './ended-as-seen.ts'

const whats = (...steps: readonly TakenStep[]) => endedAsSeen(steps).map(({ what }) => what)
const LATER = START + 5_000
const ringing = step(START, good(START, viewedCall('a')))
const talking = step(START, good(START, viewedCall('a', { word: 'Talking' })))
const inList: MissedCall = { ...knownCall('a'), endedAt: LATER, seen: false }
const told = (outcome: 'missed' | 'completed' | 'unanswered', change: Partial<TakenStep> = {}) =>
  step(LATER, good(LATER), { events: [ended('a', LATER, outcome)], ...change })
const missed = { missed: [inList], alerts: [{ id: 'm', kind: 'missed', call: 'SIPSIP2/a' }] } as const

describe('ended as seen', () => {
  it('is content with a missed call that is told as missed, in list and alert', () => {
    expect(whats(ringing, told('missed', missed))).toEqual([])
    expect(whats(talking, told('completed'))).toEqual([])
  })

  it('wants the colleague named who is seen with the call, and no missed call then', () => {
    const answer = { ...good(LATER), colleagues: new Map([['a', 'Yael Mor']]) }
    const end = ended('a', LATER, 'completed')
    const named = end.type === 'ended' ? { ...end, answeredBy: 'Yael Mor' } : end
    expect(whats(ringing, step(LATER, answer, { events: [named] }))).toEqual([])
    expect(whats(ringing, step(LATER, answer, { events: [end] }))).toEqual([
      'SIPSIP2/a was told as answered by nobody, and Yael Mor has it',
    ])
    expect(whats(ringing, step(LATER, answer, { events: [ended('a', LATER, 'missed')], ...missed }))).toEqual(
      ['SIPSIP2/a ended as missed, and was completed', '1 alerts for 0 missed calls'],
    )
  })

  it('wants nothing told to end at a desk that is left', () => {
    expect(whats(ringing, step(LATER, { kind: 'left' }), step(LATER, good(LATER), { stay: 2 }))).toEqual([])
  })

  it('finds a missed call that is called completed, and the other way about', () => {
    expect(whats(ringing, told('completed', missed))).toEqual([
      'SIPSIP2/a ended as completed, and was missed',
    ])
    expect(whats(talking, told('missed'))).toEqual(['SIPSIP2/a ended as missed, and was completed'])
  })

  it('finds the end that is not told, is told twice, or is none', () => {
    expect(whats(talking, step(LATER, good(LATER)))).toEqual(['the end of SIPSIP2/a was not told'])
    const twice = [ended('a', LATER, 'completed'), ended('a', LATER, 'completed')]
    expect(whats(talking, told('completed', { events: twice }))).toEqual([
      'the end of SIPSIP2/a was told twice',
    ])
    const early = step(
      LATER,
      { kind: 'failed', why: 'other', about: 'extension' },
      { events: [ended('a', LATER, 'completed')] },
    )
    expect(whats(talking, early)).toEqual(['SIPSIP2/a was told to have ended, and had not'])
  })

  it('finds the missed call without a place in the list, and without its alert', () => {
    expect(whats(ringing, told('missed'))).toEqual([
      'SIPSIP2/a was missed, and is not in the list',
      '0 alerts for 1 missed calls',
    ])
  })
})
