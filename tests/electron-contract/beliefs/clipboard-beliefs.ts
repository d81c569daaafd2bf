import { strict as assert } from 'node:assert'
import type { Belief } from '../belief.ts'

const FILE = 'shell/browser/api/electron_api_clipboard.cc'

export const clipboardBeliefs: readonly Belief[] = [
  {
    name: 'the clipboard is written and read by promises',
    source: `${FILE}:254, :375`,
    confidence: 'C',
    on: ['windows', 'macos', 'linux'],
    async holds({ electron: { clipboard } }) {
      await clipboard.writeText('072-277-6772')
      assert.equal(await clipboard.readText(), '072-277-6772')
    },
  },
  {
    // Whether other programs can read it can't be seen from here: tests/e2e/wayland.test.ts.
    name: 'without the focus a copy succeeds all the same, and is read back',
    source: `${FILE}:386 (Chromium: wayland_clipboard.cc, Write and IsSelectionOwner)`,
    confidence: 'L',
    on: ['wayland'],
    async holds({ electron: { BrowserWindow, clipboard } }) {
      assert.equal(BrowserWindow.getFocusedWindow(), null)
      await clipboard.writeText('dropped')
      assert.equal(await clipboard.readText(), 'dropped')
    },
  },
]
