import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SystemName } from '../../browser-host/simulated-system.ts'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'

const CODE = 'keychain-secret-9c4'

describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)('a computer’s keychain', () => {
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

  async function start(as: SystemName, keychain = 'usual'): Promise<Desktop> {
    await desk?.end()
    const env = { RINGSIDE_POLICY: join(folder, 'policy.json'), RINGSIDE_HOST_KEYCHAIN: keychain }
    desk = await startDesktop({ profile, as, env })
    await desk.openWindow()
    return desk
  }
  const shows = (text: string) => desk!.window.getByText(text).first().waitFor()
  const storedCodes = async (): Promise<readonly string[]> =>
    (await readdir(profile)).filter((name) => name === 'code.kept')

  async function enterCode({ window }: Desktop): Promise<void> {
    await window.getByLabel('API code').fill(CODE)
    await window.getByLabel('Extension (SIP code)').fill('SIPSIP2')
    await window.getByRole('button', { name: 'Start watching' }).click()
    await shows('No calls now')
  }

  async function rings(): Promise<void> {
    await centre.call({ phone: '0501234567' })
    await expect.poll(async () => (await desk!.alerts()).join()).toContain('050-123-4567')
  }

  async function toSettings({ window }: Desktop): Promise<void> {
    await window.getByRole('button', { name: 'Settings' }).first().click()
    await window.getByRole('heading', { name: 'Settings' }).waitFor()
  }

  it('that stores almost in plain text: says so before and after, stores the code, and watches', async () => {
    await start('linux')
    await shows(
      'This computer has no keychain, so the code is stored in a file that other users may be able to read.',
    )
    await enterCode(desk!)
    await toSettings(desk!)
    await shows('Stored in a file that other users may be able to read: this computer has no keychain.')
    expect(await storedCodes()).toEqual(['code.kept'])
    await start('linux')
    await rings()
  })

  // Electron guesses from the name of the desktop whether it has one; the encryption that it uses shows whether it
  // really does.
  it('is treated as missing if it is, whatever the desktop is called, and the code is encrypted again once there is one', async () => {
    await start('linux', 'refuses')
    await enterCode(desk!)
    await toSettings(desk!)
    await shows('Stored in a file that other users may be able to read: this computer has no keychain.')
    await start('linux', 'keyring')
    await rings()
    await toSettings(desk!)
    await shows('Stored. Type to replace it.')
    const stored = Buffer.from(await readFile(join(profile, 'code.kept'), 'utf8'), 'base64')
    expect(stored.subarray(0, 3).toString()).toBe('v11')
  })

  it('that can’t store anything: says so, watches until it quits, writes nothing, and asks again', async () => {
    await start('windows', 'none')
    await shows('This computer can’t store the code safely, so you must enter it each time Ringside starts.')
    await enterCode(desk!)
    await rings()
    await toSettings(desk!)
    await shows('Remembered until you quit: this computer can’t store it safely.')
    expect(await storedCodes()).toEqual([])
    await start('windows', 'none')
    await shows('This computer can’t store the code safely, so you must enter it each time Ringside starts.')
  })

  it('that can’t decrypt any more: says that the stored code can’t be read, and asks for it', async () => {
    await start('windows')
    await enterCode(desk!)
    await start('windows', 'none')
    await shows('The stored code can no longer be read')
    await enterCode(desk!)
    await rings()
    expect(await storedCodes()).toEqual(['code.kept'])
  })

  it.each(['windows', 'macos', 'linux', 'wayland'] as const)(
    'that waits for the user: on %s, tray and window come first, and say what they wait for',
    async (as) => {
      await start(as, 'keyring')
      await enterCode(desk!)
      await start(as, 'waits')
      await shows('Waiting for this computer’s keychain: unlock it when it asks')
      expect(await desk!.window.getByText('No account is set up yet.').count()).toBe(0)
      await expect.poll(() => desk!.trayState()).toBe('disconnected')
      await expect.poll(() => desk!.markup()).toContain('Waiting for the keychain')
      await desk!.setSwitch('Keychain open', true)
      await rings()
      await desk!.openWindow()
      expect(await desk!.window.getByText('Waiting for this computer’s keychain').count()).toBe(0)
    },
  )

  it('that is temporarily unavailable: is waited for, and its code is kept', async () => {
    await start('linux', 'keyring')
    await enterCode(desk!)
    await start('linux', 'refuses')
    await shows('Waiting for this computer’s keychain: unlock it when it asks')
    expect(await desk!.window.getByText('The stored code can no longer be read').count()).toBe(0)
    await start('linux', 'keyring')
    await rings()
  })

  it('that waits at the first run: takes the code, and stores it when the keychain opens', async () => {
    await start('linux', 'waits')
    await enterCode(desk!)
    await rings()
    expect(await storedCodes()).toEqual([])
    await desk!.setSwitch('Keychain open', true)
    await expect.poll(storedCodes).toEqual(['code.kept'])
    await start('linux', 'keyring')
    await rings()
  })
})
