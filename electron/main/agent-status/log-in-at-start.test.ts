import { expect, it } from 'vitest'
import type { WindowState } from '../../../core/contract.ts'
import type { StatusView } from '../../../core/agent-status/status-view.ts'
import type { AgentState, StatusWord } from '../../../core/domain.ts'
import { createListeners } from '../../../core/listeners.ts'
import { logInAtStart } from './log-in-at-start.ts'

const OFFERED: StatusView = {
  kind: 'offered',
  statuses: ['login'],
  request: { kind: 'none' },
  isInCall: false,
}
const seen = (word: StatusWord, status: StatusView = OFFERED, connection = 'live', demo = false) =>
  ({
    demo,
    status,
    watch: {
      connection: { kind: connection },
      agent: { name: '', extension: 'S', status: { word, number: null }, statusSince: 0 },
    } as AgentState,
  }) as WindowState

function setUp({ logIn = true, isByPerson = true } = {}) {
  const states = createListeners<[WindowState]>()
  const set: string[] = []
  logInAtStart({
    settings: () => ({ logInAtStart: logIn }),
    isByPerson,
    onState: states.add,
    set: (status) => void set.push(status),
  })
  return { push: states.call, set }
}

it('logs in once, if the first known status is logged out', () => {
  const { push, set } = setUp()
  push(seen('logout', OFFERED, 'connecting'))
  expect(set).toEqual([])
  push(seen('logout'))
  push(seen('logout'))
  expect(set).toEqual(['login'])
})

it('doesn’t change the status of an agent at lunch, even if they log out later', () => {
  const { push, set } = setUp()
  push(seen('lunch'))
  push(seen('logout'))
  expect(set).toEqual([])
})

it.each([
  ['after a crash or an update', { isByPerson: false }, seen('logout')],
  ['without the setting', { logIn: false }, seen('logout')],
  ['where the status isn’t offered', {}, seen('logout', { kind: 'unavailable', why: 'somebody-else' })],
  ['in the demo', {}, seen('logout', OFFERED, 'live', true)],
])('does nothing %s', (_when, given, state) => {
  const { push, set } = setUp(given)
  push(state)
  expect(set).toEqual([])
})
