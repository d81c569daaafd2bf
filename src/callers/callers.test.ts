// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { KnownCaller } from '../../core/callers/known-caller.ts'
import { en } from '../../core/words/en.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow } from '../testing/open-window.ts'
import { aCall, aState } from '../testing/samples.ts'
import { callerNews } from './caller-news.ts'

const dana: KnownCaller = {
  ...{ name: 'Dana Levi', company: 'Brightwater', source: 'crm', matches: 1, hasPage: false },
}
const call = aCall({ phase: 'ringing', name: '' })
const stateWith = (caller: KnownCaller | null, revision = 1) =>
  aState({ calls: [call] }, { revision, callers: caller === null ? {} : { [call.key]: caller } })

async function opened(caller: KnownCaller | null) {
  const companion = fakeCompanion({
    'state:read': () => stateWith(caller),
    'popup-screen:open': () => ({ kind: 'opened' }),
  })
  const window = await openWindow(companion)
  const card = () => window.wrapper.find('article')
  return { ...window, companion, card }
}

describe('a card', () => {
  it('has the name in place of the number, the number below it, and says where the name is from', async () => {
    const { card, companion } = await opened(null)
    expect(card().get('h3').text()).toBe('072-277-6772')
    companion.push('state', stateWith(dana, 2))
    await flushPromises()
    expect(card().get('h3').text()).toContain('Dana Levi, Brightwater')
    expect(card().get('h3 [title]').attributes('title')).toBe(en.callers.sources.crm)
    expect(card().get('.details').text()).toContain('072-277-6772')
  })

  it('keeps the number in its heading for a name that only came with the call', async () => {
    const { card } = await opened({ ...dana, source: 'api' })
    expect(card().get('h3').text()).toBe('072-277-6772')
  })

  it('says how many customers match, unless it is one', async () => {
    const { card, companion } = await opened({ ...dana, name: '', company: '', matches: 3 })
    expect(card().text()).toContain('3 matching customers')
    companion.push('state', stateWith({ ...dana, name: '', matches: 0 }, 2))
    await flushPromises()
    expect(card().text()).toContain(en.callers.noMatch)
    companion.push('state', stateWith(dana, 3))
    await flushPromises()
    expect(card().text()).not.toContain('matching')
  })

  it('opens the customer’s page', async () => {
    const { card, companion } = await opened({ ...dana, hasPage: true })
    await card().get('[data-customer-page]').trigger('click')
    await flushPromises()
    expect(companion.asked).toContainEqual(['popup-screen:open', call.key])
    expect(card().get('[data-customer-page]').text()).toBe(en.crmPage.opened)
  })
})

describe('what is announced', () => {
  it('is the name with a new ring, and in turn when it comes later', () => {
    const named = ['\u2068Dana Levi\u2069, \u2068Brightwater\u2069']
    const idle = aState({ calls: [] })
    expect(callerNews(idle, stateWith(dana), en)).toEqual({ assertive: named, polite: [] })
    expect(callerNews(stateWith(null), stateWith(dana), en)).toEqual({ assertive: [], polite: named })
    expect(callerNews(stateWith(dana), stateWith(dana), en)).toEqual({ assertive: [], polite: [] })
    expect(callerNews(stateWith(dana), stateWith(null), en)).toEqual({ assertive: [], polite: [] })
  })
})
