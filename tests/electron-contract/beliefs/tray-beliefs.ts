import { strict as assert } from 'node:assert'
import { join } from 'node:path'
import type { Tray } from 'electron/main'
import type { Belief, Stage } from '../belief.ts'

const FILE = 'shell/browser/api/electron_api_tray.cc'

/** A tray icon while `use` runs. */
function withTray({ electron }: Stage, use: (tray: Tray) => void): Promise<void> {
  const tray = new electron.Tray(join(electron.app.getAppPath(), 'tray', 'idle.png'))
  try {
    use(tray)
  } finally {
    tray.destroy()
  }
  return Promise.resolve()
}

export const trayBeliefs: readonly Belief[] = [
  {
    name: 'a tray can be made, whether anything shows it or not',
    source: 'shell/browser/ui/tray_icon_linux.cc:36, :78; shell/browser/api/electron_api_tray.cc:69',
    confidence: 'C',
    holds: (stage) =>
      withTray(stage, (tray) => {
        tray.setToolTip('Ringside')
        tray.setContextMenu(stage.electron.Menu.buildFromTemplate([{ label: 'Open' }]))
        assert.equal(tray.isDestroyed(), false)
      }),
  },
  {
    name: 'a tray has no bounds on Linux',
    source: 'shell/browser/ui/tray_icon.cc:15',
    confidence: 'C',
    on: ['linux', 'wayland'],
    holds: (stage) =>
      withTray(stage, (tray) => {
        assert.deepEqual(tray.getBounds(), { x: 0, y: 0, width: 0, height: 0 })
      }),
  },
  {
    name: 'a tray has a title on macOS alone',
    source: `${FILE}:243, :271`,
    confidence: 'C',
    holds: (stage) =>
      withTray(stage, (tray) => {
        tray.setTitle('0:12')
        assert.equal(tray.getTitle(), stage.system === 'macos' ? '0:12' : '')
      }),
  },
  {
    name: 'a destroyed tray throws, and can be destroyed again',
    source: `${FILE}:191, :408`,
    confidence: 'C',
    holds: (stage) =>
      withTray(stage, (tray) => {
        tray.destroy()
        assert.equal(tray.isDestroyed(), true)
        assert.throws(() => tray.setToolTip('gone'), /Tray is destroyed/)
      }),
  },
]
