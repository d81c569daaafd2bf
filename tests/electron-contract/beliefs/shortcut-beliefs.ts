import { strict as assert } from 'node:assert'
import type { Belief } from '../belief.ts'

const FILE = 'shell/browser/api/electron_api_global_shortcut.cc'
const none = (): void => undefined

export const shortcutBeliefs: readonly Belief[] = [
  {
    name: 'global keys that can’t be read throw a TypeError',
    source: 'shell/common/gin_converters/accelerator_converter.cc:14',
    confidence: 'C',
    holds({ electron: { globalShortcut } }) {
      for (const bad of ['', 'Hyper+R', 'Control+'])
        assert.throws(() => globalShortcut.register(bad, none), TypeError)
      return Promise.resolve()
    },
  },
  {
    name: 'global keys are taken once, and free again when they were given back',
    source: `${FILE}:197, :215`,
    confidence: 'C',
    on: ['windows', 'macos', 'linux'],
    holds({ electron: { globalShortcut } }) {
      const take = (): boolean => globalShortcut.register('Control+Alt+F18', none)
      assert.deepEqual([take(), take()], [true, false])
      globalShortcut.unregister('Control+Alt+F18')
      assert.equal(globalShortcut.isRegistered('Control+Alt+F18'), false)
      assert.equal(take(), true)
      globalShortcut.unregister('Control+Alt+F18')
      return Promise.resolve()
    },
  },
  {
    name: 'while global keys rest none can be taken',
    source: `${FILE}:197 (Chromium: global_accelerator_listener.cc, RegisterAccelerator)`,
    confidence: 'L',
    on: ['windows', 'macos', 'linux'],
    holds({ electron: { globalShortcut } }) {
      globalShortcut.setSuspended(true)
      assert.equal(globalShortcut.register('Control+Alt+F19', none), false)
      globalShortcut.setSuspended(false)
      return Promise.resolve()
    },
  },
  {
    // Pressing such a shortcut now would crash the program (:84), so nobody presses it here.
    name: 'global keys that are given back while they rest stay taken, and nobody is there for them',
    source: `${FILE}:215-222 (Chromium: global_accelerator_listener.cc, UnregisterAccelerator)`,
    confidence: 'L',
    on: ['windows', 'macos', 'linux'],
    holds({ electron: { globalShortcut } }) {
      const take = (): boolean => globalShortcut.register('Control+Alt+F21', none)
      assert.equal(take(), true)
      globalShortcut.setSuspended(true)
      globalShortcut.unregister('Control+Alt+F21')
      globalShortcut.setSuspended(false)
      assert.equal(globalShortcut.isRegistered('Control+Alt+F21'), false)
      assert.equal(take(), false)
      return Promise.resolve()
    },
  },
  {
    name: 'under Wayland global keys are always taken, and never given back',
    source: `${FILE}:151-195, :211, :238`,
    confidence: 'C',
    on: ['wayland'],
    holds({ electron: { globalShortcut } }) {
      const take = (): boolean => globalShortcut.register('Control+Alt+F18', none)
      assert.deepEqual([take(), take()], [true, true])
      globalShortcut.unregister('Control+Alt+F18')
      assert.equal(globalShortcut.isRegistered('Control+Alt+F18'), true)
      globalShortcut.setSuspended(true)
      assert.equal(globalShortcut.register('Control+Alt+F19', none), true)
      globalShortcut.setSuspended(false)
      return Promise.resolve()
    },
  },
  {
    name: 'under Wayland global keys call who came last for them, after they were given back and at rest too',
    source: `${FILE}:92-95, :194`,
    confidence: 'C',
    on: ['wayland'],
    async holds({ electron: { globalShortcut }, arrange, settle }) {
      const pressed: string[] = []
      globalShortcut.register('Control+Alt+F9', () => pressed.push('first'))
      globalShortcut.register('Control+Alt+F9', () => pressed.push('last'))
      globalShortcut.unregister('Control+Alt+F9')
      globalShortcut.setSuspended(true)
      try {
        // A desktop may need a moment to notice that a shortcut was registered.
        for (let tries = 0; tries < 10 && pressed.length === 0; tries++) {
          await arrange('press Control+Alt+F9')
          await settle(200)
        }
      } finally {
        globalShortcut.setSuspended(false)
      }
      assert.deepEqual([...new Set(pressed)], ['last'])
    },
  },
  {
    name: 'the .desktop name of package.json is the program’s name among Linux’ desktops',
    source: 'default_app/main.ts:129, lib/browser/init.ts:140, shell/browser/api/electron_api_app.cc:977',
    confidence: 'C',
    on: ['linux', 'wayland'],
    holds({ electron: { app } }) {
      assert.equal(process.env['CHROME_DESKTOP'], 'contract.ringside.Contract.desktop')
      assert.equal(typeof app.setDesktopName, 'function')
      return Promise.resolve()
    },
  },
]
