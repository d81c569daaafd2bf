import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { displayArgs } from '../../scripts/electron/display-args.ts'

const PROJECT = join(import.meta.dirname, '../..')
const EXECUTABLE = process.env['RINGSIDE_E2E_ELECTRON']

/** What only Electron's runtime can show (docs/claims.md): runs only with `npm run e2e:electron`. */
describe('on Electron itself', () => {
  let app: ElectronApplication
  let page: Page
  let profile: string

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'ringside-electron-'))
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    app = await _electron.launch({
      executablePath: EXECUTABLE ?? '',
      args: [
        ...root,
        PROJECT,
        `--user-data-dir=${profile}`,
        `--profile=${profile}`,
        ...displayArgs(process.platform, process.env),
      ],
    })
    page = await app.firstWindow()
    await page.getByRole('heading').first().waitFor()
  })
  afterAll(async () => {
    await app.close()
    await rm(profile, { recursive: true, force: true })
  })

  it('gives the page no Node, a sandbox, and a separate context', async () => {
    const preferences = await app.evaluate(({ BrowserWindow }) =>
      // Missing from its types.
      BrowserWindow.getAllWindows().map(
        ({ webContents }) =>
          Reflect.apply(
            Reflect.get(webContents, 'getLastWebPreferences') as () => unknown,
            webContents,
            [],
          ) as object,
      ),
    )
    expect(preferences.length).toBeGreaterThan(0)
    for (const one of preferences)
      expect(one).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
      })
    expect(
      await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in window)),
    ).toEqual([])
    expect(page.url()).toMatch(/^ringside:\/\/app\//)
  })

  it('lets the page navigate nowhere and open nothing', async () => {
    const home = page.url()
    await page.evaluate(() => (location.href = 'https://example.com/'))
    await page.evaluate(() => window.open('https://example.com/'))
    await expect.poll(() => page.url()).toBe(home)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('refuses permissions', async () => {
    const asked = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'refused',
      ),
    )
    expect(asked).toBe('refused')
  })

  it('knows where the code would be stored', async () => {
    const keychain = await app.evaluate(async ({ safeStorage }) => ({
      available: await safeStorage.isAsyncEncryptionAvailable(),
      backend: process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system',
    }))
    expect(keychain.available || keychain.backend === 'basic_text').toBe(true)
  })

  it('says in its diagnostics that it is Electron', async () => {
    const text = await page.evaluate(() =>
      (window as unknown as { companion: { request(channel: string): Promise<string> } }).companion.request(
        'diagnostics:read',
      ),
    )
    expect(text).toContain('host: Electron')
  })

  it('is photographed, if pictures are wanted', async () => {
    const folder = process.env['RINGSIDE_PICTURES']
    if (folder === undefined) return
    await mkdir(folder, { recursive: true })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(folder, `window-${colorScheme}.png`) })
    }
  })
})
