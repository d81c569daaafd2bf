// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { MissedCall } from '../../core/domain.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { typeInto } from '../testing/history-rows.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aMissedCall, aState, NOW } from '../testing/samples.ts'

const MINUTE_MS = 60_000
const noa = aMissedCall({ ivrid: 'noa', name: 'Noa Cohen' })
const support = aMissedCall({ ivrid: 'support', name: 'Support', endedAt: NOW - 9 * MINUTE_MS })

let open: OpenWindow | null = null
let revision = 1

async function opened(...missed: readonly MissedCall[]): Promise<FakeCompanion> {
  revision = 1
  const companion = fakeCompanion({ 'state:read': () => aState({}, { missed }) })
  open = await openWindow(companion)
  return companion
}

async function push(companion: FakeCompanion, ...missed: readonly MissedCall[]): Promise<void> {
  revision += 1
  companion.push('state', aState({}, { revision, missed }))
  await flushPromises()
}

const list = () => document.querySelector<HTMLElement>('[aria-labelledby=missed-title]')
const items = () => [...(list()?.querySelectorAll<HTMLElement>('li') ?? [])]
const keys = () => items().map((item) => item.dataset['call'])
const text = () => list()?.textContent.replaceAll(/\s+/g, ' ') ?? ''
const dismissButton = (index: number) => items()[index]?.querySelector<HTMLElement>('[data-dismiss]')
const asked = (companion: FakeCompanion) =>
  companion.asked.filter(([channel]) => String(channel).startsWith('missed:'))

describe('the missed calls', () => {
  it('come first while they are to do, and show that their caller was spoken to', async () => {
    const companion = await opened(noa, support)
    expect(text()).toContain('2 to call back')
    await push(companion, { ...noa, calledBack: NOW, seen: true }, support)
    expect(keys()).toEqual([support.key, noa.key])
    expect(text()).toContain('1 to call back')
    expect(items()[1]?.textContent).toMatch(/spoken to at \d\d:\d\d/)
    expect(items()[1]?.querySelector('.new')).toBeNull()
    await push(companion, { ...noa, calledBack: NOW, seen: true })
    expect(text()).toContain('All done')
  })

  it('are removed one by one, and that can be undone', async () => {
    const companion = await opened(noa, support)
    dismissButton(0)?.click()
    await push(companion, support)
    expect(list()?.querySelector('[role=status]')?.textContent).toContain('1 call removed from the list.')
    await open?.click('Undo')
    expect(asked(companion)).toEqual([
      ['missed:dismiss', noa.key],
      ['missed:restore', noa.key],
    ])
    expect(text()).not.toContain('Undo')
  })

  it('are removed all at once, and that can be undone too, although none is left', async () => {
    const companion = await opened(noa, support)
    await open?.click('Clear')
    await push(companion)
    expect(text()).toContain('2 calls removed from the list.')
    await open?.click('Undo')
    expect(asked(companion)).toEqual([
      ['missed:clear'],
      ['missed:restore', noa.key],
      ['missed:restore', support.key],
    ])
    expect(list()).toBeNull()
  })

  it('stop offering to undo after a while, but not while the button has the focus', async () => {
    const companion = await opened(noa)
    dismissButton(0)?.click()
    await push(companion)
    open?.button('Undo').focus()
    await open?.clock.advance(21_000)
    await flushPromises()
    open?.button('Undo').blur()
    expect(text()).toContain('Undo')
    await open?.clock.advance(21_000)
    await flushPromises()
    expect(list()).toBeNull()
  })

  it('keep the focus in the list when one is removed with a key', async () => {
    const companion = await opened(noa, support)
    dismissButton(0)?.focus()
    dismissButton(0)?.click()
    await push(companion, support)
    expect(document.activeElement).toBe(items()[0])
  })

  it('take a note, and show it', async () => {
    const companion = await opened({ ...noa, note: 'wants a quote' })
    expect(text()).toContain('wants a quote')
    await open?.click('Note')
    expect(open?.button('Note').getAttribute('aria-expanded')).toBe('true')
    await typeInto('[aria-labelledby=missed-title] textarea', 'sent the quote')
    await open?.clock.advance(1000)
    await flushPromises()
    expect(companion.asked).toContainEqual(['history:note', noa.key, 'sent the quote'])
    await open?.click('Note')
    expect(text()).toContain('sent the quote')
  })

  it('show that nobody saw them ring: they are from the call log', async () => {
    await opened({ ...noa, logged: true })
    expect(items()[0]?.textContent).toContain('from the call log')
  })
})
