import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { ownSystem, SYSTEM_NAMES, type SystemName } from '../../browser-host/simulated-system.ts'
import { TAG } from './belief.ts'
import { BELIEFS } from './beliefs/beliefs.ts'
import { buildApp } from './build-app.ts'
import { verdictsAs } from './on-browser-host.ts'
import { verdictsOnElectron } from './on-electron.ts'
import type { Verdict } from './verdict.ts'

const ELECTRON = process.env['RINGSIDE_E2E_ELECTRON']
const own = ownSystem(process.platform)
const isWayland = own === 'linux' && (process.env['WAYLAND_DISPLAY'] ?? '') !== ''
const systems = ELECTRON === undefined ? SYSTEM_NAMES : isWayland ? [own, 'wayland' as const] : [own]
let app: string

beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'ringside-contract-app-'))
  await buildApp(app)
})
afterAll(() => rm(app, { recursive: true, force: true }))

describe.each(systems)(`Electron, as read at ${TAG}, on %s,`, (system: SystemName) => {
  let verdicts: readonly Verdict[] = []
  beforeAll(async () => {
    verdicts = await (ELECTRON === undefined
      ? verdictsAs(system, app)
      : verdictsOnElectron(ELECTRON, system, app))
  })

  const about = BELIEFS.filter(({ on }) => on === undefined || on.includes(system))
  for (const { name, source, confidence } of about)
    it(`${name} (${source}, ${confidence})`, ({ skip }) => {
      const verdict = verdicts.find((one) => one.name === name)
      if (verdict?.kind === 'open') skip(verdict.why)
      if (verdict?.kind !== 'holds') throw new Error(verdict?.kind === 'refuted' ? verdict.why : 'not tried')
    })
})
