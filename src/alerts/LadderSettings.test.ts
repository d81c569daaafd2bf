// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it } from 'vitest'
import type { AlertSystem } from '../../core/contract.ts'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { clockKey } from '../composables/use-clock.ts'
import { wordsKey } from '../composables/use-words.ts'
import { WORD_FILES } from '../composables/word-files.ts'
import { createWordsOnScreen } from '../composables/words-on-screen.ts'
import { companionKey } from '../use-companion.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import LadderSettings from './LadderSettings.vue'

async function opened(system: Partial<AlertSystem>, opens = true) {
  const companion = fakeCompanion({
    'alerts:system': () => ({
      doNotDisturb: 'unknown',
      hasSwitch: true,
      popup: 'possible',
      screens: [],
      ...system,
    }),
    'alerts:open-system': () => opens,
  })
  const words = wordsFor('en', [])
  const provide = {
    [companionKey]: companion,
    [clockKey]: virtualClock(),
    [wordsKey]: createWordsOnScreen('en', words, WORD_FILES, words),
  }
  const wrapper = mount(LadderSettings, { global: { plugins: [createPinia()], provide } })
  await flushPromises()
  return { wrapper, companion }
}

it('shows the system’s do-not-disturb state', async () => {
  expect((await opened({ doNotDisturb: 'on' })).wrapper.text()).toContain('Do-not-disturb is on')
  expect((await opened({})).wrapper.text()).toContain('doesn’t report')
})

it('explains why there is no popup under Wayland', async () => {
  expect((await opened({ popup: 'wayland' })).wrapper.text()).toContain('On Wayland')
})

it('offers each screen if there are several', async () => {
  const screens = [
    { id: '1', name: 'Built-in', isMain: true },
    { id: '2', name: '', isMain: false },
  ]
  const { wrapper, companion } = await opened({ screens })
  const choice = wrapper.findAll('select')[1]!
  expect(choice.findAll('option').map((one) => one.text())).toEqual([
    'Where the pointer is',
    'Main screen',
    'Screen 1: Built-in',
    'Screen 2',
  ])
  await choice.setValue('2')
  expect(companion.asked).toContainEqual(['settings:change', { popupDisplay: '2' }])
})

it('opens the system’s own settings, or reports that it could not', async () => {
  const { wrapper } = await opened({}, false)
  await wrapper.find('button').trigger('click')
  await flushPromises()
  expect(wrapper.text()).toContain('couldn’t be opened')
  expect((await opened({ hasSwitch: false })).wrapper.find('button').exists()).toBe(false)
})
