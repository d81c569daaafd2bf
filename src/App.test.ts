// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Connection } from '../core/connection.ts'
import { useZone } from '../core/testing/use-zone.ts'
import { fakeCompanion } from './testing/fake-companion.ts'
import { openWindow } from './testing/open-window.ts'
import { aCall, aStoredCall, aMissedCall, aSettingsView, aState, NOW } from './testing/samples.ts'
import { live, push, showing } from './testing/shown-state.ts'

useZone('Asia/Jerusalem')

const ringing = aCall({ ivrid: 'ringing' })
const held = aCall({ ivrid: 'held', phase: 'held', phaseSince: NOW - 92_000 })
const STALE: Connection = {
  kind: 'stale',
  since: NOW - 1000,
  failure: { kind: 'unreachable', why: 'timeout' },
}

const cards = (): string[] =>
  [...document.querySelectorAll('article')].map((card) => card.dataset['call'] ?? '')
const timers = (): string[] => [...document.querySelectorAll('[role=timer]')].map((one) => one.textContent)

describe('the calls', () => {
  it('shows who is calling, on which line, in which state', async () => {
    const { wrapper } = await openWindow(showing({ calls: [ringing] }))
    const card = wrapper.find('article')
    expect(card.find('h3').text()).toBe('072-277-6772')
    expect(card.find('h3 bdi').attributes('dir')).toBe('ltr')
    expect(card.text()).toContain('Ringing')
    expect(card.text()).toContain('Sales line')
    expect(card.text()).toMatch(/dialled .?03-900-1234/)
  })

  it('shows numbers in the format of the settings', async () => {
    const companion = fakeCompanion({
      'state:read': () => aState({ calls: [ringing] }),
      'settings:read': () => aSettingsView({}, { numberFormat: 'international' }),
    })
    const { wrapper } = await openWindow(companion)
    expect(wrapper.find('h3').text()).toBe('+972 72 277 6772')
  })

  it('shows recording only for an active call', async () => {
    const companion = showing({ calls: [ringing] })
    const { wrapper } = await openWindow(companion)
    expect(wrapper.find('[data-recording]').exists()).toBe(false)
    await push(companion, { calls: [{ ...ringing, phase: 'talking', answeredAt: NOW }] })
    expect(wrapper.find('[data-recording]').text()).toBe('Recording')
  })

  it('shows since when the recording is muted', async () => {
    const muted = aCall({
      phase: 'talking',
      recording: { state: 'muted', fileName: '' },
      mutedSince: NOW - 42_000,
    })
    const { wrapper } = await openWindow(showing({ calls: [muted] }))
    expect(wrapper.find('[data-recording=muted]').text()).toMatch(/Recording muted\s*·\s*0:42/)
  })

  it('runs its timers second by second', async () => {
    const { clock } = await openWindow(showing({ calls: [ringing, held] }))
    expect(timers()).toEqual(['0:07', '1:32'])
    await clock.advance(2000)
    await flushPromises()
    expect(timers()).toEqual(['0:09', '1:34'])
  })

  it('puts a new ring first and announces it, once', async () => {
    const companion = showing({ calls: [held] })
    await openWindow(companion)
    expect(live('alert')).toBe('')
    await push(companion, { calls: [held, ringing] })
    expect(cards()).toEqual([ringing.key, held.key])
    expect(live('alert')).toContain('Ringing: 072-277-6772')
    const said = document.querySelector('[role=alert] p')
    await push(companion, { calls: [held, { ...ringing, name: 'Support' }] })
    expect(document.querySelector('[role=alert] p')).toBe(said)
  })

  it('leaves the focus in place when a ring pushes its card down', async () => {
    const companion = showing({ calls: [held] })
    const { button } = await openWindow(companion)
    const copy = button('Copy number')
    copy.focus()
    await push(companion, { calls: [held, ringing] })
    expect(document.activeElement).toBe(copy)
  })

  it('leaves the focus on a card that starts to ring', async () => {
    const first = aCall({ ivrid: 'first', phase: 'talking' })
    const companion = showing({ calls: [first, held] })
    await openWindow(companion)
    const copy = document.querySelector<HTMLButtonElement>(`[data-call="${held.key}"] button`)
    copy?.focus()
    await push(companion, { calls: [first, { ...held, phase: 'ringing' }] })
    expect(cards()).toEqual([held.key, first.key])
    expect(document.activeElement).toBe(copy)
  })

  it('moves the focus to the card that replaces one that is gone', async () => {
    const companion = showing({ calls: [ringing, held] })
    const { button } = await openWindow(companion)
    button('Copy number').focus()
    await push(companion, { calls: [held] })
    expect(document.activeElement?.getAttribute('data-call')).toBe(held.key)
  })

  it('explains what will appear when there are none', async () => {
    const { wrapper } = await openWindow(showing())
    expect(wrapper.text()).toContain('No calls now')
    expect(wrapper.text()).toContain('As soon as SIPSIP2 rings')
  })

  it('shows and announces where and how long a caller waited', async () => {
    const waited = { queue: 'Sales', seconds: 112 }
    const { wrapper } = await openWindow(showing({ calls: [aCall({ waited })] }))
    expect(wrapper.find('article').text()).toMatch(/waited 1\u00a0min\u00a052\u00a0s in .Sales./)
    expect(live('alert')).toMatch(/waited 1\u00a0min\u00a052\u00a0s in .Sales./)
  })

  it('does not show how long a missed call rang if its end was not seen', async () => {
    const companion = showing({}, { missed: [aMissedCall({ ivrid: 'm', endSeen: false })] })
    const { wrapper } = await openWindow(companion)
    expect(wrapper.find('li').text()).toMatch(/missed · end unknown · 12:30/)
    expect(wrapper.find('li').text()).not.toContain('rang')
  })

  it('lists missed calls, and clears them', async () => {
    const companion = showing({}, { missed: [aMissedCall({ ivrid: 'm' })] })
    const { wrapper, click } = await openWindow(companion)
    expect(wrapper.find('li').text()).toMatch(/072-277-6772.*new.*missed · rang 14\u00a0s/s)
    await click('Clear')
    expect(companion.asked).toContainEqual(['missed:clear'])
  })
})

