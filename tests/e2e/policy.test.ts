import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBrowserHost } from '../../browser-host/start.ts'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { systemOfTest } from './system-of-test.ts'

const CODE = 'policy-secret-8d2'

/** On these systems, a file starts the program at login. The others are tested in login.test.ts and unit tests. */
const hasAutostart = ['linux', 'wayland'].includes(systemOfTest())

describe('an administrator’s policy', () => {
  let folder: string
  let desk: Desktop | null = null

  beforeAll(() => buildIfStale())
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringside-policy-'))
  })
  afterEach(async () => {
    await desk?.end()
    desk = null
    await rm(folder, { recursive: true, force: true })
  })

  const autostart = () => join(folder, 'config', 'autostart')
  const env = () => ({
    RINGSIDE_POLICY: join(folder, 'policy.json'),
    XDG_CONFIG_HOME: join(folder, 'config'),
  })

  /** Ringside with its simulated call centre under this policy, with the settings open. */
  async function open(policy: string | null): Promise<Desktop> {
    if (policy !== null) await writeFile(join(folder, 'policy.json'), policy)
    desk = await startDesktop({ demo: true, quiet: true, profile: join(folder, 'profile'), env: env() })
    await desk.openWindow()
    await desk.window.getByRole('button', { name: 'Settings' }).first().click()
    await desk.window.getByRole('heading', { name: 'Settings' }).waitFor()
    return desk
  }

  const shows = (text: string) => desk!.window.getByText(text).first().waitFor()

  async function stillRings(): Promise<void> {
    const centre = await desk!.centre()
    await centre.quiet()
    await centre.call()
    await expect.poll(() => desk!.trayState()).toBe('ringing')
  }

  it('is shown as locked, and its errors are reported while the rest applies', async () => {
    const { window } = await open(
      JSON.stringify({
        theme: 'dark',
        launchAtLogin: true,
        colour: 'red',
        startHidden: 'yes',
        soundVolume: 900,
      }),
    )
    const theme = window.getByLabel('Theme')
    expect([await theme.isDisabled(), await theme.inputValue()]).toEqual([true, 'dark'])
    const launch = window.getByRole('checkbox', { name: 'Start when I sign in to this computer' })
    expect([await launch.isDisabled(), await launch.isChecked()]).toEqual([true, true])
    const described = await launch.getAttribute('aria-describedby')
    expect((await window.locator(`[id="${described}"]`).textContent())?.trim()).toBe(
      'Set by your organisation',
    )
    expect(await window.getByRole('checkbox', { name: /^Start in the tray/ }).isDisabled()).toBe(false)
    await shows('In your organisation’s policy, “colour” is not a Ringside setting; it is ignored.')
    await shows('In your organisation’s policy, “startHidden” has the wrong type; it is ignored.')
    await shows('In your organisation’s policy, “soundVolume” is out of range; it is ignored.')
    await stillRings()
  })

  it.each([
    ['isn’t valid JSON', '{ "theme": '],
    ['isn’t a list of settings', '[]'],
    ['is missing', null],
  ])('that %s is reported, and watching continues', async (sentence, policy) => {
    await open(policy)
    await shows(`${sentence}. It is ignored; other settings apply.`)
    expect(await desk!.window.locator('body').textContent()).toContain(env().RINGSIDE_POLICY)
    await stillRings()
  })

  it('reveals the code nowhere: not in the window, the log or the settings', async () => {
    const { window } = await open(JSON.stringify({ code: CODE, webhookSecret: `${CODE}-too`, sounds: 7 }))
    await shows('“sounds” has the wrong type')
    const profile = join(folder, 'profile')
    const names = await readdir(profile, { recursive: true, withFileTypes: true })
    const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
    const stored = await Promise.all(files.map((file) => readFile(file, 'latin1')))
    const seen = [...stored, ...desk!.lines, await window.locator('html').innerHTML(), await desk!.markup()]
    expect(seen.filter((text) => text.includes(CODE))).toEqual([])
  })

  it.runIf(hasAutostart)(
    'starts Ringside at login, hidden; the user can switch this on and off if the policy does not set it',
    async () => {
      const { window } = await open('{}')
      const launch = window.getByRole('checkbox', { name: 'Start when I sign in to this computer' })
      await launch.check()
      await expect
        .poll(() => readdir(autostart()).catch(() => []))
        .toEqual(['desktop.ringside.Ringside.desktop'])
      expect(await readFile(join(autostart(), 'desktop.ringside.Ringside.desktop'), 'utf8')).toMatch(
        /^Exec=.* "--hidden"$/m,
      )
      await launch.uncheck()
      await expect.poll(() => readdir(autostart())).toEqual([])
    },
  )

  it.runIf(hasAutostart)('reports if the system refuses the start at login', async () => {
    await writeFile(join(folder, 'config'), '')
    await open('{"launchAtLogin": true}')
    await shows('The system didn’t allow Ringside to start at sign-in.')
    await stillRings()
  })
})

describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)('a start at login', () => {
  it('stays in the tray; a second start at login does nothing, and a start by hand opens the window', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'ringside-login-'))
    const desk = await startDesktop({ demo: true, profile, args: ['--hidden'] })
    const again = (argv: readonly string[]) => startBrowserHost({ profile, argv, port: 0 }).catch(() => null)
    const heading = desk.window.locator('header').first()
    await expect.poll(() => desk.trayState()).not.toBe('')
    await again(['--hidden'])
    expect(await heading.isVisible()).toBe(false)
    await again([])
    await heading.waitFor()
    await desk.end()
    await rm(profile, { recursive: true, force: true })
  })
})
