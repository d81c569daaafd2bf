// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aCall, aRecording, aSettingsView, aState, NOW } from '../testing/samples.ts'
import { live } from '../testing/shown-state.ts'

const KEY = 'SIPSIP2/id1'
const talking = aCall({ phase: 'talking', connected: true, answeredAt: NOW - 60_000 })
const state = (change = {}) =>
  aState({ calls: [talking] }, { recordings: { [KEY]: aRecording() }, ...change })

// Loaded with the first fold, which a test would otherwise have to wait for.
beforeAll(() => import('./CallStrip.vue'))

async function opened(answer = state()): Promise<[OpenWindow, FakeCompanion]> {
  const companion = fakeCompanion({ 'state:read': () => answer })
  return [await openWindow(companion), companion]
}

async function fold(companion: FakeCompanion, folded = true): Promise<void> {
  companion.push('shape', { folded, floats: true })
  await flushPromises()
  await nextTick()
  await flushPromises()
}

const strip = (): HTMLElement | null => document.querySelector<HTMLElement>('main.strip')
const full = (): boolean => document.querySelector<HTMLElement>('.window')?.style.display !== 'none'

describe('the folded window', () => {
  it('shows who, for how long, and whether the call is recorded, in place of everything else', async () => {
    const [, companion] = await opened()
    await fold(companion)
    expect(full()).toBe(false)
    expect(strip()?.textContent).toMatch(/072-277-6772Sales line1:00Talking.*Recording/s)
    await fold(companion, false)
    expect([strip(), full()]).toEqual([null, true])
  })

  it('shows the caller’s name instead of the number where somebody knows it', async () => {
    const dana = {
      name: 'Dana Levi',
      company: 'Brightwater',
      source: 'own',
      matches: null,
      hasPage: false,
    } as const
    const [, companion] = await opened(state({ callers: { [KEY]: dana } }))
    await fold(companion)
    expect(strip()?.textContent).toMatch(/Dana Levi.*Brightwater.*1:00/s)
    expect(strip()?.textContent).not.toContain('072')
  })

  it('shows that nothing is live', async () => {
    const { watch, ...rest } = state()
    const stale = {
      ...rest,
      watch: {
        ...watch,
        calls: [talking],
        connection: {
          kind: 'stale',
          since: NOW - 5_000,
          failure: { kind: 'unreachable', why: 'dns' },
        } as const,
      },
    }
    const [, companion] = await opened(stale)
    await fold(companion)
    expect(strip()?.textContent).toMatch(/072-277-6772.*not updating/s)
  })

  it('mutes the recording on a click, and requests nothing before', async () => {
    const [, companion] = await opened()
    await fold(companion)
    const asked = () => companion.asked.filter(([channel]) => channel === 'recording:mute')
    const mute = strip()?.querySelector<HTMLElement>('[aria-label="Mute recording"]')
    mute?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, movementX: 3 }))
    mute?.focus()
    expect(asked()).toEqual([])
    mute?.click()
    expect(asked()).toEqual([['recording:mute', KEY, true]])
  })

  it('reports a pointer that moves on it outside its buttons', async () => {
    const [, companion] = await opened()
    await fold(companion)
    const move = (selector: string, movementX = 2) =>
      strip()
        ?.querySelector(selector)
        ?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, movementX }))
    for (const one of ['.lines', '.lines', 'button', '.sign']) move(one)
    move('.lines', 0)
    expect(companion.asked.filter(([channel]) => channel === 'window:hover')).toEqual([
      ['window:hover', true],
      ['window:hover', false],
    ])
  })

  it('opens by its button, hides by Escape, and takes only keys for what it shows', async () => {
    const [window, companion] = await opened()
    await window.click('Settings')
    await fold(companion)
    await window.click('Open the window')
    const press = (init: KeyboardEventInit) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }))
    for (const key of ['Escape', ',', '1', '?']) press({ key })
    press({ key: 'M', code: 'KeyM', ctrlKey: true, shiftKey: true })
    const channels = companion.asked.map(([channel]) => channel).slice(-3)
    expect(channels).toEqual(['window:unfold', 'window:hide', 'recording:mute'])
    await fold(companion, false)
    expect(document.querySelector('h1')?.textContent).toBe('Settings')
  })

  it('announces nothing twice, and has a row for each call', async () => {
    const [, companion] = await opened()
    const before = document.querySelector('[role="alert"]')
    await fold(companion)
    const second = aCall({ key: 'SIPSIP2/id2', name: 'Levi' })
    companion.push('state', {
      ...state(),
      watch: { ...state().watch, calls: [talking, second] },
      revision: 2,
    })
    await flushPromises()
    expect([...(strip()?.querySelectorAll('article') ?? [])]).toHaveLength(2)
    const said = live('alert')
    expect(said).toContain('Levi')
    await fold(companion, false)
    expect(document.querySelector('[role="alert"]')).toBe(before)
    expect(live('alert')).toBe(said)
  })

  it('returns the caret to where it was', async () => {
    const [, companion] = await opened()
    const note = document.querySelector<HTMLElement>('textarea')
    note?.focus()
    expect(document.activeElement).toBe(note)
    await fold(companion)
    note?.blur()
    await fold(companion, false)
    expect(document.activeElement).toBe(note)
  })

  it('is not folded to while a dialog is open', async () => {
    const [, companion] = await opened()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))
    await flushPromises()
    expect(companion.asked).toContainEqual(['window:hold', true])
  })
})

describe('the pin', () => {
  const pinned = aSettingsView({ revision: 2 }, { windowPinned: true })

  it('pins by its button and by its key, and unpins', async () => {
    const [window, companion] = await opened()
    await window.click('Pin on top')
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 't', code: 'KeyT', bubbles: true }))
    companion.push('settings', pinned)
    await flushPromises()
    await window.click('Unpin')
    const changes = companion.asked.filter(([channel]) => channel === 'settings:change')
    expect(changes.map(([, change]) => change)).toEqual([
      { windowPinned: true },
      { windowPinned: true },
      { windowPinned: false },
    ])
  })

  it('promises only what the desktop can do', async () => {
    const [window, companion] = await opened()
    companion.push('shape', { folded: false, floats: false })
    await flushPromises()
    expect(window.button('Keep open')).toBeDefined()
    await window.click('Settings')
    expect(document.body.textContent).toContain(
      'On Wayland, apps can’t keep windows on top: the pinned window',
    )
  })

  it('can’t be changed if the organisation has set it', async () => {
    const companion = fakeCompanion({
      'settings:read': () => aSettingsView({ locked: ['windowPinned'] }, { windowPinned: true }),
    })
    const window = await openWindow(companion)
    expect(window.button('Unpin').disabled).toBe(true)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 't', code: 'KeyT', bubbles: true }))
    await flushPromises()
    expect(companion.asked.some(([channel]) => channel === 'settings:change')).toBe(false)
  })
})
