// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { CallNotes } from '../../core/contract.ts'
import type { Call } from '../../core/domain.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { historyOf } from '../testing/history-of.ts'
import { turnRow, typeInto } from '../testing/history-rows.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aCall, aStoredCall, aSettingsView, aState } from '../testing/samples.ts'

const ringing = aCall()
const talking = aCall({ phase: 'talking', connected: true })
const outcomeLabels = ['Solved', 'Callback']

let open: OpenWindow | null = null

type Answers = NonNullable<Parameters<typeof fakeCompanion>[0]>

async function opened(call: Call, written: CallNotes | null = null, answers: Answers = {}) {
  const companion = fakeCompanion({
    'state:read': () =>
      aState({ calls: [call] }, { callNotes: written === null ? {} : { [call.key]: written } }),
    'settings:read': () => aSettingsView({ outcomeLabels }),
    ...answers,
  })
  open = await openWindow(companion)
  return companion
}
const asked = (companion: FakeCompanion, channel: string) =>
  companion.asked.filter(([name]) => name === channel)
const pressed = (): (string | undefined)[] =>
  [...document.querySelectorAll('.label[aria-pressed=true]')].map((one) => one.textContent)

describe('a live card', () => {
  it('takes a note, saved as it is typed', async () => {
    const companion = await opened(talking)
    await typeInto('article textarea', 'wants a quote')
    await open?.clock.advance(1000)
    await flushPromises()
    expect(asked(companion, 'history:note')).toEqual([['history:note', talking.key, 'wants a quote']])
  })

  it('shows that a note is saved once it is on disk, and not before', async () => {
    const held = { journalTrouble: { kind: 'memory', why: 'full' } } as const
    const companion = await opened(talking, null, { 'state:read': () => aState({ calls: [talking] }, held) })
    const said = () => document.querySelector('.said')?.textContent
    await typeInto('article textarea', 'wants a quote')
    await open?.clock.advance(1000)
    await flushPromises()
    expect(said()).toContain('Not saved yet')
    companion.push('state', aState({ calls: [talking] }, { revision: 9 }))
    await flushPromises()
    expect(said()).toBe('Saved')
  })

  it('opens its note on a click while it rings, and leaves it open when answered', async () => {
    const companion = await opened(ringing)
    expect(document.querySelector('article textarea')).toBeNull()
    await open?.click('Note and label')
    expect(document.activeElement).toBe(document.querySelector('article textarea'))
    companion.push('state', aState({ calls: [talking] }, { revision: 2 }))
    await flushPromises()
    expect(document.activeElement).toBe(document.querySelector('article textarea'))
  })

  it('shows what was written before', async () => {
    await opened(ringing, { note: 'wants a quote', label: 'Callback' })
    expect(document.querySelector<HTMLTextAreaElement>('article textarea')?.value).toBe('wants a quote')
    expect(pressed()).toEqual(['Callback'])
  })

  it('sets a label with one click, and removes it with another', async () => {
    const companion = await opened(talking)
    await open?.click('Callback')
    expect(pressed()).toEqual(['Callback'])
    await open?.click('Callback')
    expect(pressed()).toEqual([])
    expect(asked(companion, 'history:label')).toEqual([
      ['history:label', talking.key, 'Callback'],
      ['history:label', talking.key, null],
    ])
  })

  it.each([
    [() => false, 'Not saved: this call is no longer in the history.'],
    [
      () => {
        throw new Error('no answer')
      },
      'Not saved. Try again.',
    ],
  ])('reverts a label that could not be stored, and shows why', async (answer, why) => {
    await opened(talking, null, { 'history:label': answer })
    await open?.click('Solved')
    expect(pressed()).toEqual([])
    expect(document.body.textContent).toContain(why)
  })

  it('still shows a label that is no longer offered, until it is removed', async () => {
    await opened(talking, { note: '', label: 'Old word' })
    expect(pressed()).toEqual(['Old word'])
  })
})

describe('a stored call', () => {
  it('takes a label too, and shows it in its row', async () => {
    const companion = await opened(ringing, null, { 'history:read': historyOf([aStoredCall()]) })
    await open?.click('History')
    await turnRow()
    await open?.click('Solved')
    expect(asked(companion, 'history:label')).toEqual([['history:label', 'SIPSIP2/kept1', 'Solved']])
    await turnRow()
    expect(document.querySelector('.history-item .note')?.textContent).toBe('\u2068Solved\u2069')
  })
})

