import { strict as assert } from 'node:assert'
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron/main'
import type { Belief, Stage } from '../belief.ts'

const BROWSER = 'shell/browser'
const LATER_MS = 300 // well above what a system needs to report a change

/** Drawn from edge to edge; counts its frames in its address, which shows whether it is being drawn. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Belief</title>
<style>html, body { margin: 0; height: 100% } .moves { height: 100%; app-region: drag }</style>
<body class="moves">A page<script>
let frames = 0
const count = () => { location.hash = ++frames; setTimeout(() => requestAnimationFrame(count), 20) }
requestAnimationFrame(count)
</script>`

interface Tried {
  readonly native: BrowserWindow
  /** `show`, `hide`, `focus`, `blur` and `ready-to-show`, in the order they arrived. */
  readonly events: string[]
}

let last = 0

/** A hidden window with a unique title; it is closed when `holds` has settled. */
async function withWindow(
  { electron }: Stage,
  options: BrowserWindowConstructorOptions,
  holds: (tried: Tried) => Promise<void> | void,
): Promise<void> {
  const native = new electron.BrowserWindow({
    title: `Belief window ${++last}`,
    ...{ show: false, frame: false, x: 100, y: 100, width: 200, height: 200 },
    ...options,
  })
  const events: string[] = []
  native.on('show', () => events.push('show'))
  native.on('hide', () => events.push('hide'))
  native.on('focus', () => events.push('focus'))
  native.on('blur', () => events.push('blur'))
  native.on('ready-to-show', () => events.push('ready-to-show'))
  native.on('page-title-updated', (event) => event.preventDefault())
  try {
    await holds({ native, events })
  } finally {
    native.destroy()
  }
}

async function load({ electron }: Stage, { native }: Tried): Promise<void> {
  const { protocol } = electron
  if (!protocol.isProtocolHandled('belief'))
    protocol.handle('belief', () => new Response(PAGE, { headers: { 'content-type': 'text/html' } }))
  await native.loadURL('belief://page/index.html')
}

const visibility = (events: readonly string[]): readonly string[] =>
  events.filter((event) => event === 'show' || event === 'hide')

/** How many frames the page says it has drawn. */
const frames = (native: BrowserWindow): number =>
  Number(URL.parse(native.webContents.getURL())?.hash.slice(1) ?? 0)

/** Whether a window of this kind has moved after a person dragged it by its page. */
const isMovedByPage = async (stage: Stage, focusable: boolean): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  await withWindow(stage, { focusable }, async (tried) => {
    await load(stage, tried)
    tried.native.showInactive()
    await stage.settle(LATER_MS)
    const before = tried.native.getBounds()
    await stage.arrange(`drag the window ${tried.native.getTitle()}`)
    await stage.settle(LATER_MS)
    const { x, y } = tried.native.getBounds()
    resolve(x !== before.x || y !== before.y)
  })
  return promise
}

