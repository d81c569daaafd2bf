// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aSettingsView, aState, NOW } from '../testing/samples.ts'

const line = () => document.querySelector('.header .connection')?.textContent.trim()

it('shows the longest gap of the current plan, not the interval in the settings', async () => {
  const companion = fakeCompanion({
    'state:read': () => aState({}, { pollGapSeconds: 7 }),
    'settings:read': () => aSettingsView({}, { pollSeconds: 4 }),
  })
  const { wrapper, click } = await openWindow(companion)
  expect(line()).toBe('live · every 7 s')
  companion.push('state', aState({}, { revision: 2, pollGapSeconds: 15 }))
  await flushPromises()
  expect(line()).toBe('live · every 15 s')
  await click('Settings')
  expect(wrapper.text()).toContain('is currently checked at least every 15 s')
  companion.push('state', aState({}, { revision: 3, pollGapSeconds: 4 }))
  await flushPromises()
  expect(wrapper.text()).toContain('is currently checked at least every 4 s')
})

it('shows no interval without a connection', async () => {
  const failure = { kind: 'unreachable', why: 'dns' } as const
  const state = aState({ connection: { kind: 'stale', since: NOW, failure } })
  await openWindow(fakeCompanion({ 'state:read': () => state }))
  expect(line()).not.toMatch(/every|\d/)
})