describe('a call that ends while its note is being typed', () => {
  const ended = aStoredCall({ ivrid: talking.ivrid, startedAt: talking.startedAt, note: 'wants a' })
  const area = () => document.querySelector<HTMLTextAreaElement>('article textarea')

  async function hangUp(companion: FakeCompanion): Promise<void> {
    companion.push('state', aState({ calls: [] }, { revision: 2 }))
    await flushPromises()
    await vi.dynamicImportSettled()
    await flushPromises()
  }

  async function writing(): Promise<FakeCompanion> {
    let calls = [{ ...ended, endedAt: null as number | null }]
    const companion = await opened(talking, null, {
      'history:read': (request) => historyOf(calls)(request),
    })
    area()?.focus()
    await typeInto('article textarea', 'wants a')
    calls = [ended]
    return companion
  }

  it('stays in position with text, caret and focus, and shows that it has ended', async () => {
    const companion = await writing()
    const note = area()
    note?.setSelectionRange(2, 2)
    await hangUp(companion)
    expect([area(), area()?.value, area()?.selectionStart]).toEqual([note, 'wants a', 2])
    expect(document.activeElement).toBe(note)
    expect(document.querySelector('article')?.textContent).toContain('Ended')
    expect(document.querySelector('article [role=timer], article [data-do=recording]')).toBeNull()
    await typeInto('article textarea', 'wants a quote')
    await open?.clock.advance(1000)
    expect(asked(companion, 'history:note').at(-1)).toEqual(['history:note', talking.key, 'wants a quote'])
  })

  it('moves to the list of ended calls once the user has left it', async () => {
    const companion = await writing()
    await hangUp(companion)
    expect(document.querySelector('[aria-labelledby=earlier-title]')).toBeNull()
    document.querySelector<HTMLElement>('[data-tab=calls]')?.focus()
    await open?.clock.advance(500)
    expect(area()).not.toBeNull()
    await open?.clock.advance(1000)
    await flushPromises()
    expect(area()).toBeNull()
    expect(asked(companion, 'history:note')).toEqual([['history:note', talking.key, 'wants a']])
    expect(document.querySelector('[aria-labelledby=earlier-title] [data-call]')).not.toBeNull()
  })

  it('stays after a click that did not remove the caret, such as one on a scrollbar', async () => {
    const companion = await writing()
    const main = document.querySelector('main')
    main?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    main?.dispatchEvent(new Event('pointerup', { bubbles: true }))
    await open?.clock.advance(5000)
    await hangUp(companion)
    expect([area()?.value, document.activeElement]).toEqual(['wants a', area()])
  })

  it('disappears after a click elsewhere, once that has landed', async () => {
    const companion = await writing()
    await hangUp(companion)
    document.querySelector('header')?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    area()?.blur()
    await open?.clock.advance(900)
    expect(area()).not.toBeNull()
    await open?.clock.advance(200)
    expect(area()).toBeNull()
  })

  it('does not stay if nobody was typing', async () => {
    const companion = await opened(talking, null, { 'history:read': historyOf([ended]) })
    await hangUp(companion)
    expect(document.querySelector('textarea')).toBeNull()
  })

  it('leaves the row of a call that new ones would push off the list', async () => {
    const row = (ivrid: string) => aStoredCall({ ivrid, startedAt: talking.startedAt })
    let calls = ['a', 'b', 'c', 'd', 'e'].map(row)
    const companion = await opened(ringing, null, {
      'history:read': (request) => historyOf(calls)(request),
    })
    const list = () => document.querySelectorAll('[aria-labelledby=earlier-title] [data-call]')
    list()[4]?.querySelector<HTMLElement>('.turn')?.click()
    await flushPromises()
    await vi.dynamicImportSettled()
    await flushPromises()
    const note = list()[4]?.querySelector('textarea')
    note?.focus()
    calls = [row('f'), ...calls]
    companion.push('state', aState({ calls: [ringing] }, { revision: 2 }))
    await flushPromises()
    expect([list().length, document.activeElement]).toEqual([6, note])
  })

  it('stays open as long as a note could not be stored', async () => {
    const answers = [null, true]
    const companion = await opened(talking, null, {
      'history:note': () => {
        const answer = answers.shift()
        if (answer !== true) throw new Error('no answer')
        return answer
      },
    })
    await typeInto('article textarea', 'wants a quote')
    await open?.clock.advance(1000)
    await flushPromises()
    expect(location.hash).toContain('unsaved')
    await typeInto('article textarea', 'wants a quote soon')
    await open?.clock.advance(1000)
    await flushPromises()
    expect(asked(companion, 'history:note')).toHaveLength(2)
    expect(location.hash).not.toContain('unsaved')
  })
})
