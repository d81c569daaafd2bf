import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { installedApp } from './installed-app.ts'

describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)('the start at login, on Windows', () => {
  let folder: string
  let app: string
  let desk: Desktop | null = null

  beforeEach(async () => {
    await buildIfStale()
    folder = await mkdtemp(join(tmpdir(), 'ringside-login-'))
    app = await installedApp(folder)
  })
  afterEach(async () => {
    await desk?.end()
    await rm(folder, { recursive: true, force: true })
  })

  const profile = () => join(folder, 'a profile')
  async function start(): Promise<void> {
    await desk?.end()
    desk = await startDesktop({ app, profile: profile(), as: 'windows' })
    await desk.openWindow()
    await desk.window.getByRole('button', { name: 'Settings' }).first().click()
    await desk.window.getByRole('heading', { name: 'Settings' }).waitFor()
  }
  const atLogin = () => desk!.window.getByLabel('Start when I sign in to this computer')
  const registry = async (): Promise<unknown> =>
    JSON.parse(await readFile(join(profile(), 'browser-host-login.json'), 'utf8').catch(() => '{}'))
  const entry = async (): Promise<unknown> =>
    Reflect.get(Reflect.get((await registry()) as object, 'run') ?? {}, 'Ringside.Desktop')

  it('starts this profile, hidden; is off if it was turned off in Task Manager, and can be turned on again from here', async () => {
    await start()
    await atLogin().check()
    await expect.poll(entry).toMatch(/"--profile=[^"]*a profile" --hidden$/)
    await desk!.setSwitch('Start at login allowed', false)
    await expect.poll(registry).toMatchObject({ allowed: false })
    await start()
    expect(await atLogin().isChecked()).toBe(false)
    await atLogin().check()
    await expect.poll(entry).toMatch(/--hidden$/)
    expect(await registry()).toMatchObject({ allowed: true })
  })
})