export const windowBeliefs: readonly Belief[] = [
  {
    name: 'show and hide are emitted at each call, changed or not',
    source: `${BROWSER}/native_window_views.cc:618, 636, 655`,
    confidence: 'C',
    on: ['windows', 'linux', 'wayland'],
    holds: (stage) =>
      withWindow(stage, {}, ({ native, events }) => {
        for (const call of ['showInactive', 'showInactive', 'hide', 'hide'] as const) native[call]()
        assert.deepEqual(visibility(events), ['show', 'show', 'hide', 'hide'])
      }),
  },
  {
    name: 'show and hide are emitted after the call, and only for a change',
    source: `${BROWSER}/ui/cocoa/electron_ns_window_delegate.mm:45`,
    confidence: 'L',
    on: ['macos'],
    holds: (stage) =>
      withWindow(stage, {}, async ({ native, events }) => {
        native.showInactive()
        native.showInactive()
        assert.equal(events.length, 0)
        await stage.until(() => events.includes('show'))
        native.hide()
        native.hide()
        await stage.until(() => events.includes('hide'))
        await stage.settle(LATER_MS)
        assert.deepEqual(visibility(events), ['show', 'hide'])
      }),
  },
  {
    name: 'isVisible() is true as soon as showInactive() has returned, and false after hide()',
    source: `${BROWSER}/native_window_views.cc:671, native_window_mac.mm:534`,
    confidence: 'C',
    holds: (stage) =>
      withWindow(stage, {}, ({ native }) => {
        native.showInactive()
        assert.equal(native.isVisible(), true)
        native.hide()
        assert.equal(native.isVisible(), false)
      }),
  },
  {
    name: 'showInactive() takes no focus',
    source: `${BROWSER}/native_window_views.cc:631, native_window_mac.mm:490`,
    confidence: 'C',
    holds: (stage) =>
      withWindow(stage, {}, async ({ native, events }) => {
        native.showInactive()
        await stage.settle(LATER_MS)
        assert.deepEqual([native.isFocused(), events.includes('focus')], [false, false])
      }),
  },
  {
    name: 'focus() of a hidden window does nothing',
    source: `${BROWSER}/native_window_views.cc:593, native_window_mac.mm:445`,
    confidence: 'C',
    holds: (stage) =>
      withWindow(stage, {}, async ({ native, events }) => {
        native.focus()
        await stage.settle(LATER_MS)
        assert.deepEqual([native.isVisible(), events.includes('focus')], [false, false])
      }),
  },
  {
    name: 'a window that is not focusable has no focus even by show()',
    source: `${BROWSER}/native_window_views.cc:312, 1467, native_window_mac.mm:1249`,
    confidence: 'C',
    holds: (stage) =>
      withWindow(stage, { focusable: false }, async ({ native }) => {
        native.show()
        await stage.settle(LATER_MS)
        assert.deepEqual([native.isFocusable(), native.isFocused()], [false, false])
      }),
  },
  {
    name: 'a window that is not focusable is where setBounds puts it',
    source: `${BROWSER}/native_window_views.cc:312`,
    confidence: 'L',
    on: ['windows', 'macos', 'linux'],
    holds: (stage) =>
      withWindow(stage, { focusable: false }, async ({ native }) => {
        native.showInactive()
        native.setBounds({ x: 160, y: 140, width: 220, height: 180 })
        await stage.until(() => native.getBounds().x === 160 && native.getBounds().y === 140)
        assert.deepEqual(native.getBounds(), { x: 160, y: 140, width: 220, height: 180 })
      }),
  },
  {
    name: 'setBounds() stays within the limits, which can be changed just before',
    source: `${BROWSER}/native_window_mac.mm:732; Windows’ WM_GETMINMAXINFO, the window manager’s size hints`,
    confidence: 'L',
    on: ['windows', 'macos', 'linux'],
    holds: (stage) =>
      withWindow(
        stage,
        { minWidth: 150, minHeight: 150, maxWidth: 400, maxHeight: 400 },
        async ({ native }) => {
          native.showInactive()
          native.setBounds({ x: 100, y: 100, width: 100, height: 500 })
          await stage.settle(LATER_MS)
          assert.deepEqual(native.getSize(), [150, 400])
          native.setMinimumSize(1, 1)
          native.setBounds({ x: 100, y: 100, width: 300, height: 56 })
          await stage.until(() => native.getSize()[1] === 56)
          native.setMinimumSize(300, 56)
          native.setMaximumSize(300, 56)
          await stage.settle(LATER_MS)
          assert.deepEqual(native.getSize(), [300, 56])
        },
      ),
  },
  {
    name: 'move and resize are emitted for bounds that the program sets',
    source: `${BROWSER}/native_window_views.cc:1941, 2049, ui/cocoa/electron_ns_window_delegate.mm:225, 249`,
    confidence: 'L',
    on: ['windows', 'macos', 'linux'],
    holds: (stage) =>
      withWindow(stage, {}, async ({ native }) => {
        const changes = new Set<string>()
        native.on('move', () => changes.add('move'))
        native.on('resize', () => changes.add('resize'))
        native.showInactive()
        native.setBounds({ x: 160, y: 140, width: 220, height: 180 })
        await stage.until(() => changes.size === 2)
      }),
  },
  {
    name: 'under Wayland a window is at 0, 0, and stays as large as it was created',
    source: 'docs/api/browser-window.md, getBounds and “Platform notices”',
    confidence: 'L',
    on: ['wayland'],
    holds: (stage) =>
      withWindow(stage, {}, async ({ native }) => {
        native.showInactive()
        native.setBounds({ x: 160, y: 140, width: 220, height: 180 })
        await stage.settle(LATER_MS)
        assert.deepEqual(native.getBounds(), { x: 0, y: 0, width: 200, height: 200 })
      }),
  },
  {
    name: 'isAlwaysOnTop() is what was set last, whether the desktop does it or not',
    source: `${BROWSER}/native_window_views.cc:1193, native_window_mac.mm:912`,
    confidence: 'C',
    holds: (stage) =>
      withWindow(stage, {}, ({ native }) => {
        native.setAlwaysOnTop(true, 'floating')
        const above = native.isAlwaysOnTop()
        native.setAlwaysOnTop(false, 'floating')
        assert.deepEqual([above, native.isAlwaysOnTop()], [true, false])
      }),
  },
  {
    name: 'app-region: drag moves a window',
    source: `${BROWSER}/api/electron_api_web_contents.cc:2366`,
    confidence: 'C',
    on: ['windows', 'macos', 'linux'],
    holds: async (stage) => assert.equal(await isMovedByPage(stage, true), true),
  },
  {
    name: 'app-region: drag does not move a window that is not focusable',
    source: `${BROWSER}/native_window_views.cc:312; Chromium’s x11_window.cc: override_redirect`,
    confidence: 'L',
    on: ['linux'],
    holds: async (stage) => assert.equal(await isMovedByPage(stage, false), false),
  },
  {
    name: 'ready-to-show comes while the window is hidden',
    source: `${BROWSER}/api/electron_api_browser_window.cc:50, api/electron_api_web_contents.cc:2359`,
    confidence: 'C',
    on: ['windows', 'macos', 'linux'],
    holds: (stage) =>
      withWindow(stage, {}, async (tried) => {
        await load(stage, tried)
        await stage.until(() => tried.events.includes('ready-to-show'))
      }),
  },
  {
    name: 'ready-to-show comes only when the window was shown, and did-finish-load before that',
    source: 'electron/electron issue 48859',
    confidence: 'L',
    on: ['wayland'],
    holds: (stage) =>
      withWindow(stage, {}, async (tried) => {
        await load(stage, tried)
        await stage.settle(LATER_MS)
        assert.equal(tried.events.includes('ready-to-show'), false)
        tried.native.showInactive()
        await stage.until(() => tried.events.includes('ready-to-show'))
      }),
  },
  {
    name: 'a page is drawn no more when its window is hidden, and again when it is shown',
    source: `${BROWSER}/api/electron_api_browser_window.cc:291, 307`,
    confidence: 'L',
    holds: (stage) =>
      withWindow(stage, {}, async (tried) => {
        const { native } = tried
        await load(stage, tried)
        native.showInactive()
        await stage.until(() => frames(native) > 2)
        native.hide()
        await stage.settle(LATER_MS)
        const then = frames(native)
        await stage.settle(LATER_MS)
        assert.equal(frames(native), then)
        native.showInactive()
        await stage.until(() => frames(native) > then)
      }),
  },
  {
    name: 'the program stays active when its last window is hidden, until app.hide()',
    source: `${BROWSER}/native_window_mac.mm:531, browser_mac.mm:121`,
    confidence: 'L',
    on: ['macos'],
    holds: (stage) =>
      withWindow(stage, {}, async ({ native }) => {
        const { app } = stage.electron
        native.show()
        await stage.until(() => app.isActive())
        native.hide()
        await stage.settle(LATER_MS)
        assert.equal(app.isActive(), true)
        app.hide()
        await stage.until(() => !app.isActive() && app.isHidden())
        native.show()
        await stage.until(() => app.isActive() && !app.isHidden())
      }),
  },
  {
    name: 'a window of a hidden program is not on screen by showInactive()',
    source: 'AppKit: windows of a hidden program stay hidden; not in Electron’s source',
    confidence: 'L',
    on: ['macos'],
    holds: (stage) =>
      withWindow(stage, { focusable: false, type: 'panel' }, async ({ native }) => {
        const { app } = stage.electron
        app.hide()
        await stage.until(() => app.isHidden())
        native.showInactive()
        assert.equal(native.isVisible(), false)
      }),
  },
  {
    name: 'app.hide and app.isActive are there on macOS alone',
    source: `${BROWSER}/api/electron_api_app.cc:1965`,
    confidence: 'C',
    holds({ electron, system }) {
      const isMac = system === 'macos'
      assert.deepEqual(
        [typeof electron.app.hide === 'function', typeof electron.app.isActive === 'function'],
        [isMac, isMac],
      )
      return Promise.resolve()
    },
  },
]
