import { strict as assert } from 'node:assert'
import type { Belief } from '../belief.ts'

const WINDOWS = 'shell/browser/browser_win.cc'
const ARGS = ['--profile=C:\\a person\\profile', '--hidden']

export const loginBeliefs: readonly Belief[] = [
  {
    name: 'on Linux there are no login items',
    source: 'shell/browser/browser_linux.cc:264',
    confidence: 'C',
    on: ['linux', 'wayland'],
    holds({ electron: { app } }) {
      app.setLoginItemSettings({ openAtLogin: true })
      assert.equal(app.getLoginItemSettings().openAtLogin, false)
      return Promise.resolve()
    },
  },
  {
    name: 'a login item is on for the very arguments that it was set with',
    source: `${WINDOWS}:689, :728`,
    confidence: 'C',
    on: ['windows'],
    holds({ electron: { app } }) {
      try {
        app.setLoginItemSettings({ openAtLogin: true, args: ARGS })
        assert.equal(app.getLoginItemSettings({ args: ARGS }).openAtLogin, true)
        assert.equal(app.getLoginItemSettings({ args: ['--hidden'] }).openAtLogin, false)
        assert.equal(app.getLoginItemSettings({ args: ['--hidden'] }).executableWillLaunchAtLogin, true)
      } finally {
        app.setLoginItemSettings({ openAtLogin: false, args: ARGS })
      }
      assert.equal(app.getLoginItemSettings({ args: ARGS }).openAtLogin, false)
      return Promise.resolve()
    },
  },
  {
    name: 'a login item that was switched off reads as on, but for its own entry; setting it switches it on',
    source: `${WINDOWS}:247, :694-708, :725-729`,
    confidence: 'C',
    on: ['windows'],
    holds({ electron: { app } }) {
      const read = (): readonly unknown[] => {
        const { openAtLogin, launchItems } = app.getLoginItemSettings({ args: ARGS })
        return [openAtLogin, launchItems.map(({ enabled }) => enabled)]
      }
      try {
        app.setLoginItemSettings({ openAtLogin: true, args: ARGS, enabled: false }) // as Task Manager does
        assert.deepEqual(read(), [true, [false]])
        app.setLoginItemSettings({ openAtLogin: true, args: ARGS })
        assert.deepEqual(read(), [true, [true]])
      } finally {
        app.setLoginItemSettings({ openAtLogin: false, args: ARGS })
      }
      return Promise.resolve()
    },
  },
  {
    name: 'a login item of macOS has no arguments',
    source: 'shell/browser/browser_mac.mm:376, :397',
    confidence: 'C',
    on: ['macos'],
    holds({ electron: { app } }) {
      const plain = app.getLoginItemSettings()
      assert.deepEqual(app.getLoginItemSettings({ args: ARGS }), plain)
      assert.equal(plain.launchItems, undefined)
      assert.ok(['not-registered', 'enabled', 'requires-approval', 'not-found'].includes(plain.status))
      return Promise.resolve()
    },
  },
]
