// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { GlobalKey } from '../../core/contract.ts'
import { keyName } from './key-name.ts'
import { WINDOW_KEYS } from './window-shortcuts.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import type { View } from '../stores/view.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { historyOf } from '../testing/history-of.ts'
import { turnRow, typeInto } from '../testing/history-rows.ts'
import { aCall, aStoredCall, aSettingsView, aState, someQueues } from '../testing/samples.ts'

let open: OpenWindow | null = null

const TALKING = aCall({ ivrid: 'b', phase: 'talking', connected: true })

async function opened(
  settings = {},
  answers: Parameters<typeof fakeCompanion>[0] = {},
): Promise<FakeCompanion> {
  const companion = fakeCompanion({
    'state:read': () => aState({ calls: [aCall(), TALKING] }),
    'settings:read': () => aSettingsView({}, settings),
    ...answers,
  })
  open = await openWindow(companion)
  return companion
}

async function press(
  key: string,
  on: Element = document.activeElement ?? document.body,
  more = {},
): Promise<void> {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
}

describe('single keys', () => {
  it('copy the number of the first call, or of the focused one', async () => {
    const companion = await opened()
    await press('c')
    document.querySelectorAll<HTMLElement>('[data-call]')[1]?.focus()
    await press('c')
    const copied = companion.asked.filter(([channel]) => channel === 'call:copy')
    expect(copied.map(([, key]) => key)).toEqual(['SIPSIP2/id1', 'SIPSIP2/b'])
  })

  it.each([
    ['Ctrl', 'Linux x86_64', { ctrlKey: true }],
    ['⌘', 'MacIntel', { metaKey: true }],
  ])('copy the number with %s and C, unless something is selected', async (_name, platform, held) => {
    vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform)
    onTestFinished(() => void vi.restoreAllMocks())
    const companion = await opened({ windowKeys: false })
    const copied = () => companion.asked.filter(([channel]) => channel === 'call:copy').map(([, key]) => key)
    const copy = () => press('c', document.activeElement ?? document.body, { code: 'KeyC', ...held })
    await copy()
    document.querySelectorAll<HTMLElement>('[data-call]')[1]?.focus()
    await copy()
    expect(copied()).toEqual(['SIPSIP2/id1', 'SIPSIP2/b'])
    document.getSelection()?.selectAllChildren(document.querySelector('article h3')!)
    await copy()
    document.getSelection()?.removeAllRanges()
    await press('c', document.body, { code: 'KeyC', ctrlKey: true, metaKey: true })
    await press('c', document.body, { code: 'KeyC', shiftKey: true, ...held })
    expect(copied()).toHaveLength(2)
  })

  it('open tabs, search, settings and privacy', async () => {
    const companion = await opened()
    await press('2')
    expect(document.querySelector('[data-tab=history]')?.getAttribute('aria-current')).toBe('page')
    await press('/')
    expect(document.activeElement?.getAttribute('type')).toBe('search')
    await open?.clock.advance(1000)
    await press('p', document.body)
    expect(companion.asked).toContainEqual(['settings:change', { privacy: true }])
    await press('1', document.body)
    await press(',', document.body)
    expect(document.querySelector('h1')?.textContent).toBe('Settings')
  })

  it.each([
    ['Ctrl', 'Linux x86_64', { ctrlKey: true }],
    ['⌘', 'MacIntel', { metaKey: true }],
  ])(
    'search with %s and F, and open the settings with the comma, in any layout',
    async (_, platform, held) => {
      vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform)
      onTestFinished(() => void vi.restoreAllMocks())
      await opened()
      await press('כ', document.body, { code: 'KeyF', ...held }) // Hebrew
      expect(document.activeElement?.getAttribute('type')).toBe('search')
      await open?.clock.advance(1000)
      await press(',', document.body, { code: 'Quote', ...held }) // where a Hebrew keyboard has the comma
      expect(document.querySelector('h1')?.textContent).toBe('Settings')
      await press('1', document.body)
      await press('ת', document.body, { code: 'Comma', ...held })
      expect(document.querySelector('h1')?.textContent).toBe('Settings')
    },
  )

  it('do not open the settings while something is typed', async () => {
    await opened()
    await press('2')
    await press('/')
    const search = document.activeElement
    await press(',', search!, { code: 'Comma', ctrlKey: true })
    expect(document.activeElement).toBe(search)
  })

  it('mute no recording: that takes keys that nobody types', async () => {
    const recordings = {
      [TALKING.key]: { recording: 'recorded', ask: { kind: 'none' }, muted: null, toggle: 'mute' },
    } as const
    const companion = await opened({}, { 'state:read': () => aState({ calls: [TALKING] }, { recordings }) })
    const asked = () => companion.asked.filter(([channel]) => channel === 'recording:mute')
    const elsewhere = '1234,?/nN' // these move the focus away from the call
    const letters = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
    for (const key of letters.filter((one) => !elsewhere.includes(one))) await press(key, document.body)
    expect(asked()).toEqual([])
    await press('M', document.body, { code: 'KeyM', ctrlKey: true, shiftKey: true })
    expect(asked()).toEqual([['recording:mute', TALKING.key, true]])
  })

  it('do not override the user’s own shortcut of a template', async () => {
    const copyTemplates = [
      { name: 'Mine', template: '{number}', format: 'text', key: 'Control+Shift+M' },
    ] as const
    const recordings = {
      [TALKING.key]: { recording: 'recorded', ask: { kind: 'none' }, muted: null, toggle: 'mute' },
    } as const
    const companion = await opened(
      {},
      {
        'state:read': () => aState({ calls: [TALKING] }, { recordings }),
        'settings:read': () => aSettingsView({ copyTemplates }),
      },
    )
    await press('M', document.body, { code: 'KeyM', ctrlKey: true, shiftKey: true })
    const did = companion.asked.map(([channel]) => channel)
    expect([did.includes('call:copy-as'), did.includes('recording:mute')]).toEqual([true, false])
  })

  it('are inactive while the user types, with Ctrl held, and when they are switched off', async () => {
    const companion = await opened()
    await press('2')
    await press('/')
    await press('c')
    await press('c', document.body, { ctrlKey: true })
    companion.push('settings', aSettingsView({ revision: 2 }, { windowKeys: false }))
    await flushPromises()
    await press('1', document.body)
    expect(document.querySelector('[data-tab=history]')?.getAttribute('aria-current')).toBe('page')
    expect(companion.asked.filter(([channel]) => channel === 'call:copy')).toEqual([])
  })

  it('are listed by ?, and Escape closes the list, not the window', async () => {
    const companion = await opened()
    await press('?')
    const dialog = document.querySelector('dialog')
    expect(dialog?.open).toBe(true)
    const listed = [...(dialog?.querySelectorAll('kbd') ?? [])].map((one) => one.textContent)
    const keys = WINDOW_KEYS.map(({ key }) => keyName(key, false))
    expect(listed).toEqual(expect.arrayContaining(keys.filter((key) => !/[34]/.test(key)))) // there are two tabs
    await press('Escape', dialog ?? document.body)
    expect(companion.asked).not.toContainEqual(['window:hide'])
    dialog?.close()
    await flushPromises()
    expect(document.querySelector('dialog')).toBe(null)
  })
})

