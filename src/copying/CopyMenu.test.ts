// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aCall, aStoredCall, aMissedCall, aSettingsView, aState } from '../testing/samples.ts'

const ringing = aCall()
const talking = aCall({ ivrid: 'id2', phase: 'talking', connected: true })
const copyTemplates = [
  { name: 'Number', template: '{phone}', format: 'text', key: null },
  { name: 'CRM line', template: '{name}', format: 'text', key: 'CommandOrControl+Shift+C' },
] as const

let open: OpenWindow | null = null

type Answers = NonNullable<Parameters<typeof fakeCompanion>[0]>

async function opened(answers: Answers = {}): Promise<FakeCompanion> {
  const companion = fakeCompanion({
    'state:read': () => aState({ calls: [ringing, talking] }),
    'settings:read': () => aSettingsView({ copyTemplates }),
    ...answers,
  })
  open = await openWindow(companion)
  return companion
}

const opener = (): HTMLButtonElement => document.querySelector('[aria-haspopup=menu]')!
const entries = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=menuitem]')]
const texts = (): string[] =>
  entries().map((entry) => entry.querySelector('bdi')?.textContent ?? entry.textContent.trim())
async function press(key: string, init: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))
  await flushPromises()
}
async function turn(): Promise<void> {
  opener().click()
  await flushPromises()
}

describe('the copy menu', () => {
  it('offers every template and the call id, and copies with the chosen one', async () => {
    const companion = await opened()
    await turn()
    expect(texts()).toEqual(['Number', 'CRM line', 'Copy call ID', 'Add to address book…'])
    expect(entries()[1]?.querySelector('kbd')?.textContent).toBe('Ctrl+Shift+C')
    expect(entries().map((one) => one.getAttribute('aria-keyshortcuts'))).toEqual([
      null,
      'Control+Shift+C',
      null,
      null,
    ])
    entries()[1]?.click()
    await flushPromises()
    expect(companion.asked).toContainEqual(['call:copy-as', ringing.key, 'CRM line'])
    expect(entries()).toEqual([])
    expect(opener().getAttribute('aria-label')).toBe('Copied')
    await open?.clock.advance(1500)
    await flushPromises()
    expect(opener().getAttribute('aria-label')).toBe('More options')
  })

  it('shows that nothing was copied', async () => {
    await opened({ 'call:copy-as': () => ({ kind: 'nothing-to-copy' }) })
    await turn()
    entries()[0]?.click()
    await flushPromises()
    expect(opener().getAttribute('aria-label')).toBe('Not copied')
  })

  it('is on missed and stored calls too', async () => {
    await opened({
      'state:read': () => aState({}, { missed: [aMissedCall()] }),
      'history:read': () => ({ calls: [aStoredCall()], next: null }),
    })
    expect(document.querySelectorAll('[aria-haspopup=menu]')).toHaveLength(2)
    await open?.click('History')
    expect(document.querySelectorAll('[aria-haspopup=menu]')).toHaveLength(1)
  })
})

describe('the shortcut of a template', () => {
  const copies = (companion: FakeCompanion) =>
    companion.asked.filter(([channel]) => channel === 'call:copy-as')
  const combination = { code: 'KeyC', ctrlKey: true, shiftKey: true }

  it('copies the first card, or the focused one, and shows that there', async () => {
    const companion = await opened()
    await press('C', combination)
    expect(copies(companion)).toEqual([['call:copy-as', ringing.key, 'CRM line']])
    expect(opener().getAttribute('aria-label')).toBe('Copied')
    document.querySelectorAll<HTMLElement>('article')[1]?.focus()
    await press('C', combination)
    expect(copies(companion)[1]).toEqual(['call:copy-as', talking.key, 'CRM line'])
  })

  it('copies the last focused card, if none is focused now', async () => {
    const companion = await opened()
    document.querySelectorAll<HTMLElement>('article')[1]?.focus()
    document.querySelectorAll<HTMLElement>('article')[1]?.blur()
    await press('C', combination)
    expect(copies(companion)).toEqual([['call:copy-as', talking.key, 'CRM line']])
  })

  it('does nothing while a note is being typed', async () => {
    const companion = await opened()
    document.querySelector('textarea')?.focus()
    await press('C', combination)
    expect(copies(companion)).toEqual([])
  })
})
