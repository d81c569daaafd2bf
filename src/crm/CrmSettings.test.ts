// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { CrmRule } from '../../core/crm/crm-rule.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'
import CrmSettings from './CrmSettings.vue'
import CrmPage from './CrmPage.vue'
import { useSettingsStore } from '../stores/settings.ts'
import { defineComponent, h } from 'vue'

const rule = (name: string, change: Partial<CrmRule> = {}): CrmRule => ({
  name,
  on: 'ringing',
  when: {},
  url: 'https://crm.example.com/',
  hosts: ['crm.example.com'],
  ...change,
})

let open: OpenWindow | null = null

/** One component, with the settings read like in the window. */
const started = (component: object, props: object = {}) =>
  defineComponent(() => {
    useSettingsStore().start()
    return () => h(component, props)
  })

async function opened(companion: FakeCompanion, component = started(CrmSettings)): Promise<OpenWindow> {
  open = await openWindow(companion, component)
  await flushPromises()
  return open
}

const withRules = (crmRules: Settings['crmRules'], answers: Parameters<typeof fakeCompanion>[0] = {}) =>
  fakeCompanion({ 'settings:read': () => aSettingsView({}, { crmRules }), ...answers })

const changes = (companion: FakeCompanion) =>
  companion.asked.filter(([channel]) => channel === 'settings:change').map(([, change]) => change)

describe('the rules in the settings', () => {
  it('change their order, and can be removed', async () => {
    const [a, b] = [rule('a'), rule('b')]
    const companion = withRules([a, b])
    const { click } = await opened(companion)
    await click('Move \u2068b\u2069 up')
    await click('Delete \u2068a\u2069')
    expect(changes(companion)).toEqual([{ crmRules: [b, a] }, { crmRules: [b] }])
  })

  it('save a complete new one, and none with an error', async () => {
    const companion = withRules([rule('a')])
    const { click, fill, wrapper } = await opened(companion)
    await click('Add rule')
    await click('Save rule')
    expect(wrapper.text()).toContain('Fill this in.')
    expect(changes(companion)).toEqual([])
    await fill('Name', 'b')
    await wrapper.find('textarea').setValue('https://crm.example.com/{phone}')
    await click('Allow crm.example.com')
    await click('Save rule')
    expect(changes(companion)).toEqual([
      { crmRules: [rule('a'), rule('b', { url: 'https://crm.example.com/{phone}' })] },
    ])
    expect(wrapper.find('.rule-form').exists()).toBe(false)
  })

  it('leave the form open while the saved rule is pushed before the response', async () => {
    let answer = (): void => undefined
    const companion = withRules([], { 'settings:change': () => ({ kind: 'saved' }) })
    const { request } = companion
    const slow = {
      ...companion,
      request: ((channel, ...args) =>
        channel === 'settings:change'
          ? new Promise((resolve) => {
              answer = () => resolve({ kind: 'saved' } as never)
            })
          : request(channel, ...args)) as FakeCompanion['request'],
    }
    const { click, fill, wrapper } = await opened(slow)
    await click('Add rule')
    await fill('Name', 'b')
    await wrapper.find('textarea').setValue('https://crm.example.com/')
    await click('Allow crm.example.com')
    await click('Save rule')
    companion.push('settings', aSettingsView({ revision: 2 }, { crmRules: [rule('b')] }))
    await flushPromises()
    expect(wrapper.find('.rule-form').exists()).toBe(true)
    answer()
    await flushPromises()
    expect(wrapper.find('.rule-form').exists()).toBe(false)
  })

  it('can’t be changed if the organisation has set them', async () => {
    const { wrapper } = await opened(
      fakeCompanion({
        'settings:read': () => aSettingsView({ locked: ['crmRules'] }, { crmRules: [rule('a')] }),
      }),
    )
    expect(wrapper.text()).toContain('Set by your organisation')
    expect(wrapper.findAll('button')).toHaveLength(0)
  })

  it('show at a rule why it did not open automatically', async () => {
    const { wrapper } = await opened(
      fakeCompanion({
        'settings:read': () =>
          aSettingsView(
            { pageTroubles: [{ at: 0, rule: 'a', why: 'path-changed' }] },
            { crmRules: [rule('a'), rule('b')] },
          ),
      }),
    )
    expect(wrapper.text().match(/Not opened at/g)).toHaveLength(1)
  })
})

describe('a page opened by hand', () => {
  const page = started(CrmPage, { call: 'S/1' })

  it('has no button without rules', async () => {
    const { wrapper } = await opened(fakeCompanion(), page)
    expect(wrapper.find('button').exists()).toBe(false)
  })

  it('opens at once with one rule, confirms it, or shows why it did not', async () => {
    let answer: 'opened' | 'failed' = 'opened'
    const companion = withRules([rule('a')], { 'page:open': () => ({ kind: answer }) })
    const { click, clock, wrapper } = await opened(companion, page)
    await click('Open in CRM')
    expect(companion.asked).toContainEqual(['page:open', 'S/1', 'a'])
    expect(wrapper.text()).toContain('Opened')
    await clock.advance(1500)
    await flushPromises()
    answer = 'failed'
    await click('Open in CRM')
    expect(wrapper.text()).toContain('This computer couldn’t open the page.')
  })

  it('offers a choice with several, rules for opening by hand first', async () => {
    const companion = withRules([rule('a'), rule('b', { on: 'by-hand' })])
    const { click, wrapper } = await opened(companion, page)
    await click('Open in CRM')
    expect(wrapper.findAll('[role="menuitem"]').map((entry) => entry.text())).toEqual(['b', 'a'])
    await click('b')
    expect(companion.asked).toContainEqual(['page:open', 'S/1', 'b'])
    expect(wrapper.findAll('[role="menuitem"]')).toEqual([])
  })
})
