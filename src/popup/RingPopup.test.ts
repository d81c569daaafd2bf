// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it } from 'vitest'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { clockKey } from '../composables/use-clock.ts'
import { createTicker } from '../composables/ticker.ts'
import { tickerKey } from '../composables/use-now.ts'
import { wordsKey } from '../composables/use-words.ts'
import { createWordsOnScreen } from '../composables/words-on-screen.ts'
import { companionKey } from '../use-companion.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { aCall } from '../testing/samples.ts'
import RingPopup from './RingPopup.vue'

async function opened(speaks = true) {
  const clock = virtualClock()
  const companion = fakeCompanion({ 'popup:read': () => ({ revision: 1, calls: [aCall()], speaks }) })
  const words = wordsFor('en', [])
  const provide = {
    [companionKey]: companion,
    [wordsKey]: createWordsOnScreen(words, () => Promise.resolve(words)),
    [clockKey]: clock,
    [tickerKey]: createTicker(clock, document),
  }
  const wrapper = mount(RingPopup, { global: { plugins: [createPinia()], provide }, attachTo: document.body })
  await flushPromises()
  const press = async (name: string): Promise<void> => {
    await wrapper
      .findAll('button')
      .find((button) => button.text().includes(name))
      ?.trigger('click')
    await flushPromises()
  }
  return { wrapper, companion, clock, press }
}

const asked = (companion: ReturnType<typeof fakeCompanion>, channel: string) =>
  companion.asked.filter(([one]) => one === channel)

it('shows who rings, and tells main that it is drawn', async () => {
  const { wrapper, companion } = await opened()
  expect(wrapper.find('article').text()).toContain('072-277-6772')
  expect(asked(companion, 'popup:drawn')[0]?.[1]).toBe(1)
  wrapper.unmount()
})

it('acts only half a second after it came up, and again after a second call moved its buttons', async () => {
  const { wrapper, companion, clock, press } = await opened()
  await clock.advance(499)
  for (const name of ['Copy', 'Open', 'Dismiss']) await press(name)
  expect(
    companion.asked.filter(([one]) => one === 'call:copy' || one === 'popup:open' || one === 'popup:dismiss'),
  ).toEqual([])
  await clock.advance(1)
  await press('Open')
  expect(asked(companion, 'popup:open')).toEqual([['popup:open', 'SIPSIP2/id1']])
  companion.push('popup', { revision: 2, calls: [aCall(), aCall({ ivrid: 'id2' })], speaks: true })
  await flushPromises()
  await press('Dismiss')
  expect(asked(companion, 'popup:dismiss')).toEqual([])
  await clock.advance(500)
  await press('Dismiss')
  expect(asked(companion, 'popup:dismiss')).toHaveLength(1)
  wrapper.unmount()
})

it('says a ring once, and leaves it to the window where that is on screen', async () => {
  const spoken = await opened()
  expect(spoken.wrapper.find('[role="alert"]').text()).toContain('Ringing: 072-277-6772')
  spoken.wrapper.unmount()
  const silent = await opened(false)
  expect(silent.wrapper.find('[role="alert"]').text()).toBe('')
  silent.wrapper.unmount()
})
