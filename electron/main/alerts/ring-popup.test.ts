import { describe, expect, it } from 'vitest'
import { testCall } from '../../../core/alerts/test-call.ts'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import type { PopupView } from '../../../core/ipc/popup-view.ts'
import type { Call } from '../../../core/domain.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings/settings.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import type { Screen } from '../../../core/window/screens.ts'
import { wordsFor } from '../../../core/words/words-for.ts'
import { positionKey } from './popup-position.ts'
import { createRingPopup } from './ring-popup.ts'

const display = (id: number, x: number): Screen => ({
  id,
  bounds: { x, y: 0, width: 1000, height: 800 },
  workArea: { x, y: 0, width: 1000, height: 800 },
  scaleFactor: 1,
})
const SIZE = { width: 348, height: 168 }
const words = wordsFor('en', [])
const story = { callsToday: 2, callsInWeek: 2, missedToday: 0, callsEver: 2, last: null }
const dana = { name: 'Dana', company: '', source: 'crm', matches: 1, hasPage: false } as const
const call = (key: string): Call => ({ ...testCall(words, 0), key, extension: 'S' })
const alert = (
  id: string,
  key: string | null,
  kind: AlertNotification['kind'] = 'ring',
): AlertNotification => ({
  id,
  kind,
  title: '',
  body: '',
  call: key,
  stays: true,
  silent: false,
  copyLabel: null,
})

/** `comesUp`: the window is on screen once its page has drawn. */
function setUp(isPossible = true, comesUp = true, platform: NodeJS.Platform = 'win32') {
  let visible = false
  const did: string[] = []
  const clock = virtualClock(1_000_000)
  const views: PopupView[] = []
  const seen: string[] = []
  let settings: Settings = DEFAULT_SETTINGS
  let screens = [display(1, 0), display(2, 1000)]
  let pointed = 2
  let live = [call('S/1'), call('S/2')]
  const displays = () => ({
    all: screens,
    primary: screens[0]!,
    pointed: screens.find(({ id }) => id === pointed) ?? screens[0]!,
  })
  const ofLive = <T>(key: string, known: T) => (live.some((one) => one.key === key) ? { [key]: known } : {})
  const popup = createRingPopup({
    clock,
    window: {
      show: ({ x, y, height }) => did.push(`at ${x},${y} ${height}`),
      hide() {
        visible = false
        did.push('hide')
      },
      drawn() {
        visible = comesUp
        did.push('up')
      },
      isVisible: () => visible,
      drag: (right, down) => did.push(`drag ${right},${down}`),
      drop: () => did.push('drop'),
      push: (view) => views.push(view),
      type: (on) => did.push(on ? 'typing' : 'typed'),
      pushSettings: () => undefined,
    },
    isPossible,
    known: () => ({
      watch: { agent: null, calls: live, connection: { kind: 'live' }, lastGoodAt: 0, clock: null },
      callers: ofLive('S/1', dana),
      stories: { ...ofLive('S/1', story), 'S/9': story },
      callNotes: ofLive('S/1', { note: 'a quote', label: '' }),
      journalTrouble: null,
    }),
    testCall: () => testCall(words, 0),
    isSpoken: () => false,
    settings: () => settings,
    displays,
    savePosition: (popupPlaces) => (settings = { ...settings, popupPlaces }),
    platform,
    onSeen: (id) => seen.push(id),
  })
  return {
    popup,
    did,
    seen,
    displays,
    clock,
    lastView: () => views.at(-1),
    /** These calls are live from now on. */
    become(calls: readonly Call[]) {
      live = [...calls]
      popup.refresh()
    },
    keys: () => views.at(-1)?.calls.map(({ key }) => key),
    revision: () => popup.view().revision,
    point: (id: number) => (pointed = id),
    unplug: () => (screens = [display(1, 0)]),
    set: (change: Partial<Settings>) => (settings = { ...settings, ...change }),
    settings: () => settings,
  }
}

