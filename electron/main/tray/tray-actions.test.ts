import { expect, it } from 'vitest'
import { createTrayActions } from './tray-actions.ts'

it('does what each entry says', () => {
  const did: unknown[] = []
  const act = createTrayActions({
    open: (show) => did.push(['open', show]),
    copy: (call, what) => did.push(['copy', call, what]),
    openPage: (call, rule) => did.push(['page', call, rule]),
    mute: (call, muted) => did.push(['mute', call, muted]),
    setStatus: (status) => did.push(['status', status]),
    setPrivacy: (on) => did.push(['privacy', on]),
    pauseAlerts: (minutes) => did.push(['pause', minutes]),
    quit: () => did.push(['quit']),
  })
  act({ do: 'open' })
  act({ do: 'open-call', call: 'S/1' })
  act({ do: 'copy', call: 'S/1', what: 'did' })
  act({ do: 'open-page', call: 'S/1', rule: 'Orders' })
  act({ do: 'mute', call: 'S/1', muted: true })
  act({ do: 'status', status: 'lunch' })
  act({ do: 'pause-alerts', minutes: 15 })
  act({ do: 'privacy', on: true })
  act({ do: 'settings' })
  act({ do: 'quit' })
  expect(did).toEqual([
    ['open', undefined],
    ['open', { view: 'calls', call: 'S/1' }],
    ['copy', 'S/1', 'did'],
    ['page', 'S/1', 'Orders'],
    ['mute', 'S/1', true],
    ['status', 'lunch'],
    ['pause', 15],
    ['privacy', true],
    ['open', { view: 'settings' }],
    ['quit'],
  ])
})
