import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../../../core/clock.ts'
import type { TruthEvent } from '../../../simulator/world/truth.ts'
import { ended, good, knownCall, START, step, viewedCall } from '../testing/sample-step.ts'
import type { TakenStep } from '../taken-step.ts'
import { trueDurations } from './true-durations.ts'
import { trueTimers } from './true-timers.ts'

const END = START + 60_000
const talk: TruthEvent = {
  kind: 'talk-ended',
  seq: 1,
  at: END,
  ivrid: 'a',
  extension: 'SIPSIP2',
  why: 'caller-hung-up',
  talkMs: 50_000,
}
const began = step(START, { kind: 'began' })
const during = (at: number) => step(at, good(at, viewedCall('a', { word: 'Talking' })))
const reported = (talkSeconds: number): TakenStep =>
  step(END + 3_000, good(END + 3_000), { events: [ended('a', END + 3_000, 'completed', talkSeconds)] })

describe('true durations', () => {
  const whats = (talkSeconds: number) =>
    trueDurations([began, during(END - 2_000), reported(talkSeconds)], [talk], 0).map(({ what }) => what)

  it('accepts an error of the gap between two responses plus a second', () => {
    expect([...whats(50), ...whats(55), ...whats(45)]).toEqual([])
  })

  it('finds a talk time that is too long or too short', () => {
    expect(whats(57)).toEqual(['a talked 50 s, reported as 57 s; the gap was 5.03 s'])
    expect(whats(43)).toHaveLength(1)
    expect(whats(0)).toHaveLength(1)
  })
})

describe('true timers', () => {
  const at = START + 20_000
  const shown = (startedAt: number, computerAt = at) => {
    const state = { ...began.state, calls: [knownCall('a', { startedAt })] }
    return trueTimers([began, step(at, good(at, viewedCall('a')), { state, computerAt })]).map(
      ({ what }) => what,
    )
  }

  it('accepts an age that is right, even by a clock that is a day wrong', () => {
    expect([...shown(START), ...shown(START + DAY_MS, at + DAY_MS)]).toEqual([])
  })

  it('finds an age that is wrong', () => {
    expect(shown(START - 3_600_000)).toEqual(['the age of a is 3600 s too much'])
    expect(shown(START, at + DAY_MS)).toEqual(['the age of a is 86400 s too much'])
  })

  it('allows a minute to detect a clock change of less than a second', () => {
    const off = (byMs: number, laterMs: number) => {
      const reported = at + laterMs
      const state = { ...began.state, calls: [knownCall('a', { startedAt: START - 1_500 })] }
      const set = step(at - 1_000, { kind: 'clock-set' }, { computerAt: at - 1_000 + byMs })
      const answer = step(reported, good(reported, viewedCall('a')), { state, computerAt: reported + byMs })
      return trueTimers([began, step(at - 9_000, good(at - 9_000)), set, answer, answer])
    }
    expect(off(900, 0)).toEqual([])
    expect(off(900, 70_000).length).toBeGreaterThan(0)
    expect(off(4_000, 0).length).toBeGreaterThan(0)
  })

  it('requires nothing before a response showed the time', () => {
    const state = { ...began.state, calls: [knownCall('a', { startedAt: START - DAY_MS })] }
    const answer = good(at, viewedCall('a'))
    const slow = { ...answer, view: { ...answer.view, requestedAt: at - 7_000 } }
    expect(trueTimers([began, step(at, slow, { state })])).toEqual([])
  })
})
