import { describe, expect, it } from 'vitest'
import type { AgentState } from '../../../core/domain.ts'
import { good, knownCall, START, step, viewedCall } from '../testing/sample-step.ts'
import type { Step } from '../step.ts'
import { stateIsLastAnswer } from './state-is-last-answer.ts'

const whats = (...steps: readonly Step[]) => stateIsLastAnswer(steps).map(({ what }) => what)
const right: AgentState = {
  agent: {
    name: 'Dana Levi',
    extension: 'SIPSIP2',
    status: { word: 'login', number: 1 },
    statusSince: START,
  },
  calls: [knownCall('a')],
  connection: { kind: 'live' },
  lastGoodAt: START,
  clock: null,
}
const answer = good(START, viewedCall('a'))
const failure = { kind: 'unreachable', why: 'dns' } as const
const stale: AgentState = { ...right, connection: { kind: 'stale', since: START, failure } }
const failed = (state: AgentState) => step(START + 5_000, { kind: 'failed', why: 'other' }, { state })

describe('state is the last answer', () => {
  it('is content when all is as said, and stays so through a failed poll', () => {
    expect(whats(step(START, answer, { state: right }), failed(stale))).toEqual([])
  })

  it('finds a call in another phase, muted, too many or too few', () => {
    const shown = (calls: AgentState['calls']) => whats(step(START, answer, { state: { ...right, calls } }))
    expect(shown([])).toEqual(['shown [], said [a ringing]'])
    expect(shown([knownCall('a', { phase: 'talking' })])).toEqual(['shown [a talking], said [a ringing]'])
    expect(shown([knownCall('a'), knownCall('b')])).toEqual(['shown [a ringing,b ringing], said [a ringing]'])
    const muted = knownCall('a', { recording: { state: 'muted', fileName: '' } })
    expect(shown([muted])).toEqual(['shown [a ringing muted], said [a ringing]'])
  })

  it('finds the calls forgotten when a poll failed', () => {
    const blank = { ...stale, calls: [] }
    expect(whats(step(START, answer, { state: right }), failed(blank))).toEqual([
      'shown [], said [a ringing]',
    ])
  })

  it('finds a connection that says otherwise', () => {
    expect(whats(step(START, answer, { state: right }), failed(right))).toEqual([
      'connection live, and should be stale',
    ])
    const refused = step(START + 5_000, { kind: 'failed', why: 'refused-code' }, { state: stale })
    expect(whats(step(START, answer, { state: right }), refused)).toEqual([
      'connection stale, and should be refused code',
    ])
  })

  it('finds another status, another person and a wrong age', () => {
    const odd = {
      ...right,
      agent: { ...right.agent!, name: 'Yael Mor', status: { word: 'lunch', number: 3 } },
    } as const
    expect(whats(step(START, answer, { state: { ...odd, lastGoodAt: 1 } }))).toEqual([
      'status 3 shown, 1 said',
      'another person than the one logged in',
      'the age of the last good answer is wrong',
    ])
  })
})
