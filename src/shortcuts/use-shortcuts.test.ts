// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { typeInto } from '../testing/history-rows.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aCall, aSettingsView, aState } from '../testing/samples.ts'

const ringing = aCall()
const talking = aCall({ ivrid: 'b', phase: 'talking', connected: true })
const DOING = ['call:copy', 'call:copy-as', 'settings:change', 'recording:mute', 'page:open', 'window:hide']

let open: OpenWindow

async function opened(calls = [ringing, talking]): Promise<FakeCompanion> {
  const companion = fakeCompanion({
    'state:read': () => aState({ calls }),
    'settings:read': () => aSettingsView({ outcomeLabels: ['Solved'] }),
  })
  open = await openWindow(companion)
  return companion
}

const did = (companion: FakeCompanion) =>
  companion.asked.filter(([channel]) => DOING.includes(String(channel)))
const note = () => document.querySelector<HTMLTextAreaElement>('article textarea')

async function press(key: string, { isComposing = false } = {}): Promise<void> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  Object.defineProperty(event, 'isComposing', { value: isComposing }) // happy-dom composes nothing
  ;(document.activeElement ?? document.body).dispatchEvent(event)
  await flushPromises()
}

async function write(text: string): Promise<void> {
  note()?.focus()
  await typeInto('article textarea', text)
}

describe('a key that belongs to what is typed', () => {
  it('does nothing else when the call of the note ends, or the focus moves to another card', async () => {
    const companion = await opened()
    await write('asked for a ')
    document.querySelector<HTMLElement>('article')?.focus()
    for (const key of 'cmpo123,') await press(key)
    await open.clock.advance(5_000)
    await press('c')
    expect(did(companion)).toEqual([])
    expect(document.activeElement).toBe(note())
  })

  it('does nothing else for a second after the field was left, and each such key extends it by a second', async () => {
    const companion = await opened()
    await write('a')
    document.querySelector<HTMLElement>('[data-tab=calls]')?.focus()
    await open.clock.advance(900)
    await press('c')
    await open.clock.advance(900)
    await press('p')
    expect(did(companion)).toEqual([])
    await open.clock.advance(1_000)
    await press('c')
    expect(did(companion)).toEqual([['call:copy', ringing.key, 'number']])
  })

  it('is counted from text entered without keys: pasted, dictated, from an input method', async () => {
    const companion = await opened()
    await open.clock.advance(5_000)
    await write('pasted')
    note()?.blur()
    document.querySelector<HTMLElement>('[data-tab=calls]')?.focus()
    await press('c')
    expect(did(companion)).toEqual([])
  })

  it('does nothing else while a character is composed', async () => {
    const companion = await opened()
    await press('c', { isComposing: true })
    await press('Escape', { isComposing: true })
    expect(did(companion)).toEqual([])
  })

  it('is in the note that N opened, from the first letter on', async () => {
    const companion = await opened([ringing])
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true }))
    for (const key of ['c', 'x', 'Backspace', 'p', ' ', 'm'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await flushPromises()
    await vi.dynamicImportSettled()
    await flushPromises()
    expect([note()?.value, document.activeElement]).toEqual(['cp m', note()])
    await open.clock.advance(1_000)
    expect(did(companion)).toEqual([])
    expect(companion.asked.filter(([channel]) => channel === 'history:note')).toEqual([
      ['history:note', ringing.key, 'cp m'],
    ])
  })

  it('is in the note that a click opened, from the first letter on', async () => {
    const companion = await opened([ringing])
    open.button('Note and label').click()
    for (const key of 'cp m')
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await flushPromises()
    await vi.dynamicImportSettled()
    await flushPromises()
    expect([note()?.value, document.activeElement]).toEqual(['cp m', note()])
    expect(did(companion)).toEqual([])
  })

  it('still goes into a note whose field is hidden by privacy', async () => {
    const companion = await opened()
    await write('ab')
    companion.push('settings', aSettingsView({ revision: 2 }, { privacy: true }))
    await flushPromises()
    await press('c')
    await open.clock.advance(2_000)
    expect(did(companion)).toEqual([])
    expect(companion.asked.filter(([channel]) => channel === 'history:note').at(-1)?.[2]).toBe('abc')
  })

  it('is a shortcut again a second after the note was left by Escape, which leaves the window open', async () => {
    const companion = await opened()
    await write('a')
    await press('Escape')
    expect(did(companion)).toEqual([])
    expect(document.activeElement).not.toBe(note())
    await open.clock.advance(1_000)
    await press('Escape')
    await press('c')
    expect(did(companion)).toEqual([['window:hide'], ['call:copy', talking.key, 'number']])
  })
})
