// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, expect, it, vi } from 'vitest'
import type { AlertSystem } from '../../core/contract.ts'
import type { RungOutcomes } from '../../core/domain.ts'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { clockKey } from '../composables/use-clock.ts'
import { wordsKey } from '../composables/use-words.ts'
import { WORD_FILES } from '../composables/word-files.ts'
import { createWordsOnScreen } from '../composables/words-on-screen.ts'
import { companionKey } from '../use-companion.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import TestAlert from './TestAlert.vue'

afterEach(() => void vi.restoreAllMocks())

async function tested(outcomes: RungOutcomes, popup: AlertSystem['popup'] = 'possible') {
  const companion = fakeCompanion({
    'alerts:test': () => outcomes,
    'alerts:system': () => ({ doNotDisturb: 'unknown', hasSwitch: false, popup, screens: [] }),
  })
  const words = wordsFor('en', [])
  const provide = {
    [companionKey]: companion,
    [clockKey]: virtualClock(),
    [wordsKey]: createWordsOnScreen('en', words, WORD_FILES, words),
  }
  const wrapper = mount(TestAlert, { global: { plugins: [createPinia()], provide } })
  await wrapper.find('button').trigger('click')
  await flushPromises()
  return wrapper.findAll('[data-rung]').map((one) => one.text())
}

it('explains under Wayland why there is no popup', async () => {
  expect(await tested({ notification: 'shown', popup: 'unsupported' }, 'wayland')).toEqual([
    'Notification: shown',
    'Ringside popup: not possible: on Wayland, apps can’t keep windows on top',
  ])
})

it('explains on a Mac why there may be no notification', async () => {
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel')
  const [notification] = await tested({ notification: 'failed', popup: 'shown' })
  expect(notification).toContain('macOS blocks notifications from unsigned apps')
})

it('invents no reason elsewhere', async () => {
  expect(await tested({ notification: 'failed', popup: 'unsupported' })).toEqual([
    'Notification: couldn’t be shown',
    'Ringside popup: not supported on this system',
  ])
})
