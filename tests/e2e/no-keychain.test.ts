import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'

const SHOWN_MS = 8_000
const CODE = 'keychain-secret-9c4'

describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)('a computer without a keychain', () => {
  let centre: CallCentre & { stop(): Promise<void> }
  let folder: string
  let profile: string
  let desk: Desktop | null = null

  beforeAll(async () => {
    centre = await startSimulator(CODE)
  })
  afterAll(() => centre.stop())
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringside-keychain-'))
    profile = join(folder, 'profile')
    const baseUrl = new URL('/comet/API', centre.url).href
    await writeFile(join(folder, 'policy.json'), JSON.stringify({ baseUrl, pollSeconds: 0.5 }))
  })
  afterEach(async () => {
    await desk?.end()
    await centre.quiet()
    await rm(folder, { recursive: true, force: true })
  })

  async function start(env: Record<string, string>): Promise<Desktop> {
    await desk?.end()
    desk = await startDesktop({ profile, env: { RINGSIDE_POLICY: join(folder, 'policy.json'), ...env } })
    await desk.openWindow()
    return desk
  }
  const shows = (text: string) => desk!.window.getByText(text).first().waitFor({ timeout: SHOWN_MS })
  const keptCodes = async (): Promise<readonly string[]> =>
    (await readdir(profile)).filter((name) => name === 'code.kept')

  async function enterCode({ window }: Desktop): Promise<void> {
    await window.getByLabel('API code').fill(CODE)
    await window.getByLabel('Extension (SIP code)').fill('SIPSIP2')
    await window.getByRole('button', { name: 'Start watching' }).click()
    await shows('No calls now')
  }

  async function rings(): Promise<void> {
    await centre.call({ phone: '0501234567' })
    await expect
      .poll(async () => (await desk!.alerts()).join(), { timeout: SHOWN_MS })
      .toContain('050-123-4567')
  }

  async function toSettings({ window }: Desktop): Promise<void> {
    await window.getByRole('button', { name: 'Settings' }).first().click()
    await window.getByRole('heading', { name: 'Settings' }).waitFor()
  }

  it('that stores it practically in plain text: says so before and after, stores it, and watches', async () => {
    await start({})
    await shows(
      'This computer has no keychain, so the code is stored in a file that other users may be able to read.',
    )
    await enterCode(desk!)
    await toSettings(desk!)
    await shows('Stored in a file that other users may be able to read: this computer has no keychain.')
    expect(await keptCodes()).toEqual(['code.kept'])
    await start({})
    await rings()
  })

  it('that can store nothing: says so, watches until it quits, writes nothing, and asks again', async () => {
    const without = { RINGSIDE_HOST_NO_KEYCHAIN: '1' }
    await start(without)
    await shows('This computer can’t store the code safely, so you must enter it each time Ringside starts.')
    await enterCode(desk!)
    await rings()
    await toSettings(desk!)
    await shows('Remembered until you quit: this computer can’t store it safely.')
    expect(await keptCodes()).toEqual([])
    await start(without)
    await shows('This computer can’t store the code safely, so you must enter it each time Ringside starts.')
  })

  it('that is gone: says that the stored code can’t be read, and asks for it', async () => {
    await start({})
    await enterCode(desk!)
    await start({ RINGSIDE_HOST_NO_KEYCHAIN: '1' })
    await shows('The stored code can no longer be read')
    await enterCode(desk!)
    await rings()
    expect(await keptCodes()).toEqual(['code.kept'])
  })
})
