import { describe, expect, it } from 'vitest'
import type { StatusView } from '../../../core/agent-status/status-view.ts'
import type { StatusAct, Step } from '../step.ts'
import { statusAtMostOnce } from './status-at-most-once.ts'

const act = (at: number, what: StatusAct['what'], status = 3, run = 1): StatusAct => ({
  at,
  run,
  what,
  status,
})
const whats = (acts: readonly StatusAct[], steps: readonly Step[] = []) =>
  statusAtMostOnce(acts, steps).map(({ what }) => what)
const shown = (number: number): Step => {
  const status: StatusView = {
    kind: 'offered',
    statuses: [],
    request: { kind: 'confirmed', status: 'lunch', at: 0 },
    isInCall: false,
  }
  const agent = { status: { word: 'unknown', number } }
  return { at: 1, what: { kind: 'woke' }, status, state: { agent } } as unknown as Step
}

describe('a status', () => {
  it('may be sent once for each click', () => {
    expect(whats([act(1, 'clicked'), act(1, 'sent'), act(90, 'clicked'), act(95, 'sent')])).toEqual([])
  })

  it.each([
    ['without a click', [act(1, 'sent')]],
    ['again', [act(1, 'clicked'), act(1, 'sent'), act(5_000, 'sent')]],
    ['again after a crash', [act(1, 'clicked'), act(1, 'sent'), act(5_000, 'sent', 3, 2)]],
    ['much later', [act(1, 'clicked'), act(60_000, 'sent')]],
    ['as another one', [act(1, 'clicked'), act(1, 'sent', 5)]],
  ])('must not be sent %s', (_how, acts) => {
    expect(whats(acts)).toEqual([expect.stringContaining('without a click')])
  })

  it('clicked twice at once must not be sent twice at once', () => {
    const twice = [act(1, 'clicked'), act(1, 'sent'), act(1, 'clicked'), act(1, 'sent')]
    expect(whats(twice)).toEqual(['status 3 was sent twice at once'])
  })

  it('is confirmed only as long as it is the displayed one', () => {
    expect(whats([], [shown(3)])).toEqual([])
    expect(whats([], [shown(1)])).toEqual(['lunch is confirmed, and 1 is shown'])
  })
})