describe('the ring popup', () => {
  it('is shown once its page has drawn the call, and not before', async () => {
    const { popup, revision, did } = setUp()
    const outcome = Promise.resolve(popup.raise(alert('a', 'S/1')))
    expect(did).toEqual(['at 1636,16 168'])
    popup.drawn(revision() - 1, 168)
    expect(await Promise.race([outcome, Promise.resolve('waits')])).toBe('waits')
    expect(did).not.toContain('up')
    popup.drawn(revision(), 168)
    expect([await outcome, did.at(-1)]).toEqual(['shown', 'up'])
  })

  it('fails when it is drawn but still not on screen, as when macOS hides the program', async () => {
    const { popup, revision } = setUp(true, false)
    const outcome = Promise.resolve(popup.raise(alert('a', 'S/1')))
    popup.drawn(revision(), 168)
    expect(await outcome).toBe('failed')
  })

  it('appears with what is ringing by then, not with the call that was drawn first', async () => {
    const { popup, revision, did } = setUp()
    const first = Promise.resolve(popup.raise(alert('a', 'S/1')))
    const drawnFirst = revision()
    const second = Promise.resolve(popup.raise(alert('b', 'S/2')))
    popup.drawn(drawnFirst, 168)
    expect(did).not.toContain('up')
    popup.drawn(revision(), 168)
    expect(await Promise.all([first, second])).toEqual(['shown', 'shown'])
  })

  it('stacks calls, and closes with the last one', () => {
    const { popup, keys, did } = setUp()
    void popup.raise(alert('a', 'S/1'))
    void popup.raise(alert('b', 'S/2'))
    expect(keys()).toEqual(['S/1', 'S/2'])
    popup.lower('a')
    expect(keys()).toEqual(['S/2'])
    popup.lower('b')
    popup.lower('b')
    expect(did.filter((one) => one === 'hide')).toHaveLength(1)
  })

  it('takes the height that the page needs, and ignores a page that is not laid out', () => {
    const { popup, did, revision } = setUp()
    void popup.raise(alert('a', 'S/1'))
    popup.drawn(revision(), 0)
    popup.drawn(revision() - 1, 300)
    popup.drawn(revision(), 300)
    expect(did).toEqual(['at 1636,16 168', 'at 1636,16 168', 'up', 'at 1636,16 300', 'up'])
  })

  it('reports when the user dismisses a call', () => {
    const { popup, seen, did } = setUp()
    void popup.raise(alert('a', 'S/1'))
    popup.dismiss('S/1')
    popup.dismiss('S/unknown')
    expect([seen, did.at(-1)]).toEqual([['a'], 'hide'])
  })

  it('stays where it was dragged, for this set of displays', () => {
    const { popup, did, settings, displays, unplug } = setUp()
    void popup.raise(alert('a', 'S/1'))
    popup.moved({ x: 1100, y: 200, ...SIZE })
    expect(settings().popupPlaces).toEqual({
      [positionKey(displays(), display(2, 1000))]: { x: 100, y: 200 },
    })
    popup.lower('a')
    void popup.raise(alert('b', 'S/1'))
    expect(did.at(-1)).toBe('at 1100,200 168')
    unplug()
    popup.refresh()
    expect(did.at(-1)).toBe('at 636,16 168')
  })

  it('is in the corner that is set, and in the one it was dragged to, whatever its height', () => {
    const { popup, did, set, settings, revision } = setUp()
    set({ popupCorner: 'bottom-left' })
    void popup.raise(alert('a', 'S/1'))
    expect(did.at(-1)).toBe('at 1016,616 168')
    popup.drawn(revision(), 300)
    expect(did.at(-2)).toBe('at 1016,484 300')
    popup.moved({ x: 1640, y: 470, width: 348, height: 300 })
    expect(Object.values(settings().popupPlaces)).toEqual([{ corner: 'bottom-right' }])
    expect(did.at(-1)).toBe('at 1636,484 300')
    popup.drawn(revision(), 168)
    expect(did.at(-2)).toBe('at 1636,616 168')
  })

  describe('that hides after five seconds', () => {
    async function hiding() {
      const rig = setUp()
      rig.set({ popupHideSeconds: 5 })
      const outcome = Promise.resolve(rig.popup.raise(alert('a', 'S/1')))
      await rig.clock.advance(60_000)
      rig.popup.drawn(rig.revision(), 168)
      expect(await outcome).toBe('shown')
      return { ...rig, hidden: () => rig.did.at(-1) === 'hide' }
    }

    it('does so although the call rings, without counting as dismissed', async () => {
      const { clock, hidden, seen, popup } = await hiding()
      await clock.advance(4_999)
      expect(hidden()).toBe(false)
      await clock.advance(1)
      expect([hidden(), seen]).toEqual([true, []])
      popup.lower('a')
      expect(clock.waiting()).toBe(0)
    })

    it('stays while the pointer is in it, and five seconds after', async () => {
      const { clock, hidden, popup } = await hiding()
      popup.hold(true)
      await clock.advance(600_000)
      popup.hold(false)
      await clock.advance(4_999)
      expect(hidden()).toBe(false)
      await clock.advance(1)
      expect(hidden()).toBe(true)
    })

    it('stays for a second ring, and shows both', async () => {
      const { clock, hidden, popup, revision, keys } = await hiding()
      await clock.advance(4_000)
      void popup.raise(alert('b', 'S/2'))
      await clock.advance(4_000)
      popup.drawn(revision(), 300)
      await clock.advance(4_999)
      expect([hidden(), keys()]).toEqual([false, ['S/1', 'S/2']])
      await clock.advance(1)
      expect(hidden()).toBe(true)
    })
  })

  it('returns to the main display when the chosen one is unplugged while it is shown', () => {
    const { popup, did, set, unplug } = setUp()
    set({ popupDisplay: '2' })
    void popup.raise(alert('a', 'S/1'))
    unplug()
    popup.refresh()
    expect(did.map((one) => one.split(',')[0])).toEqual([
      'at 1636',
      'at 636',
      ...did.slice(2).map(() => 'at 636'),
    ])
  })

  it('stays on the screen where it appeared while the pointer moves on; the next one appears there', () => {
    const { popup, did, point } = setUp()
    void popup.raise(alert('a', 'S/1'))
    point(1)
    void popup.raise(alert('b', 'S/2'))
    popup.refresh()
    expect(new Set(did)).toEqual(new Set(['at 1636,16 168']))
    popup.clear()
    void popup.raise(alert('c', 'S/1'))
    expect(did.at(-1)).toBe('at 636,16 168')
  })

  it('stays on the screen it was dragged to, and stores its position there', () => {
    const { popup, did, settings, displays } = setUp()
    void popup.raise(alert('a', 'S/1'))
    popup.moved({ x: 100, y: 300, ...SIZE })
    expect(settings().popupPlaces).toEqual({ [positionKey(displays(), display(1, 0))]: { x: 100, y: 300 } })
    popup.refresh()
    expect(did.at(-1)).toBe('at 100,300 168')
  })

  it('is not possible under Wayland, nor for an alert without a call', () => {
    expect(setUp(false).popup.raise(alert('a', 'S/1'))).toBe('unsupported')
    expect(setUp().popup.raise(alert('a', null))).toBe('unsupported')
  })

  it('shows a call without a caller for a test', () => {
    const { popup, keys } = setUp()
    void popup.raise(alert('t', null, 'test'))
    expect(keys()).toEqual(['/test'])
  })

  it('fails when its page is gone before drawing, and reappears for what was shown', async () => {
    const { popup, revision, keys, did } = setUp()
    void popup.raise(alert('a', 'S/1'))
    popup.drawn(revision(), 168)
    const second = Promise.resolve(popup.raise(alert('b', 'S/2')))
    popup.failed()
    expect(await second).toBe('failed')
    expect(did.at(-1)).toContain('at ')
    popup.lower('b')
    expect(popup.view().calls.map(({ key }) => key)).toEqual(['S/1'])
    expect(keys()).toEqual(['S/1', 'S/2'])
  })
})

