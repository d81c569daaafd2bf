import { describe, expect, it } from 'vitest'
import { wallBreaches } from './wall-breaches.ts'
import { WALLS } from './walls.ts'

const breaches = (path: string, text: string) => wallBreaches([{ path, text }], WALLS)

const FORBIDDEN: readonly (readonly [path: string, text: string, breach: string])[] = [
  ['core/domain.ts', `import 'node:fs'`, 'node:fs'],
  ['core/settings/settings.ts', `import { parse } from 'libphonenumber-js/min'`, 'npm:libphonenumber-js/min'],
  ['core/phone.ts', `import './settings/settings.ts'`, 'core/settings/settings.ts'],
  [
    'core/telephony/client.ts',
    `import type { Session } from '../session/session.ts'`,
    'core/session/session.ts',
  ],
  [
    'core/telephony/client.ts',
    `import { net } from 'electron/main'`,
    'npm:electron/main (only electron/ loads Electron)',
  ],
  ['core/session/session.ts', `import { en } from '../words/en.ts'`, 'core/words/en.ts'],
  ['core/alerts/tray-view.ts', `import { readPhone } from '../phone.ts'`, 'core/phone.ts'],
  [
    'core/session/session.ts',
    `import { turned } from '../testing/virtual-clock.ts'`,
    'core/testing/virtual-clock.ts (only tests use it)',
  ],
  ['core/stray.ts', `import './domain.ts'`, 'core/domain.ts'],
  ['electron/main/window/window.ts', `import '../../../src/bridge.ts'`, 'src/bridge.ts'],
  [
    'electron/main/window/window.ts',
    `import { app } from 'electron'`,
    'npm:electron (as `import type` only)',
  ],
  ['electron/preload/index.ts', `import { en } from '../../core/words/en.ts'`, 'core/words/en.ts'],
  ['src/bridge.ts', `import { en } from '../core/words/en.ts'`, 'core/words/en.ts'],
  ['src/stores/watch.ts', `import Card from '../calls/Card.vue'`, 'src/calls/Card.vue'],
  [
    'src/calls/Card.vue',
    `<script setup lang="ts">import { ask } from '../bridge.ts'</script>`,
    'src/bridge.ts',
  ],
  ['src/calls/Card.vue', `<script setup lang="ts">await import('node:fs')</script>`, 'node:fs'],
  [
    'src/calls/Card.vue',
    `<script setup lang="ts">import { readPhone } from '../../core/phone.ts'</script>`,
    'core/phone.ts (as `import type` only)',
  ],
  ['simulator/server.ts', `import type { Call } from '../core/domain.ts'`, 'core/domain.ts'],
  ['simulator/server.test.ts', `import { readPhone } from '../core/phone.ts'`, 'core/phone.ts'],
  [
    'browser-host/simulated.ts',
    `import { app } from 'electron'`,
    'npm:electron (only electron/ loads Electron)',
  ],
  [
    'browser-host/simulated.ts',
    `import type { Settings } from '../core/settings/settings.ts'`,
    'core/settings/settings.ts',
  ],
  ['scripts/start/start.ts', `import '../../simulator/world/cast.ts'`, 'simulator/world/cast.ts'],
  ['scripts/start/start.ts', `import '../../src/main.ts'`, 'src/main.ts'],
  [
    'electron/main/window/window.test.ts',
    `import { app } from 'electron/main'`,
    'npm:electron/main (only electron/ loads Electron)',
  ],
  ['tests/e2e/ring.test.ts', `require('electron')`, 'npm:electron (only electron/ loads Electron)'],
]

const ALLOWED: readonly (readonly [path: string, text: string])[] = [
  ['core/phone.ts', `import { parse } from 'libphonenumber-js/min'`],
  ['core/telephony/wire.ts', `import * as v from 'valibot'\nimport { readPhone } from '../phone.ts'`],
  ['core/session/session.ts', `import type { Clock } from '../clock.ts'\nimport './poller.ts'`],
  ['electron/main/index.ts', `import { app } from 'electron/main'\nimport type { Tray } from 'electron'`],
  [
    'electron/preload/index.ts',
    `import { isPushChannel } from '../../core/ipc/channels.ts'\nimport { ipcRenderer } from 'electron/renderer'`,
  ],
  [
    'src/stores/watch.ts',
    `import { bridge } from '../bridge.ts'\nimport type { Call } from '../../core/domain.ts'`,
  ],
  ['browser-host/simulated.ts', `import type { App } from 'electron'\nimport { WebSocketServer } from 'ws'`],
  [
    'scripts/start/start.ts',
    `import { startHost } from '../../browser-host/start.ts'\nimport '../../simulator/demo.ts'`,
  ],
  [
    'core/session/session.test.ts',
    `import fc from 'fast-check'\nimport '../testing/virtual-clock.ts'\nimport '../words/en.ts'`,
  ],
]

describe('wallBreaches', () => {
  it.each(FORBIDDEN)('in %s reports %s', (path, text, breach) => {
    expect(breaches(path, text)).toEqual([`${path} → ${breach}`])
  })

  it.each(ALLOWED)('in %s accepts %s', (path, text) => {
    expect(breaches(path, text)).toEqual([])
  })

  it('reports a file that no row of the table covers', () => {
    expect(breaches('attic/box.ts', `import 'vue'`)).toEqual([
      'attic/box.ts → npm:vue (the file is in no room)',
    ])
  })
})
