// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { QueuesState } from '../../core/surroundings.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { typeInto } from '../testing/history-rows.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aQueue, aSettingsView, aState, NOW, PHONE, someQueues } from '../testing/samples.ts'

let open: OpenWindow | null = null

const withQueues = (queues: QueuesState): FakeCompanion =>
  fakeCompanion({ 'state:read': () => aState({}, { queues }) })

async function opened(companion: FakeCompanion): Promise<OpenWindow> {
  open = await openWindow(companion)
  const tab = [...document.querySelectorAll<HTMLButtonElement>('nav button')].find((one) =>
    one.textContent.includes('Queues'),
  )
  tab?.click()
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
  return open
}

const rows = (): string[] =>
  [...document.querySelectorAll('li.row')].map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim())

describe('the queues', () => {
  it('show who is waiting, how long, and when the next one will have waited too long', async () => {
    await opened(withQueues(someQueues()))
    expect(document.querySelector('h1')?.parentElement?.textContent).toContain('1 queue · 2 waiting')
    expect(rows()).toEqual([
      expect.stringMatching(/^Sales ?2 waiting · longest 1:52 ?next over .2:00. in 8 s$/),
      expect.stringMatching(/^072-277-6772 ?1:52$/),
      expect.stringMatching(/^Withheld number ?0:41$/),
    ])
  })

  it('count on automatically', async () => {
    const { clock } = await opened(withQueues(someQueues()))
    await clock.advance(9000)
    await flushPromises()
    expect(rows()[0]).toMatch(/longest 2:01 ?1 over .2:00. · next over .2:00. in 1 min 10 s/)
    expect(document.querySelector('.queue')?.getAttribute('data-level')).toBe('past')
  })

  it('copy the number of a waiting caller, and confirm in place', async () => {
    const companion = withQueues(someQueues())
    const { button, click } = await opened(companion)
    const copy = button('Copy number')
    await click('Copy number')
    expect(companion.asked).toContainEqual(['queue:copy', '11', 'w1'])
    expect(copy.getAttribute('aria-label')).toBe('Copied')
  })

  it('show Not copied if main did not respond', async () => {
    const companion = fakeCompanion({
      'state:read': () => aState({}, { queues: someQueues() }),
      'queue:copy': () => {
        throw new Error('main is gone')
      },
    })
    const { button, click } = await opened(companion)
    const copy = button('Copy number')
    await click('Copy number')
    expect(copy.textContent.trim()).toBe('Not copied')
  })

  it('show the last known state when only their part is stale, and stop after half a minute', async () => {
    const failure = { kind: 'unreachable', why: 'timeout' } as const
    const connection = { kind: 'stale', since: NOW - 10_000, failure } as const
    const { wrapper, clock } = await opened(withQueues(someQueues(undefined, { connection })))
    expect(wrapper.text()).toContain('Queues not updated since')
    expect(wrapper.text()).toContain('Your calls are still watched.')
    await clock.advance(60_000)
    await flushPromises()
    expect(rows()[0]).toMatch(/^Sales ?2 waiting · longest 2:12$/)
    expect(document.querySelector('nav .badge')?.getAttribute('data-live')).toBe('false')
  })

  it('show that access is refused, and which chosen ones are unknown', async () => {
    const connection = { kind: 'refused', since: null, why: 'code' } as const
    const { wrapper } = await opened(
      withQueues(someQueues([], { connection, unknown: ['99'], lastGoodAt: null })),
    )
    expect(wrapper.text()).toContain('Voicenter doesn’t allow access to the queues.')
    expect(wrapper.text()).toMatch(/Queues not found in the account: .99./)
    expect(wrapper.text()).toContain('Queues not loaded yet.')
  })

  it('show that nobody is waiting, but not for a stale list', async () => {
    const empty = aQueue({ waiting: 0, callers: [], longestSince: null, nextBreachAt: null })
    const companion = withQueues(someQueues([empty]))
    const { wrapper } = await opened(companion)
    expect(wrapper.text()).toContain('Nobody is waiting')
    const failure = { kind: 'unreachable', why: 'timeout' } as const
    const queues = someQueues([empty], { connection: { kind: 'stale', since: NOW, failure } })
    companion.push('state', aState({}, { queues, revision: 2 }))
    await flushPromises()
    expect(wrapper.text()).not.toContain('Nobody is waiting')
  })

  it('draw only the rows near the view, and count the rest', async () => {
    const callers = Array.from({ length: 200 }, (_, index) => ({
      callId: `w${index}`,
      phone: PHONE,
      joinedAt: NOW - 1000 * (300 - index),
    }))
    const many = Array.from({ length: 20 }, (_, index) =>
      aQueue({ id: `q${index}`, waiting: 10_000, callers }),
    )
    await opened(withQueues(someQueues(many)))
    expect(rows().length).toBeLessThan(60)
    expect(document.querySelector('li.row')?.getAttribute('aria-setsize')).toBe(String(20 * 202))
    const scroller = document.querySelector<HTMLElement>('.scroller')
    if (scroller !== null) scroller.scrollTop = 64 * 1000
    scroller?.dispatchEvent(new Event('scroll'))
    await flushPromises()
    expect(document.querySelector('li.row[aria-posinset="1001"]')).not.toBeNull()
    expect(document.querySelector('nav .badge')?.textContent).toMatch(/999\+.*200,000 callers waiting/s)
  })

  it('show the id of a queue without a name, and move the focus on when a caller leaves', async () => {
    const companion = withQueues(someQueues([aQueue({ name: '' })]))
    const { wrapper, button } = await opened(companion)
    expect(wrapper.find('h2').text()).toBe('Queue 11')
    button('Copy number').focus()
    const left = aQueue({ waiting: 1, callers: aQueue().callers.slice(1) })
    companion.push('state', aState({}, { queues: someQueues([left]), revision: 2 }))
    await flushPromises()
    expect(document.activeElement?.getAttribute('data-call')).toBe('11/w2')
  })

  it('collapse, by pointer and keys, and remember it', async () => {
    let collapsedQueues: readonly string[] = []
    let revision = 1
    const companion: FakeCompanion = fakeCompanion({
      'state:read': () => aState({}, { queues: someQueues() }),
      'settings:change': (change) => {
        collapsedQueues = change.collapsedQueues ?? collapsedQueues
        companion.push('settings', aSettingsView({ revision: (revision += 1) }, { collapsedQueues }))
        return { kind: 'saved' }
      },
    })
    const { button } = await opened(companion)
    const head = (): HTMLElement => button('Sales')
    const turn = async (): Promise<void> => {
      head().click()
      await flushPromises()
    }
    expect(head().getAttribute('aria-expanded')).toBe('true')
    head().focus()
    await turn()
    expect([rows().length, head().getAttribute('aria-expanded'), collapsedQueues]).toEqual([
      1,
      'false',
      ['11'],
    ])
    expect(document.activeElement).toBe(head())
    await turn()
    expect([rows().length, collapsedQueues]).toEqual([3, []])
    head().dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }))
    await flushPromises()
    expect(document.activeElement?.closest('[data-call]')?.getAttribute('data-call')).toBe('11/w1')
  })

  it('draw the head of the queue that is being read, however far above it is', async () => {
    const callers = Array.from({ length: 200 }, (_, index) => ({
      callId: `w${index}`,
      phone: PHONE,
      joinedAt: NOW - 1000 * (300 - index),
    }))
    const two = ['a', 'b'].map((id) => aQueue({ id, name: `Line ${id}`, waiting: 200, callers }))
    await opened(withQueues(someQueues(two)))
    const scroller = document.querySelector<HTMLElement>('.scroller')!
    scroller.scrollTop = 64 * 350
    scroller.dispatchEvent(new Event('scroll'))
    await flushPromises()
    const heads = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent.trim())
    expect(heads).toEqual(['Line b'])
  })

  it('can be searched by name once there are many, and show when none matches', async () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      aQueue({ id: String(index), name: `Line ${index}`, waiting: 0, callers: [] }),
    )
    await opened(withQueues(someQueues(many)))
    const search = document.querySelector<HTMLInputElement>('main [type=search]')!
    await typeInto('main [type=search]', 'line 7')
    expect(rows()).toEqual([expect.stringContaining('Line 7')])
    await typeInto('main [type=search]', 'nowhere')
    expect(document.querySelector('main')?.textContent).toContain('No matches')
    await open?.click('Show all queues')
    expect([rows().length > 1, search.value]).toEqual([true, ''])
  })

  it('have no search while there are few', async () => {
    await opened(withQueues(someQueues()))
    expect(document.querySelector('main [type=search]')).toBeNull()
  })
})
