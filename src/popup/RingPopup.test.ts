// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it, vi } from 'vitest'
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
  const companion = fakeCompanion({
    'popup:read': () => ({ revision: 1, calls: [aCall()], callers: {}, speaks }),
  })
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

it('shows who is ringing, and reports to main that it is drawn', async () => {
  const { wrapper, companion } = await opened()
  expect(wrapper.find('article').text()).toContain('072-277-6772')
  await vi.waitFor(() => expect(asked(companion, 'popup:drawn')[0]?.[1]).toBe(1))
  wrapper.unmount()
})

it('accepts clicks only half a second after it appeared, and again after a second call moved its buttons', async () => {
  const { wrapper, companion, clock, press } = await opened()
  await clock.advance(499)
  for (const name of ['Copy', 'Open', 'Dismiss']) await press(name)
  expect(
    companion.asked.filter(([one]) => one === 'call:copy' || one === 'popup:open' || one === 'popup:dismiss'),
  ).toEqual([])
  await clock.advance(1)
  await press('Open')
  expect(asked(companion, 'popup:open')).toEqual([['popup:open', 'SIPSIP2/id1']])
  companion.push('popup', {
    revision: 2,
    calls: [aCall(), aCall({ ivrid: 'id2' })],
    callers: {},
    speaks: true,
  })
  await flushPromises()
  await press('Dismiss')
  expect(asked(companion, 'popup:dismiss')).toEqual([])
  await clock.advance(500)
  await press('Dismiss')
  expect(asked(companion, 'popup:dismiss')).toHaveLength(1)
  wrapper.unmount()
})

it('announces a ring once, and leaves it to the window if that is on screen', async () => {
  const spoken = await opened()
  expect(spoken.wrapper.find('[role="alert"]').text()).toContain('Ringing: 072-277-6772')
  spoken.wrapper.unmount()
  const silent = await opened(false)
  expect(silent.wrapper.find('[role="alert"]').text()).toBe('')
  silent.wrapper.unmount()
})

const moves = (companion: ReturnType<typeof fakeCompanion>) =>
  companion.asked.filter(([channel]) => channel === 'popup:drag' || channel === 'popup:drop')

it('is dragged by its header, from where it was when the drag began', async () => {
  const { wrapper, companion } = await opened()
  const head = wrapper.find('header').element
  const point = (type: string, screenX: number, screenY: number, buttons = { button: 0, pointerId: 1 }) =>
    head.dispatchEvent(new PointerEvent(type, { ...buttons, screenX, screenY, bubbles: true }))
  point('pointermove', 500, 500)
  point('pointerdown', 100, 50, { button: 2, pointerId: 1 })
  point('pointermove', 500, 500)
  point('pointerdown', 100, 50)
  point('pointermove', 110.4, 48)
  point('pointermove', 140, 60)
  point('pointerup', 140, 60)
  point('pointermove', 500, 500)
  expect(moves(companion)).toEqual([['popup:drag', 10, -2], ['popup:drag', 40, 10], ['popup:drop']])
  wrapper.unmount()
})

it('is not moved by a click on its header', async () => {
  const { wrapper, companion } = await opened()
  const head = wrapper.find('header')
  await head.trigger('pointerdown', { button: 0, screenX: 5, screenY: 5 })
  await head.trigger('pointerup', { button: 0, screenX: 5, screenY: 5 })
  expect(moves(companion)).toEqual([])
  wrapper.unmount()
})

it('is moved with the arrow keys, and Escape dismisses the focused call', async () => {
  const { wrapper, companion, clock } = await opened()
  companion.push('popup', {
    revision: 2,
    calls: [aCall(), aCall({ ivrid: 'id2' })],
    callers: {},
    speaks: true,
  })
  await flushPromises()
  await clock.advance(500)
  const press = (key: string, more: KeyboardEventInit = {}) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  press('ArrowLeft')
  press('ArrowDown')
  press('ArrowUp', { ctrlKey: true })
  expect(moves(companion)).toEqual([
    ['popup:drag', -16, 0],
    ['popup:drop'],
    ['popup:drag', 0, 16],
    ['popup:drop'],
  ])
  wrapper.find('article').find('button').element.focus()
  press('Escape')
  await flushPromises()
  expect(asked(companion, 'popup:dismiss')).toEqual([['popup:dismiss', 'SIPSIP2/id1']])
  wrapper.unmount()
})

it('reports that it is drawn after a frame, or soon if there is none', async () => {
  const { wrapper, companion, clock } = await opened()
  const { requestAnimationFrame: own } = globalThis
  globalThis.requestAnimationFrame = () => 0
  companion.push('popup', { revision: 7, calls: [aCall()], callers: {}, speaks: true })
  await flushPromises()
  const drawn = () => asked(companion, 'popup:drawn').some(([, revision]) => revision === 7)
  expect(drawn()).toBe(false)
  await clock.advance(100)
  expect(drawn()).toBe(true)
  globalThis.requestAnimationFrame = own
  wrapper.unmount()
})
