import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../core/settings/settings.ts'
import { en } from '../../../core/words/en.ts'
import { missed, ringing, sampleCall } from '../testing/sample-call.ts'
import { createDemoConsole } from './demo-console.ts'

function setUp() {
  const lines: string[] = []
  const demoConsole = createDemoConsole({
    print: (line) => lines.push(line),
    words: () => en,
    settings: () => DEFAULT_SETTINGS,
  })
  return { demoConsole, lines }
}
const alert = {
  id: 'r1',
  kind: 'ring',
  title: 'Ringing: 072',
  body: '\u2068Sales\u2069',
  call: 'S/1',
  silent: false,
  copyLabel: null,
} as const

it('prints what the agent would see, a line each and without invisible marks', () => {
  const { demoConsole, lines } = setUp()
  const call = sampleCall()
  demoConsole.centre('http://127.0.0.1:4711/')
  demoConsole.tray({ icon: 'ringing', tooltip: 'Ringside\n\u2068Sales\u2069', menu: [] })
  demoConsole.alert({ do: 'show', notification: { ...alert, stays: true } })
  demoConsole.events([ringing(call), missed(call)])
  demoConsole.alert({ do: 'withdraw', id: 'r1' })
  expect(lines).toEqual([
    'Simulated call centre: http://127.0.0.1:4711/',
    'tray: ringing · Ringside · Sales',
    'alert: Ringing: 072 · Sales',
    'call: Ringing · 072-277-6772 · Sales · dialled 03-900-1234',
    'call: Missed · 072-277-6772 · Sales · dialled 03-900-1234',
    'alert removed: Ringing: 072',
  ])
})

it('prints nothing for a tray that looks the same', () => {
  const { demoConsole, lines } = setUp()
  demoConsole.tray({ icon: 'idle', tooltip: 'no calls', menu: [] })
  demoConsole.tray({ icon: 'idle', tooltip: 'no calls', menu: [{ kind: 'line' }] })
  expect(lines).toEqual(['tray: idle · no calls'])
})
