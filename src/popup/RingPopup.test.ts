// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import type { PopupView } from '../../core/ipc/popup-view.ts'
import type { CrmRule } from '../../core/crm/crm-rule.ts'
import type { Settings } from '../../core/settings/settings.ts'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { clockKey } from '../composables/use-clock.ts'
import { createTicker } from '../composables/ticker.ts'
import { tickerKey } from '../composables/use-now.ts'
import { wordsKey } from '../composables/use-words.ts'
import { WORD_FILES } from '../composables/word-files.ts'
import { createWordsOnScreen } from '../composables/words-on-screen.ts'
import { companionKey } from '../use-companion.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { aCall, aPopupView, aSettingsView, NOW } from '../testing/samples.ts'
import RingPopup from './RingPopup.vue'

async function opened(speaks = true, more: Partial<PopupView> = {}, settings: Partial<Settings> = {}) {
  const clock = virtualClock()
  const companion = fakeCompanion({
    'popup:read': () => aPopupView({ calls: [aCall()], speaks, ...more }),
    'settings:read': () => aSettingsView({}, settings),
  })
  const words = wordsFor('en', [])
  const provide = {
    [companionKey]: companion,
    [wordsKey]: createWordsOnScreen('en', words, WORD_FILES, words),
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
  companion.push('popup', aPopupView({ revision: 2, calls: [aCall(), aCall({ ivrid: 'id2' })] }))
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
  companion.push('popup', aPopupView({ revision: 2, calls: [aCall(), aCall({ ivrid: 'id2' })] }))
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
  companion.push('popup', aPopupView({ revision: 7, calls: [aCall()] }))
  await flushPromises()
  const drawn = () => asked(companion, 'popup:drawn').some(([, revision]) => revision === 7)
  expect(drawn()).toBe(false)
  await clock.advance(100)
  expect(drawn()).toBe(true)
  globalThis.requestAnimationFrame = own
  wrapper.unmount()
})

const KEY = aCall().key
const last = {
  at: NOW - 9_000_000,
  agent: 'Dana Levi',
  outcome: 'completed',
  talkSeconds: 184,
  note: '',
  label: '',
} as const
const story = { callsToday: 1, callsInWeek: 3, missedToday: 0, callsEver: 4, last }

describe('what is known of the caller', () => {
  const textOf = async (stories: PopupView['stories']): Promise<string | undefined> => {
    const { wrapper } = await opened(true, { stories })
    const article = wrapper.find('article')
    const described = document.getElementById(article.attributes('aria-describedby') ?? '')
    wrapper.unmount()
    return described?.textContent.replaceAll(/[\u2066-\u2069]/g, '')
  }

  it('is how often they called, and what was noted last', async () => {
    const lastNote = { text: 'asked for a quote', at: last.at }
    expect(await textOf({ [KEY]: { ...story, lastNote } })).toBe(
      '3rd call in 7 dayslast time: “asked for a quote”',
    )
  })

  it('is how the last call went, if nothing was noted', async () => {
    expect(await textOf({ [KEY]: story })).toMatch(/^3rd call in 7 days — last .* with you, 3\u00a0min$/)
  })

  it('is left out when nothing is known', async () => {
    expect(await textOf({})).toBeUndefined()
  })
})

describe('the CRM page', () => {
  const rule: CrmRule = {
    name: 'Card',
    on: 'by-hand',
    when: {},
    url: 'https://crm.example.com/',
    hosts: ['crm.example.com'],
  }

  it('opens with the first rule that matches', async () => {
    const { wrapper, companion, clock, press } = await opened(true, {}, { crmRules: [rule] })
    await clock.advance(500)
    await press('Open in CRM')
    expect(asked(companion, 'page:open')).toEqual([['page:open', KEY, null]])
    wrapper.unmount()
  })

  it('is not offered without rules', async () => {
    const { wrapper } = await opened()
    expect(wrapper.text()).not.toContain('CRM')
    wrapper.unmount()
  })
})

describe('the note', () => {
  const writing = { note: { call: KEY, ended: false, held: false }, revision: 2, calls: [aCall()] }
  const field = (): HTMLTextAreaElement | null => document.querySelector('textarea')
  async function type(text: string): Promise<void> {
    const area = field()
    if (area === null) throw new Error('no field')
    area.value = text
    area.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
  }
  async function written() {
    const all = await opened()
    await all.clock.advance(500)
    await all.press('Note')
    all.companion.push('popup', aPopupView(writing))
    await flushPromises()
    return all
  }
  const said = (companion: ReturnType<typeof fakeCompanion>) =>
    companion.asked.filter(([channel]) => channel === 'history:note' || channel === 'popup:note')

  it('is opened by main, has the caret, and is saved as it is typed', async () => {
    const { wrapper, companion, clock } = await written()
    expect(asked(companion, 'popup:note')).toEqual([['popup:note', KEY]])
    expect(document.activeElement).toBe(field())
    await type('wants a quote')
    await clock.advance(600)
    expect(asked(companion, 'history:note')).toEqual([['history:note', KEY, 'wants a quote']])
    wrapper.unmount()
  })

  it.each([
    ['Done', async ({ press }: Awaited<ReturnType<typeof written>>) => press('Done')],
    [
      'Escape',
      async () => {
        field()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
        await flushPromises()
      },
    ],
    [
      'main, as when privacy is turned on',
      async ({ companion }: Awaited<ReturnType<typeof written>>) => {
        companion.push('popup', aPopupView({ revision: 3 }))
        await flushPromises()
      },
    ],
  ])('is saved before it is closed by %s', async (_, closes) => {
    const all = await written()
    await type('wants')
    await closes(all)
    const [opens, saves, ends] = said(all.companion)
    expect([opens, saves, ends]).toEqual([
      ['popup:note', KEY],
      ['history:note', KEY, 'wants'],
      ['popup:note', null],
    ])
    expect(asked(all.companion, 'popup:dismiss')).toEqual([])
    all.wrapper.unmount()
  })

  it('stays when its call is answered and ends, until the field is left', async () => {
    const { wrapper, companion } = await written()
    companion.push('popup', aPopupView({ ...writing, revision: 3, note: { ...writing.note, ended: true } }))
    await flushPromises()
    expect(wrapper.find('article').text()).toContain('Ended')
    expect(asked(companion, 'popup:note')).toHaveLength(1)
    field()?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
    await flushPromises()
    expect(asked(companion, 'popup:note').at(-1)).toEqual(['popup:note', null])
    wrapper.unmount()
  })

  it('is one at a time', async () => {
    const { wrapper, companion } = await written()
    companion.push(
      'popup',
      aPopupView({ ...writing, revision: 3, calls: [aCall(), aCall({ ivrid: 'id2' })] }),
    )
    await flushPromises()
    expect(wrapper.findAll('button').some((button) => button.text() === 'Note')).toBe(false)
    wrapper.unmount()
  })

  it('keeps the arrow keys to itself', async () => {
    const { wrapper, companion } = await written()
    field()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }))
    expect(moves(companion)).toEqual([])
    wrapper.unmount()
  })

  it('is not offered in privacy mode, as it is unknown then', async () => {
    const { wrapper } = await opened(true, {}, { privacy: true })
    expect(wrapper.findAll('button').some((button) => button.text() === 'Note')).toBe(false)
    wrapper.unmount()
  })
})
