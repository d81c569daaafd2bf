// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aCall, aMissedCall, aSettingsView, NOW, someQueues } from '../testing/samples.ts'
import { push, showing } from '../testing/shown-state.ts'

const ringing = aCall({ ivrid: 'ringing' })

describe('the tabs', () => {
  it('show which view is open, and how many missed calls are new', async () => {
    const missed = [aMissedCall({ ivrid: 'a' }), aMissedCall({ ivrid: 'b', seen: true, calledBack: NOW })]
    const { wrapper, click, button } = await openWindow(showing({}, { missed }))
    expect(wrapper.find('nav [aria-current]').text()).toContain('Calls')
    expect(wrapper.find('nav').text()).toContain('1 missed call')
    await click('History')
    expect(wrapper.find('nav [aria-current]').text()).toBe('History')
    expect(wrapper.find('h1').text()).toBe('History')
    button('History').focus()
    await click('History')
    expect(document.activeElement).toBe(button('History'))
  })

  it('include queues and the team only if these are watched', async () => {
    const companion = showing()
    const { wrapper } = await openWindow(companion)
    const titles = (): string[] => wrapper.findAll('nav button').map((tab) => tab.text().split(' ')[0] ?? '')
    expect(titles()).toEqual(['Calls', 'History'])
    await push(companion, {}, { queues: someQueues() })
    companion.push('settings', aSettingsView({ revision: 2 }, { wideView: true }))
    await flushPromises()
    expect(titles()).toEqual(['Calls', 'Queues', 'Team', 'History'])
    expect(wrapper.find('nav').text()).toContain('2 callers waiting')
  })

  it('report to main what is on screen, and request the team only while it is', async () => {
    const companion = fakeCompanion({ 'settings:read': () => aSettingsView({}, { wideView: true }) })
    const { click } = await openWindow(companion)
    const looks = (): unknown[] =>
      companion.asked.filter(([channel]) => channel === 'view:look').map(([, looking]) => looking)
    expect(companion.listeners('team')).toBe(0)
    await click('Team')
    expect([looks(), companion.listeners('team')]).toEqual([
      [
        { queues: false, team: false },
        { queues: false, team: true },
      ],
      1,
    ])
    await click('Calls')
    expect(looks().at(-1)).toEqual({ queues: false, team: false })
    expect(companion.listeners('team')).toBe(0)
  })

  it('return to the calls when the open one no longer exists', async () => {
    const companion = fakeCompanion({ 'settings:read': () => aSettingsView({}, { wideView: true }) })
    const { wrapper, click } = await openWindow(companion)
    await click('Team')
    companion.push('settings', aSettingsView({ revision: 2 }))
    await flushPromises()
    expect(wrapper.find('nav [aria-current]').text()).toBe('Calls')
  })

  it('are hidden before there is an account, and under a page', async () => {
    const { wrapper, click } = await openWindow(showing())
    await click('Settings')
    expect(wrapper.find('nav.tabs').exists()).toBe(false)
    wrapper.unmount()
    const fresh = await openWindow(
      fakeCompanion({ 'settings:read': () => aSettingsView({ code: 'none' }, { extension: '' }) }),
    )
    expect(fresh.wrapper.find('nav.tabs').exists()).toBe(false)
  })

  it('return to a call that main wants to show', async () => {
    const companion = showing({ calls: [ringing] })
    const { click } = await openWindow(companion)
    await click('History')
    companion.push('show', { view: 'calls', call: ringing.key })
    await flushPromises()
    expect(document.activeElement?.getAttribute('data-call')).toBe(ringing.key)
  })
})
