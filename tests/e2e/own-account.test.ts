import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'

const CODE = 'e2e-secret-4f1d9c'

describe('an agent’s own account', () => {
  let centre: CallCentre & { stop(): Promise<void> }
  let folder: string
  let desk: Desktop
  const printed: string[] = []
  const asked: string[] = []

  async function start(): Promise<void> {
    desk = await startDesktop({
      profile: join(folder, 'profile'),
      env: { RINGSIDE_POLICY: join(folder, 'policy.json') },
    })
  }
  async function end(): Promise<void> {
    printed.push(...desk.lines)
    asked.push(...desk.asked)
    await desk.end()
  }

  const alertsWith = (text: string, count: number) =>
    expect.poll(async () => (await desk.alerts()).filter((alert) => alert.includes(text)).length).toBe(count)

  beforeAll(async () => {
    centre = await startSimulator(CODE)
    folder = await mkdtemp(join(tmpdir(), 'ringside-account-'))
    await writeFile(
      join(folder, 'policy.json'),
      JSON.stringify({ baseUrl: new URL('/comet/API', centre.url).href, pollSeconds: 0.5 }),
    )
    await start()
  })
  afterAll(async () => {
    await end()
    await centre.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('welcomes a new user, and says what is wrong with a wrong code', async () => {
    await desk.openWindow()
    await desk.window.getByRole('heading', { name: 'Welcome to Ringside' }).waitFor()
    await desk.window.getByLabel('API code').fill('not-the-code')
    await desk.window.getByLabel('Extension (SIP code)').fill('SIPSIP2')
    await desk.window.getByRole('button', { name: 'Test connection' }).click()
    await desk.window.getByText('Voicenter doesn’t accept the code', { exact: false }).waitFor()
  })

  it('says that an extension can’t be found, and not that it has no calls', async () => {
    await desk.window.getByLabel('API code').fill(CODE)
    await desk.window.getByLabel('Extension (SIP code)').fill('sipsip2')
    await desk.window.getByRole('button', { name: 'Test connection' }).click()
    await desk.window.getByText('Voicenter can’t find extension', { exact: false }).waitFor()
  })

  it('finds the agent, shows a test alert, and starts watching', async () => {
    await desk.window.getByLabel('Extension (SIP code)').fill('SIPSIP2')
    await desk.window.getByRole('button', { name: 'Test connection' }).click()
    await desk.window.getByText(/Found: .+, extension SIPSIP2/).waitFor()
    await desk.window.getByRole('button', { name: 'Test alert' }).click()
    await alertsWith('Ringside test alert', 1)
    await desk.window.getByRole('button', { name: 'Start watching' }).click()
    await desk.window.getByText('No calls now').waitFor()
    await expect.poll(() => desk.trayState()).toBe('idle')
  })

  it('shows what the organisation has set as locked, and changes the rest', async () => {
    await desk.window.getByRole('button', { name: 'Settings' }).click()
    await desk.window.getByRole('heading', { name: 'Settings' }).waitFor()
    expect(await desk.window.getByLabel(/Check every/).isDisabled()).toBe(true)
    await desk.window.getByLabel('Show and copy numbers as').selectOption('international')
    await desk.window.getByRole('button', { name: 'Back to calls' }).click()
    const ivrid = await centre.call()
    await desk.window.getByRole('article').getByText('+972 72 277 6772').waitFor()
    await centre.act('hangup', ivrid)
  })

  it('remembers account and settings when it starts again', async () => {
    await end()
    await start()
    await expect.poll(() => desk.trayState()).toMatch(/^(idle|missed)$/)
    await centre.call()
    await alertsWith('+972 72 277 6772', 1)
  })

  it('quarantines settings that can’t be read, and says so', async () => {
    await end()
    const profile = join(folder, 'profile')
    const [settingsFile] = (await readdir(profile)).filter((name) => /settings.*\.json$/.test(name))
    await writeFile(join(profile, settingsFile!), '{ "theme": ')
    await start()
    await desk.openWindow()
    await desk.window.getByText('Your settings couldn’t be read', { exact: false }).waitFor()
    expect(await everyFile(profile)).toContain('{ "theme": ')
  })

  it('has left the code in no file, no line, no address and no window', async () => {
    const windowText = await desk.window.locator('html').evaluate((html) => html.outerHTML)
    const pageText = await desk.markup()
    const files = await everyFile(folder)
    expect(files.length).toBeGreaterThan(1)
    for (const text of [windowText, pageText, printed.join('\n'), asked.join('\n'), ...files])
      expect(text).not.toContain(CODE)
  })
})

/** The bytes of every file below a folder, as text. */
async function everyFile(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
  )
}
