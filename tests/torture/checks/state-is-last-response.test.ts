import { describe, expect, it } from 'vitest'
import type { AgentState } from '../../../core/domain.ts'
import { good, knownCall, START, step, viewedCall } from '../testing/sample-step.ts'
import type { TakenStep } from '../taken-step.ts'
import { stateIsLastResponse } from './state-is-last-response.ts'

const whats = (...steps: readonly TakenStep[]) => stateIsLastResponse(steps).map(({ what }) => what)
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
const failed = (state: AgentState) =>
  step(START + 5_000, { kind: 'failed', why: 'other', about: 'extension' }, { state })

describe('state is the last response', () => {
  it('accepts a state that matches the response, also after a failed poll', () => {
    expect(whats(step(START, answer, { state: right }), failed(stale))).toEqual([])
  })

  it('finds a call in another phase, with another mute, missing or superfluous', () => {
    const shown = (calls: AgentState['calls']) => whats(step(START, answer, { state: { ...right, calls } }))
    expect(shown([])).toEqual(['shown [], said [SIPSIP2/a ringing]'])
    expect(shown([knownCall('a', { phase: 'talking' })])).toEqual([
      'shown [SIPSIP2/a talking], said [SIPSIP2/a ringing]',
    ])
    expect(shown([knownCall('a'), knownCall('b')])).toEqual([
      'shown [SIPSIP2/a ringing,SIPSIP2/b ringing], said [SIPSIP2/a ringing]',
    ])
    const muted = knownCall('a', { recording: { state: 'muted', fileName: '' } })
    expect(shown([muted])).toEqual(['shown [SIPSIP2/a ringing muted], said [SIPSIP2/a ringing]'])
  })

  it('finds a call that has lost its caller’s number or name', () => {
    const { phone, name } = knownCall('a')
    const withheld = knownCall('a', { phone: { kind: 'withheld', received: '' }, name: 'Noa' })
    expect(whats(step(START, answer, { state: { ...right, calls: [withheld] } }))).toEqual([
      `SIPSIP2/a is shown with  Noa, but is with ${phone.received} ${name}`,
    ])
  })

  it('requires that nothing is shown while the person is logged in nowhere', () => {
    const nobody: AgentState = { ...right, calls: [], agent: null }
    const gone = (state: AgentState) =>
      whats(step(START, answer, { state: right }), step(START, { kind: 'nowhere' }, { state, stay: 2 }))
    expect(gone(nobody)).toEqual([])
    expect(gone(right)).toEqual(['something is shown although no extension is watched'])
  })

  it('finds calls that are dropped when a poll failed', () => {
    const blank = { ...stale, calls: [] }
    expect(whats(step(START, answer, { state: right }), failed(blank))).toEqual([
      'shown [], said [SIPSIP2/a ringing]',
    ])
  })

  it('finds a connection that contradicts the response', () => {
    expect(whats(step(START, answer, { state: right }), failed(right))).toEqual([
      'connection live, and should be stale',
    ])
    const refused = step(
      START + 5_000,
      { kind: 'failed', why: 'refused-code', about: 'extension' },
      { state: stale },
    )
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
      'the age of the last good response is wrong',
    ])
  })
})
