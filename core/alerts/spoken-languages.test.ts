import { describe, expect, it } from 'vitest'
import { readPhone } from '../phone.ts'
import { NO_QUEUES } from '../queues/reduce-queues.ts'
import { updateCall } from '../session/update-call.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { initialBelief } from '../clock/api-clock.ts'
import { seenCall, somePhone } from '../testing/seen.ts'
import { LANGUAGES } from '../words/languages.ts'
import { wordsFor } from '../words/words-for.ts'
import { callerText, dialledText } from './caller-text.ts'
import { planCallAlerts } from './plan-call-alerts.ts'
import { trayView } from './tray-view.ts'

const NOW = 1_790_000_000_000
const call = updateCall(
  undefined,
  seenCall({ phone: somePhone, name: 'Sales line מכירות', did: somePhone, phase: 'ringing' }),
  NOW,
  initialBelief('UTC', NOW),
)
const settings = { ...DEFAULT_SETTINGS, numberFormat: 'international' as const }

/** The text outside isolates, where the surrounding letters would reorder a number. */
const open = (text: string): string => {
  let rest = text
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replaceAll(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/g, '')
  }
  return rest
}

describe.each(LANGUAGES.map((code) => [code, wordsFor(code, [])] as const))(
  'outside the window, in %s',
  (_, words) => {
    const [shown] = planCallAlerts({
      events: [{ type: 'ringing', call, at: NOW }],
      calls: [call],
      alerted: () => false,
      shown: new Map(),
      settings,
      pausedUntil: null,
      now: NOW,
      words,
    })
    const alert = shown?.do === 'show' ? shown.notification : null
    const { tooltip } = trayView({
      watch: { agent: null, calls: [call], connection: { kind: 'live' }, lastGoodAt: NOW, clock: null },
      missed: [],
      alertsPausedUntil: null,
      demo: false,
      queues: NO_QUEUES,
      recordings: {},
      settings,
      words,
      ...{ callers: {}, status: { kind: 'off' }, notes: [] },
    })

    it('alert and tooltip show the number complete and in dialling order', () => {
      expect(alert?.title).toContain('+972 72 277 6772')
      expect(tooltip).toContain('+972 72 277 6772')
    })

    it('isolate every number and name from the surrounding text', () => {
      if (words.direction === 'ltr') return
      for (const text of [alert?.title, alert?.body, tooltip])
        expect(open(text ?? '')).not.toMatch(/\d|Sales/)
    })

    it('give the tooltip the direction of the language, although it starts with a Latin word', () => {
      expect(/[\u200f]|\p{L}/u.exec(open(tooltip))?.[0] === '\u200f').toBe(words.direction === 'rtl')
    })
  },
)

// From reports of right-to-left languages, with the plus after a number or the star on the wrong side.
describe.each(['he', 'ar'] as const)('a number in %s', (language) => {
  const words = wordsFor(language, [])

  it.each(['*5287', '0521234567', '+442079460958', '1-700-500-600', '100'])(
    'runs from left to right in tray and alert: %s',
    (received) => {
      const phone = readPhone(received, 'IL')
      expect(callerText(phone, settings, words)).toMatch(/^\u2066[*+\d\s-]+\u2069$/)
      expect(dialledText(phone, settings, words)).toMatch(/\u2066[*+\d\s-]+\u2069/)
    },
  )
})