describe('the shortcuts of the window that ? lists', () => {
  const EVERYTHING = { wideView: true } as const
  const waiting = { 'state:read': () => aState({}, { queues: someQueues() }) }
  const shown = () => document.querySelector('h1')?.textContent ?? ''
  const close = async (): Promise<void> => {
    document.querySelector('dialog')?.close()
    await flushPromises()
    await open?.clock.advance(1000)
  }

  /** Those of the window's group, in their listed order. */
  async function listed(): Promise<readonly string[]> {
    await press('?', document.body)
    const groups = [...document.querySelectorAll('dialog section')]
    const keys = [...(groups[1]?.querySelectorAll('kbd') ?? [])].map((one) => one.textContent)
    await close()
    return keys
  }

  async function work(view: View, companion: FakeCompanion): Promise<void> {
    const page = view === 'settings' || view === 'report'
    let title = ''
    const go = async (): Promise<void> => {
      // Some keys don't leave a page.
      if (page && shown() === title) return
      companion.push('show', { view: 'calls', call: null })
      await flushPromises()
      if (page) await open!.click('Settings')
      else document.querySelector<HTMLElement>(`[data-tab=${view}]`)?.click()
      await flushPromises()
      await vi.dynamicImportSettled()
      if (view === 'report') await open!.click('Open the report')
      title = shown()
    }
    for (const key of await listed()) {
      await go()
      await press(key === 'Esc' ? 'Escape' : key, document.body)
      await open?.clock.advance(1000)
      const did = `${view}, ${key}: ${shown()}`
      if (key === ',') expect(did).toContain('Settings')
      else if (key === '/') expect(document.activeElement?.getAttribute('type'), did).toBe('search')
      else if (/\d/.test(key)) {
        const tabs = [...document.querySelectorAll('.tabs [data-tab]')]
        expect(tabs[Number(key) - 1]?.getAttribute('aria-current'), did).toBe('page')
      } else if (key === '?') expect(document.querySelector('dialog')?.open, did).toBe(true)
      await close()
    }
  }

  it.each(['calls', 'queues', 'team', 'history', 'settings', 'report'] as const)(
    'work in the view %s',
    async (view) => {
      const companion = await opened(EVERYTHING, waiting)
      await work(view, companion)
      const changes = companion.asked.filter(([channel]) => channel === 'settings:change')
      expect(changes).toEqual([
        ['settings:change', { privacy: true }],
        ['settings:change', { windowPinned: true }],
      ])
    },
  )

  it('have as many digits as there are tabs, and name them', async () => {
    await opened(EVERYTHING, waiting)
    expect((await listed()).filter((key) => /\d/.test(key))).toEqual(['1', '2', '3', '4'])
    open!.wrapper.unmount()
    await opened()
    expect((await listed()).filter((key) => /\d/.test(key))).toEqual(['1', '2'])
    await press('?', document.body)
    expect(document.querySelector('dialog')?.textContent).toContain('Calls and History')
  })

  it('do not include privacy if the organisation decides it', async () => {
    const companion = await opened({}, { 'settings:read': () => aSettingsView({ locked: ['privacy'] }) })
    expect(await listed()).not.toContain('P')
    await press('p', document.body)
    expect(companion.asked.filter(([channel]) => channel === 'settings:change')).toEqual([])
  })
})

