import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop, type DesktopOptions } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'
import { systemOfTest } from './system-of-test.ts'

const CODE = 'desk-secret-71c'
const run = promisify(execFile)

// Mounts disks that refuse writes, which only root on Linux may do, and in most containers not even root.
const MAY_MOUNT = await run('unshare', ['--mount', 'true']).then(
  () => true,
  () => false,
)

describe('two users on one computer', () => {
  it('each have their own desktop: both watch, and neither has the other’s settings', async () => {
    await buildIfStale()
    const centre = await startSimulator(CODE)
    const folder = await mkdtemp(join(tmpdir(), 'ringside-users-'))
    const baseUrl = new URL('/comet/API', centre.url).href
    await writeFile(join(folder, 'policy.json'), JSON.stringify({ baseUrl, code: CODE, pollSeconds: 0.5 }))
    const desks = await Promise.all(
      ['dana', 'yael'].map((user) =>
        startDesktop({
          profile: join(folder, user),
          env: { RINGSIDE_POLICY: join(folder, 'policy.json') },
        }),
      ),
    )
    try {
      for (const [index, { window, ...desk }] of desks.entries()) {
        await desk.openWindow()
        await window.getByLabel('Extension (SIP code)').fill(`SIPSIP${index + 1}`)
        await window.getByRole('button', { name: 'Start watching' }).click()
        await window.getByText('No calls now').waitFor()
      }
      await centre.call({ extension: 'SIPSIP1', phone: '0501234567' })
      await centre.call({ extension: 'SIPSIP2', phone: '0545550199' })
      const [one, other] = desks.map(
        ({ alerts }) =>
          async () =>
            (await alerts()).join(),
      )
      await expect.poll(one!).toContain('050-123-4567')
      await expect.poll(other!).toContain('054-555-0199')
      expect(await one!()).not.toContain('054-555-0199')
      expect(await other!()).not.toContain('050-123-4567')
    } finally {
      for (const desk of desks) await desk.end()
      await centre.stop()
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)(
  'faults of the desktop: each shows a message, and watching continues',
  () => {
    let folder: string
    let profile: string
    let desk: Desktop | null = null
    let isMounted = false
    let centre: CallCentre & { stop(): Promise<void> }

    beforeAll(async () => {
      await buildIfStale()
      centre = await startSimulator(CODE)
    })
    afterAll(() => centre.stop())
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ringside-desk-'))
      profile = join(folder, 'profile')
      await mkdir(profile)
      const account = { baseUrl: new URL('/comet/API', centre.url).href, code: CODE, extension: 'SIPSIP2' }
      await writeFile(join(folder, 'policy.json'), JSON.stringify({ ...account, pollSeconds: 0.5 }))
    })
    afterEach(async () => {
      await desk?.end()
      desk = null
      await centre.quiet()
      if (isMounted) await run('umount', [profile])
      isMounted = false
      await rm(folder, { recursive: true, force: true })
    })

    async function mount(size: string): Promise<void> {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', profile])
      isMounted = true
    }

    async function open(options: DesktopOptions = {}): Promise<Desktop> {
      desk = await startDesktop({
        profile,
        ...options,
        env: { RINGSIDE_POLICY: join(folder, 'policy.json'), ...options.env },
      })
      return desk
    }

    const shows = (text: string) => desk!.window.getByText(text).first().waitFor()

    async function rings(): Promise<void> {
      await centre.call({ phone: '0501234567' })
      await expect.poll(() => desk!.trayState()).toBe('ringing')
    }

    async function toSettings(): Promise<void> {
      await desk!.window.getByRole('button', { name: 'Settings' }).first().click()
      await desk!.window.getByRole('heading', { name: 'Settings' }).waitFor()
    }

    async function changesNothing(): Promise<void> {
      const hidden = desk!.window.getByRole('checkbox', { name: /^Start in the tray/ })
      await hidden.click()
      await shows('The settings couldn’t be saved to disk.')
      await expect.poll(() => hidden.isChecked()).toBe(false)
    }

    it.skipIf(!MAY_MOUNT)('a profile on a read-only disk', async () => {
      await mount('1m')
      await run('mount', ['-o', 'remount,ro', profile])
      await open()
      await rings()
      await expect.poll(async () => (await desk!.alerts()).join()).toContain('050-123-4567')
      await desk!.openWindow()
      await toSettings()
      await shows('Calls and notes can’t be saved: the history folder is read-only.')
      await changesNothing()
    })

    it.skipIf(!MAY_MOUNT)('a profile on a full disk', async () => {
      await mount('64k')
      await run('dd', ['if=/dev/zero', `of=${join(profile, 'full')}`, 'bs=1k']).catch(() => undefined)
      await open()
      await rings()
      await expect.poll(async () => (await desk!.alerts()).join()).toContain('050-123-4567')
      await desk!.openWindow()
      await toSettings()
      await shows('The disk is full.')
      await changesNothing()
    })

    it.skipIf(systemOfTest() === 'wayland')(
      'no notification daemon: the ring popup appears instead',
      async () => {
        await open({ env: { RINGSIDE_HOST_NO_NOTIFICATIONS: '1' } })
        await desk!.openWindow()
        await desk!.lookAway()
        await rings()
        await expect.poll(async () => (await desk!.popup()).join()).toContain('050-123-4567')
        expect(await desk!.alerts()).toEqual([])
      },
    )

    it.skipIf(!['linux', 'wayland'].includes(systemOfTest()))(
      'a desktop that shows no tray icons: the window opens automatically, and the settings say why',
      async () => {
        const bus = join(folder, 'gdbus')
        await writeFile(bus, '#!/bin/sh\necho "(false,)"\n')
        await chmod(bus, 0o755)
        await open({ env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` }, args: ['--hidden'] })
        await desk!.window.locator('header').first().waitFor()
        await toSettings()
        await shows('This desktop shows no tray icons.')
        await rings()
      },
    )
  },
)
