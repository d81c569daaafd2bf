// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import type { Settings } from '../../core/settings/settings.ts'
import type { UpdateState } from '../../core/updates/update-state.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aSettingsView } from '../testing/samples.ts'
import UpdateNotice from './UpdateNotice.vue'
import UpdateSettings from './UpdateSettings.vue'

let open: OpenWindow | null = null
afterEach(() => open?.wrapper.unmount())

async function opened(component: object, updates: UpdateState, locked: readonly (keyof Settings)[] = []) {
  const view = aSettingsView({ updates, locked })
  const companion = fakeCompanion({ 'settings:read': () => view })
  open = await openWindow(
    companion,
    defineComponent(() => {
      useSettingsStore().start()
      return () => h(component)
    }),
  )
  await flushPromises()
  const become = async (next: UpdateState): Promise<void> => {
    companion.push('settings', { ...view, revision: 2, updates: next })
    await flushPromises()
  }
  return { ...open, companion, become, text: () => open?.wrapper.text() ?? '' }
}

const ready: UpdateState = { kind: 'ready', version: '0.2.0', wait: 'quit', asked: false }

describe('the notice of an update', () => {
  it('names the version, shows when it is installed, and installs it at once on request', async () => {
    const { text, click, companion } = await opened(UpdateNotice, ready)
    expect(text()).toContain('0.2.0')
    expect(text()).toContain('It will be installed when you quit Ringside.')
    await click('Install now')
    expect(companion.asked).toContainEqual(['updates:install'])
  })

  it('offers to install after a live call, and confirms that', async () => {
    const { text, click, become } = await opened(UpdateNotice, { ...ready, wait: 'call' })
    await click('Install after the call')
    await become({ ...ready, wait: 'call', asked: true })
    expect(text()).toContain('It will be installed as soon as there is no call.')
    expect(text()).not.toContain('Install after')
    await click('Understood')
    expect(text()).toBe('')
  })

  it('can be dismissed, and reappears when the update fails', async () => {
    const { text, click, become } = await opened(UpdateNotice, ready)
    await click('Later')
    expect(text()).toBe('')
    await become({ ...ready, wait: 'call' })
    expect(text()).toBe('')
    await become({ kind: 'failed', why: 'not-installed', version: '0.2.0', at: 0 })
    expect(text()).toContain('couldn’t be installed. The current version keeps running.')
  })

  it.each<UpdateState>([
    { kind: 'off', why: 'no-server' },
    { kind: 'current', checkedAt: 0 },
    { kind: 'downloading', version: '0.2.0' },
    { kind: 'failed', why: 'unreachable', version: null, at: 0 },
  ])('shows nothing that needs no action: $kind', async (state) => {
    expect((await opened(UpdateNotice, state)).text()).toBe('')
  })
})

describe('updates in the settings', () => {
  it('give the true reason why there are none, and offer nothing then', async () => {
    const { text, wrapper } = await opened(UpdateSettings, { kind: 'off', why: 'not-packaged' })
    expect(text()).toContain('This copy wasn’t installed from a package')
    expect(wrapper.find('input, select, button').exists()).toBe(false)
  })

  it('can be switched on again if they were switched off', async () => {
    const { wrapper } = await opened(UpdateSettings, { kind: 'off', why: 'switched-off' })
    expect(wrapper.find('input[type=checkbox]').exists()).toBe(true)
  })

  it('query the server on request', async () => {
    const { click, companion } = await opened(UpdateSettings, { kind: 'current', checkedAt: null })
    await click('Check now')
    expect(companion.asked).toContainEqual(['updates:check'])
  })

  it('are locked if the policy has set them', async () => {
    const { wrapper } = await opened(UpdateSettings, { kind: 'current', checkedAt: null }, ['updates'])
    expect(wrapper.find('input[type=checkbox]').attributes('disabled')).toBeDefined()
  })
})
