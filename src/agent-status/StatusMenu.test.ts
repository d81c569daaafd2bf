// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { StatusRequest } from '../../core/agent-status/status-state.ts'
import type { StatusView } from '../../core/agent-status/status-view.ts'
import type { StatusWord } from '../../core/domain.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aCall, aSettingsView, aState, NOW } from '../testing/samples.ts'
import { live, push } from '../testing/shown-state.ts'

const offered = (request: StatusRequest = { kind: 'none' }, isInCall = false): StatusView => ({
  kind: 'offered',
  statuses: ['login', 'logout', 'lunch'],
  request,
  isInCall,
})
const state = (status: StatusView, word: StatusWord = 'login', calls = [] as ReturnType<typeof aCall>[]) => {
  const agent = {
    name: 'Dana Levi',
    extension: 'SIPSIP2',
    status: { word, number: 1 },
    statusSince: NOW - 65_000,
  }
  return [{ agent, calls }, { status }] as const
}
const showing = (...shown: ReturnType<typeof state>): FakeCompanion =>
  fakeCompanion({ 'state:read': () => aState(...shown) })
const OPEN = 'Status: Logged in. Change status'
const asked = ({ asked: all }: FakeCompanion) =>
  all.filter(([channel]) => String(channel).startsWith('status:'))

describe('the status menu', () => {
  it('offers the organisation’s statuses, marks the current one, and sends one request', async () => {
    const companion = showing(...state(offered()))
    const { wrapper, click } = await openWindow(companion)
    await click(OPEN)
    const entries = wrapper.findAll('[role="menuitemradio"]')
    expect(entries.map((one) => [one.text(), one.attributes('aria-checked')])).toEqual([
      ['Logged in', 'true'],
      ['Logged out', 'false'],
      ['Lunch', 'false'],
    ])
    await click('Lunch')
    expect(asked(companion)).toEqual([['status:set', 'lunch']])
    await click(OPEN)
    await click('Logged in')
    expect(asked(companion)).toHaveLength(1)
  })

  it('isn’t shown without a policy, or for someone else’s extension', async () => {
    const companion = showing(...state({ kind: 'off' }))
    const { wrapper } = await openWindow(companion)
    expect(wrapper.find('header [aria-haspopup="menu"]').exists()).toBe(false)
    expect(wrapper.find('header').text()).toContain('· Logged in')
    await push(companion, ...state({ kind: 'unavailable', why: 'somebody-else' }))
    expect(wrapper.find('header [aria-haspopup="menu"]').exists()).toBe(false)
    expect(wrapper.find('aside.status').text()).toContain('Someone else is logged in to this extension')
  })

  it('uses the account’s own names, in the header and in messages', async () => {
    const names = { ...aSettingsView().settings.statusNames, lunch: 'Siesta' }
    const companion = fakeCompanion({
      'state:read': () => aState(...state(offered(), 'lunch')),
      'settings:read': () => aSettingsView({}, { statusNames: names }),
    })
    const { wrapper } = await openWindow(companion)
    expect(wrapper.find('header').text()).toContain('Siesta')
    expect(wrapper.find('aside.status').text()).toMatch(/Your status is .Siesta.: calls may not reach you\./)
  })
})

describe('logging out during a call', () => {
  it('asks for confirmation first, and sends the request only then', async () => {
    const companion = showing(
      ...state(offered({ kind: 'none' }, true), 'login', [aCall({ phase: 'talking' })]),
    )
    const { click, wrapper } = await openWindow(companion)
    await click(OPEN)
    await click('Logged out')
    expect([asked(companion), wrapper.find('aside.status').text()]).toEqual([
      [],
      expect.stringContaining('You’re on a call'),
    ])
    await click('Stay logged in')
    expect(wrapper.find('aside.status').exists()).toBe(false)
    await click(OPEN)
    await click('Logged out')
    await click('Log out now')
    expect(asked(companion)).toEqual([['status:set', 'logout']])
  })

  it('no longer asks once the call has ended', async () => {
    const companion = showing(
      ...state(offered({ kind: 'none' }, true), 'login', [aCall({ phase: 'talking' })]),
    )
    const { click, wrapper } = await openWindow(companion)
    await click(OPEN)
    await click('Logged out')
    await push(companion, ...state(offered()))
    expect(wrapper.find('aside.status').exists()).toBe(false)
  })
})

describe('the outcome of a request', () => {
  it('is shown and announced: requested, confirmed', async () => {
    const companion = showing(...state(offered()))
    const { wrapper } = await openWindow(companion)
    await push(companion, ...state(offered({ kind: 'asked', status: 'lunch', since: NOW })))
    expect(wrapper.find('aside.status').text()).toContain('Changing your status to Lunch…')
    expect(live('status')).toContain('Changing your status to Lunch…')
    await push(companion, ...state(offered({ kind: 'confirmed', status: 'lunch', at: NOW }), 'lunch'))
    expect(live('status')).toContain('Your status is now Lunch.')
  })

  it('is a refusal with its reason, until it is dismissed', async () => {
    const why = { kind: 'not-set', why: 'in-use', code: '3/1' } as const
    const companion = showing(...state(offered({ kind: 'refused', status: 'lunch', at: NOW, why })))
    const { wrapper, click } = await openWindow(companion)
    expect(wrapper.find('aside.status').text()).toContain(
      'Your status wasn’t changed to Lunch. Someone else is logged in to this extension.',
    )
    await click('Dismiss')
    expect(asked(companion)).toEqual([['status:dismiss']])
  })

  it('is reported if main can’t be reached', async () => {
    const companion = fakeCompanion({
      'state:read': () => aState(...state(offered())),
      'status:set': () => {
        throw new Error('gone')
      },
    })
    const { wrapper, click } = await openWindow(companion)
    await click(OPEN)
    await click('Lunch')
    expect(wrapper.find('aside.status').text()).toContain('Ringside')
  })
})

it('shows how long the status has lasted while no calls can arrive', async () => {
  const { wrapper, clock } = await openWindow(showing(...state(offered(), 'logout')))
  expect(wrapper.find('aside.status').text()).toMatch(
    /You’re logged out: calls may not reach you\..*For .1:05./,
  )
  await clock.advance(10_000)
  expect(wrapper.find('aside.status [role="timer"]').text()).toMatch(/1:15/)
})

describe('where the code is sent', () => {
  const destinations = [
    { origin: 'https://monapisec.voicenter.co.il', addresses: ['baseUrl'], allowed: 'yes' },
    { origin: 'https://api.voicenter.com', addresses: ['statusUrl'], allowed: 'confirm' },
    { origin: 'https://proxy.example', addresses: ['statusUrl'], allowed: 'enter-again' },
  ] as const
  const settings = () => aSettingsView({ code: 'stored', codeDestinations: destinations })

  it('is shown where the code is entered, and a new origin is confirmed by name', async () => {
    const companion = fakeCompanion({
      'settings:read': settings,
      'account:allow-code': () => ({ kind: 'saved' }),
    })
    const { wrapper, click } = await openWindow(companion)
    await click('Settings')
    expect(wrapper.text()).toMatch(/only sent to .monapisec.voicenter.co.il. \(calls\)/)
    expect(wrapper.text()).toMatch(/isn’t sent to .proxy.example. \(status\)/)
    await click('Allow')
    expect(companion.asked).toContainEqual(['account:allow-code', ['https://api.voicenter.com']])
  })
})