describe('Escape', () => {
  const hidden = (companion: FakeCompanion) =>
    companion.asked.filter(([channel]) => channel === 'window:hide').length

  it('closes only the list of shortcuts, wherever the focus is', async () => {
    const companion = await opened()
    await press('?')
    await press('Escape', document.body)
    expect(hidden(companion)).toBe(0)
  })

  it('closes one thing at a time: a question, the row it is in, then the window', async () => {
    const companion = await opened({}, { 'history:read': historyOf([aStoredCall()]) })
    await open!.click('History')
    await turnRow()
    await open!.click('Delete this caller…')
    expect(open!.wrapper.text()).toContain('can’t be undone')
    await press('Escape', document.body)
    expect(open!.wrapper.text()).not.toContain('can’t be undone')
    expect(document.querySelector('.turn[aria-expanded=true]')).not.toBe(null)
    await press('Escape', document.body)
    expect(document.querySelector('.turn[aria-expanded=true]')).toBe(null)
    expect(document.activeElement?.classList.contains('turn')).toBe(true)
    expect(hidden(companion)).toBe(0)
    await press('Escape', document.body)
    expect(hidden(companion)).toBe(1)
  })

  it('closes a page above another, and leaves a form in it first', async () => {
    const companion = await opened()
    await open!.click('Settings')
    await open!.click('Add rule')
    await press('Escape', document.body)
    expect(document.querySelector('.rule-form')).toBe(null)
    await open!.click('Open the report')
    for (const title of ['Settings', 'Calls']) {
      await press('Escape', document.body)
      expect([document.querySelector('h1')?.textContent, hidden(companion)]).toEqual([title, 0])
    }
    await press('Escape', document.body)
    expect(hidden(companion)).toBe(1)
  })

  it('closes no more than one thing when held down', async () => {
    const companion = await opened()
    await open!.click('Settings')
    await press('Escape', document.body)
    await press('Escape', document.body, { repeat: true })
    expect(hidden(companion)).toBe(0)
  })

  it('does not also close something else after clearing a search', async () => {
    const companion = await opened({}, { 'history:read': historyOf([aStoredCall()]) })
    await open!.click('History')
    await turnRow()
    await typeInto('input[type=search]', 'sales')
    await press('Escape', document.querySelector('input[type=search]')!)
    expect(document.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe('')
    expect(hidden(companion)).toBe(0)
  })
})

describe('a global shortcut, in the settings', () => {
  const keys: readonly GlobalKey[] = [
    { action: 'show', accelerator: 'Control+Alt+R', state: 'on' },
    { action: 'copy', accelerator: 'Control+Alt+C', state: 'taken' },
    { action: 'mute', accelerator: null, state: 'off' },
  ]
  const settings = () => aSettingsView({ keys })
  const field = (index: number) => document.querySelectorAll<HTMLElement>('.key .keys')[index]!
  const asked = (companion: FakeCompanion) =>
    companion.asked.flatMap(([channel, change]) =>
      channel === 'settings:change' ? [(change as { globalKeys: object }).globalKeys] : [],
    )

  it('is recorded as it is pressed', async () => {
    const companion = await opened({}, { 'settings:read': settings })
    await open!.click('Settings')
    field(2).click()
    await flushPromises()
    expect(field(2).textContent).toBe('Press the keys…')
    await press('m', field(2), { code: 'KeyM' })
    expect(open!.wrapper.text()).toContain('Add Ctrl and Alt')
    await press('m', field(2), { code: 'KeyM', ctrlKey: true, altKey: true })
    expect(asked(companion)).toEqual([expect.objectContaining({ mute: 'Control+Alt+M' })])
    const recorded = companion.asked.filter(([channel]) => channel === 'keys:record')
    expect(recorded).toEqual([
      ['keys:record', true],
      ['keys:record', false],
    ])
  })

  it('is not taken from other programs, nor from another action, and recording continues', async () => {
    const companion = await opened({}, { 'settings:read': settings })
    await open!.click('Settings')
    field(2).click()
    await flushPromises()
    await press('c', field(2), { code: 'KeyC', ctrlKey: true })
    expect(open!.wrapper.text()).toContain('Other apps need these keys. Add Ctrl and Alt')
    await press('t', field(2), { code: 'KeyT', ctrlKey: true, altKey: true })
    expect(open!.wrapper.text()).toContain('The system or other apps need these keys.')
    await press('r', field(2), { code: 'KeyR', ctrlKey: true, altKey: true })
    expect(open!.wrapper.text()).toContain('“Show Ringside” already uses these keys.')
    expect(asked(companion)).toEqual([])
    await press('m', field(2), { code: 'KeyM', ctrlKey: true, altKey: true })
    expect(asked(companion)).toEqual([expect.objectContaining({ mute: 'Control+Alt+M' })])
  })

  it('is said to be unknown where the desktop decides and does not say how', async () => {
    const unknown = keys.map((key) => (key.action === 'show' ? { ...key, state: 'unknown' as const } : key))
    await opened({}, { 'settings:read': () => aSettingsView({ keys: unknown }) })
    await open!.click('Settings')
    const hint = document.querySelectorAll('.key')[0]!.querySelector('p[role=status]')!
    expect(hint.textContent.trim()).toBe(
      'Ringside can’t see whether these keys work here. Press them to find out.',
    )
    expect(hint.classList).toContain('quiet')
    expect(open!.wrapper.text()).toContain('On Wayland, the desktop controls global shortcuts')
  })

  it('is not explained by Wayland where it is known to work', async () => {
    await opened({}, { 'settings:read': settings })
    await open!.click('Settings')
    expect(open!.wrapper.text()).not.toContain('On Wayland, the desktop controls')
  })

  it('says in words that another program has it', async () => {
    await opened({}, { 'settings:read': settings })
    await open!.click('Settings')
    expect(field(1).textContent).toBe('Ctrl+Alt+C')
    expect(field(1).closest('.key')?.textContent).toContain('another app probably uses them')
    expect(field(0).closest('.key')?.textContent).not.toContain('another program')
  })

  it('is unchanged by Escape, and cleared by Backspace', async () => {
    const companion = await opened({}, { 'settings:read': settings })
    await open!.click('Settings')
    field(0).click()
    await flushPromises()
    await press('Escape', field(0))
    expect(asked(companion)).toEqual([])
    expect(companion.asked).not.toContainEqual(['window:hide'])
    field(0).click()
    await flushPromises()
    await press('Backspace', field(0))
    expect(asked(companion)).toEqual([expect.objectContaining({ show: null })])
  })
})

describe('the sound that main requests', () => {
  it('is played as long and as loud as requested, and stops at once', async () => {
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
    const pause = vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue()
    const companion = await opened()
    const audio = document.querySelector('audio')!
    companion.push('sound', { sound: 'ring', volume: 40, repeats: true })
    await flushPromises()
    expect([audio.src.endsWith('ring.wav'), audio.volume, audio.loop]).toEqual([true, 0.4, true])
    expect(play).toHaveBeenCalledTimes(1)
    const paused = pause.mock.calls.length
    companion.push('sound', null)
    await flushPromises()
    expect([play.mock.calls.length, pause.mock.calls.length]).toEqual([1, paused + 1])
    vi.restoreAllMocks()
  })
})