describe('what is known of a caller', () => {
  const last = {
    at: NOW - 1_020_000,
    agent: 'Dana Levi',
    outcome: 'completed' as const,
    talkSeconds: 184,
    note: 'asked for a quote',
    label: '',
  }

  it('is on the ringing card', async () => {
    const stories = {
      [ringing.key]: {
        callsToday: 3,
        callsInWeek: 3,
        missedToday: 0,
        callsEver: 9,
        last,
        lastNote: { at: last.at, text: last.note },
      },
    }
    const { wrapper } = await openWindow(showing({ calls: [ringing] }, { stories }))
    expect(wrapper.find('article').text()).toMatch(
      /3rd call today — last 12:14 with you, 3\u00a0minlast time: “\u2068asked for a quote\u2069”/,
    )
  })

  it('is left out when nothing is known', async () => {
    const { wrapper } = await openWindow(showing({ calls: [ringing] }))
    expect(wrapper.find('article').text()).not.toContain('today')
  })
})

describe('earlier today', () => {
  const rows = (): string[] =>
    [...document.querySelectorAll<HTMLElement>('[aria-labelledby=earlier-title] > ul > li')].map(
      (row) => row.dataset['call'] ?? '',
    )

  it('lists today’s last ended calls, and no missed one twice', async () => {
    const ended = ['live', 'm', 'a', 'b', 'c', 'd', 'e', 'f'].map((ivrid, index) =>
      aStoredCall({ ivrid, startedAt: NOW - 300_000 - index * 60_000 }),
    )
    const calls = ended.map((call) =>
      call.ivrid === 'live' ? { ...call, endedAt: null, outcome: null } : call,
    )
    const companion = fakeCompanion({
      'state:read': () => aState({}, { missed: [aMissedCall({ ivrid: 'm' })] }),
      'history:read': () => ({ calls, next: null }),
    })
    await openWindow(companion)
    expect(rows()).toEqual(['a', 'b', 'c', 'd', 'e'].map((ivrid) => `SIPSIP2/${ivrid}`))
  })

  it('leaves out yesterday’s calls', async () => {
    const calls = [aStoredCall({ startedAt: NOW - 86_400_000 })]
    const { wrapper } = await openWindow(fakeCompanion({ 'history:read': () => ({ calls, next: null }) }))
    expect(wrapper.text()).not.toContain('Earlier today')
  })

  it('is read again when something happens', async () => {
    const companion = showing()
    await openWindow(companion)
    await push(companion, {}, { revision: 2 })
    expect(companion.asked.filter(([channel]) => channel === 'history:read')).toHaveLength(2)
  })
})

describe('copying', () => {
  it.each([
    ['Copy number', 'number'],
    ['Copy name', 'name'],
    ['Copy dialled number', 'did'],
  ])('%s takes one click, and shows Copied in place for a moment', async (name, what) => {
    const companion = showing({ calls: [ringing] })
    const { button, click, clock } = await openWindow(companion)
    const copy = button(name)
    await click(name)
    expect(companion.asked).toContainEqual(['call:copy', ringing.key, what])
    expect(copy.textContent.trim()).toBe('Copied')
    expect(live('status')).toBe('Copied')
    await clock.advance(1500)
    await flushPromises()
    expect(copy.getAttribute('aria-label')).toBe(name)
  })

  it('shows Not copied when it failed', async () => {
    const companion = fakeCompanion({
      'state:read': () => aState({ calls: [ringing] }),
      'call:copy': () => ({ kind: 'failed' }),
    })
    const { button, click } = await openWindow(companion)
    const copy = button('Copy number')
    await click('Copy number')
    expect(copy.textContent.trim()).toBe('Not copied')
  })

  it('offers no number if there is none', async () => {
    const withheld = aCall({ phone: { kind: 'withheld', received: 'Anonymous' } })
    const { wrapper, button } = await openWindow(showing({ calls: [withheld] }))
    expect(wrapper.find('h3').text()).toBe('Withheld number')
    expect(() => button('Copy number')).toThrow()
  })
})

