import { describe, expect, it } from 'vitest'
import type { MissedCall } from '../../../core/domain.ts'
import { MAX_MISSED } from '../../../core/limits.ts'
import { ended, good, knownCall, START, step, viewedCall } from '../testing/sample-step.ts'
import type { TakenStep } from '../taken-step.ts'
import { endedAsSeen } from './ended-as-seen.ts'

const whats = (...steps: readonly TakenStep[]) => endedAsSeen(steps).map(({ what }) => what)
const LATER = START + 5_000
const ringing = step(START, good(START, viewedCall('a')))
const talking = step(START, good(START, viewedCall('a', { word: 'Talking' })))
const inList: MissedCall = { ...knownCall('a'), endedAt: LATER, seen: false }
const reported = (outcome: 'missed' | 'completed' | 'unanswered', change: Partial<TakenStep> = {}) =>
  step(LATER, good(LATER), { events: [ended('a', LATER, outcome)], ...change })
const missed = { missed: [inList], alerts: [{ id: 'm', kind: 'missed', call: 'SIPSIP2/a' }] } as const

describe('ended as seen', () => {
  it('accepts a missed call that is reported as missed, in list and alert', () => {
    expect(whats(ringing, reported('missed', missed))).toEqual([])
    expect(whats(talking, reported('completed'))).toEqual([])
  })

  it('requires the colleague who is seen with the call to be named, and no missed call then', () => {
    const answer = { ...good(LATER), colleagues: new Map([['a', 'Yael Mor']]) }
    const end = ended('a', LATER, 'completed')
    const named = end.type === 'ended' ? { ...end, answeredBy: 'Yael Mor' } : end
    expect(whats(ringing, step(LATER, answer, { events: [named] }))).toEqual([])
    expect(whats(ringing, step(LATER, answer, { events: [end] }))).toEqual([
      'SIPSIP2/a was reported as answered by nobody, but Yael Mor has it',
    ])
    expect(whats(ringing, step(LATER, answer, { events: [ended('a', LATER, 'missed')], ...missed }))).toEqual(
      ['SIPSIP2/a ended as missed, but was completed', '1 alerts for 0 missed calls'],
    )
  })

  it('requires no end to be reported at an extension that the agent left', () => {
    expect(whats(ringing, step(LATER, { kind: 'left' }), step(LATER, good(LATER), { stay: 2 }))).toEqual([])
  })

  it('finds a missed call that is reported as completed, and vice versa', () => {
    expect(whats(ringing, reported('completed', missed))).toEqual([
      'SIPSIP2/a ended as completed, but was missed',
    ])
    expect(whats(talking, reported('missed'))).toEqual(['SIPSIP2/a ended as missed, but was completed'])
  })

  it('finds an end that is not reported, is reported twice, or did not happen', () => {
    expect(whats(talking, step(LATER, good(LATER)))).toEqual(['the end of SIPSIP2/a was not reported'])
    const twice = [ended('a', LATER, 'completed'), ended('a', LATER, 'completed')]
    expect(whats(talking, reported('completed', { events: twice }))).toEqual([
      'the end of SIPSIP2/a was reported twice',
    ])
    const early = step(
      LATER,
      { kind: 'failed', why: 'other', about: 'extension' },
      { events: [ended('a', LATER, 'completed')] },
    )
    expect(whats(talking, early)).toEqual(['SIPSIP2/a was reported to have ended, but had not'])
  })

  it('finds a missed call that is not in the list, or has no alert', () => {
    expect(whats(ringing, reported('missed'))).toEqual([
      'SIPSIP2/a was missed, and is not in the list',
      '0 alerts for 1 missed calls',
    ])
  })

  it('accepts that a call is not in a list full of later ones, because the clock was set back', () => {
    const full = (length: number, startedAt: number) =>
      reported('missed', {
        missed: Array.from({ length }, () => ({ ...inList, key: 'SIPSIP2/b', startedAt })),
      })
    const absent = 'SIPSIP2/a was missed, and is not in the list'
    expect(whats(ringing, full(MAX_MISSED, LATER * 2))).not.toContain(absent)
    expect(whats(ringing, full(MAX_MISSED - 1, LATER * 2))).toContain(absent)
    expect(whats(ringing, full(MAX_MISSED, 0))).toContain(absent)
  })
})