describe('what the popup shows besides the call', () => {
  it('is the story and note of the calls in it, and of no others', () => {
    const { popup, lastView } = setUp()
    void popup.raise(alert('a', 'S/1'))
    expect(lastView()).toMatchObject({ stories: { 'S/1': story }, callNotes: { 'S/1': { note: 'a quote' } } })
    expect(Object.keys(lastView()?.stories ?? {})).toEqual(['S/1'])
  })

  it('is nothing in privacy mode', () => {
    const { popup, lastView, set } = setUp()
    set({ privacy: true })
    void popup.raise(alert('a', 'S/1'))
    expect(lastView()).toMatchObject({ stories: {}, callNotes: {}, note: null })
  })
})

describe('a note in the popup', () => {
  function writing(platform: NodeJS.Platform = 'win32') {
    const all = setUp(true, true, platform)
    void all.popup.raise(alert('a', 'S/1'))
    all.popup.drawn(all.revision(), 168)
    return { ...all, can: all.popup.write('S/1') }
  }

  it('gives the popup the keyboard only while it is written', () => {
    const { popup, can, did, lastView } = writing()
    expect([can, did.at(-1), lastView()?.note]).toEqual([
      true,
      'typing',
      { call: 'S/1', ended: false, held: false },
    ])
    popup.write(null)
    expect([did.includes('typed'), lastView()?.note]).toEqual([true, null])
  })

  it.each([
    ['on Linux, where such a window can’t be focused', () => writing('linux').can],
    ['for a call that is not in it', () => setUp().popup.write('S/2')],
  ])('is refused %s', (_, can) => {
    expect(can()).toBe(false)
  })

  it('keeps its call when it is answered and ends, and lets it go afterwards', () => {
    const { popup, keys, become, lastView, did } = writing()
    become([{ ...call('S/1'), phase: 'talking' }])
    popup.lower('a')
    expect([keys(), lastView()?.note?.ended]).toEqual([['S/1'], false])
    become([])
    expect([keys(), lastView()?.note?.ended]).toEqual([['S/1'], true])
    popup.write(null)
    expect(did.at(-1)).toBe('hide')
  })

  it('is still there once its call has ended, and so are name and story: what is typed goes on from it', () => {
    const { become, lastView } = writing()
    become([])
    expect(lastView()).toMatchObject({
      ...{ callNotes: { 'S/1': { note: 'a quote' } }, callers: { 'S/1': dana }, stories: { 'S/1': story } },
    })
  })

  it('leaves a call in the popup that still rings', () => {
    const { popup, keys } = writing()
    popup.write(null)
    expect(keys()).toEqual(['S/1'])
  })

  it('shows its call once when it rings again', () => {
    const { popup, keys } = writing()
    popup.lower('a')
    void popup.raise(alert('b', 'S/1'))
    expect(keys()).toEqual(['S/1'])
  })

  it('closes the window only once its page has sent the text, or doesn’t respond', async () => {
    const answered = writing()
    answered.popup.clear()
    expect([answered.keys(), answered.did.includes('hide')]).toEqual([[], false])
    answered.popup.write(null)
    expect(answered.did.at(-1)).toBe('hide')

    const silent = writing()
    silent.popup.clear()
    await silent.clock.advance(1000)
    expect(silent.did.at(-1)).toBe('hide')
  })

  it('is over when the page fails, and so is its call if that no longer rings', () => {
    const { popup, lastView, keys } = writing()
    popup.lower('a')
    popup.failed()
    void popup.raise(alert('b', 'S/2'))
    expect([lastView()?.note, keys()]).toEqual([null, ['S/2']])
  })
})