describe('a connection that is not live', () => {
  it('leaves the calls on screen, shows since when, and lets their timers run on for half a minute', async () => {
    const companion = showing({ calls: [ringing] })
    const { wrapper, clock, click } = await openWindow(companion)
    await push(companion, { calls: [ringing], connection: STALE })
    expect(wrapper.text()).toContain('No connection since')
    expect(wrapper.text()).toContain('Voicenter didn’t respond within 8 seconds')
    expect(wrapper.find('article').attributes('data-frozen')).toBe('true')
    expect(wrapper.find('article').text()).toContain('not updating')
    expect(timers()).toEqual(['0:07'])
    await clock.advance(5000)
    await flushPromises()
    expect(timers()).toEqual(['0:12'])
    await clock.advance(60_000)
    await flushPromises()
    expect(timers()).toEqual(['0:36'])
    expect(live('status')).toBe('not updating')
    await click('Retry now')
    expect(companion.asked).toContainEqual(['poll:now'])
  })

  it('never claims that there are no calls now', async () => {
    const { wrapper } = await openWindow(showing({ connection: STALE }))
    expect(wrapper.text()).not.toContain('No calls now')
  })

  it('links to the settings when the code is refused', async () => {
    const { wrapper, click } = await openWindow(
      showing({ connection: { kind: 'refused', since: null, why: 'code' } }),
    )
    expect(wrapper.text()).toContain('Voicenter doesn’t accept the code')
    await click('Settings')
    expect(wrapper.find('h1').text()).toBe('Settings')
  })
})

describe('the window', () => {
  it('shows the requested call, and focuses its card', async () => {
    const companion = showing({ calls: [ringing, held] })
    const { click } = await openWindow(companion)
    await click('Settings')
    companion.push('show', { view: 'calls', call: held.key })
    await flushPromises()
    expect(document.activeElement?.getAttribute('data-call')).toBe(held.key)
  })

  it('continues from the button that closes the page', async () => {
    const { click, button } = await openWindow(showing())
    await click('Settings')
    expect(document.activeElement).toBe(button('Back to calls'))
    await click('Back to calls')
    expect(document.activeElement).toBe(button('Settings'))
  })

  it('hides on Escape', async () => {
    const companion = showing()
    await openWindow(companion)
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    expect(companion.asked).toContainEqual(['window:hide'])
  })

  it('shows that the calls are simulated, and leaves the demo', async () => {
    const companion = showing({}, { demo: true })
    const { wrapper, click } = await openWindow(companion)
    expect(wrapper.text()).toContain('simulated calls')
    await click('Leave the demo')
    expect(companion.asked).toContainEqual(['demo:stop'])
  })

  it('shows until when alerts are paused, and ends the pause', async () => {
    const companion = showing({}, { alertsPausedUntil: NOW + 900_000 })
    const { wrapper, click } = await openWindow(companion)
    expect(wrapper.text()).toContain('Alerts paused until')
    await click('Resume alerts')
    expect(companion.asked).toContainEqual(['alerts:pause', null])
  })

  it('applies language, direction and theme to the page', async () => {
    const companion = fakeCompanion({ 'settings:read': () => aSettingsView({}, { theme: 'dark' }) })
    await openWindow(companion)
    const root = document.documentElement
    expect([root.lang, root.dir, root.dataset['theme']]).toEqual(['en', 'ltr', 'dark'])
    companion.push('settings', aSettingsView({ revision: 2 }, { theme: 'system' }))
    await flushPromises()
    expect(root.dataset['theme']).toBeUndefined()
  })

  it('reads again when it is shown again', async () => {
    const companion = showing()
    await openWindow(companion)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(companion.asked.filter(([channel]) => channel === 'state:read')).toHaveLength(2)
  })

  it('leaves no listener and no timer behind', async () => {
    const companion = showing({ calls: [ringing] })
    const { wrapper, clock } = await openWindow(companion)
    wrapper.unmount()
    expect(companion.listeners('state') + companion.listeners('settings') + companion.listeners('show')).toBe(
      0,
    )
    expect(clock.waiting()).toBe(0)
  })
})
