import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { startDesktop, type Desktop } from './desktop.ts'

/** The session bus is a script that reports the contents of two files. */
describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined || process.platform === 'win32')(
  'a Linux desktop that shows tray icons only later',
  () => {
    let folder: string
    let desk: Desktop

    beforeEach(async () => {
      await buildIfStale()
      folder = await mkdtemp(join(tmpdir(), 'ringside-tray-'))
      const gdbus = join(folder, 'gdbus')
      await writeFile(
        gdbus,
        `#!/bin/sh\ncase "$*" in *IsStatusNotifierHostRegistered*) cat ${folder}/host ;; *) cat ${folder}/watcher ;; esac\n`,
      )
      await chmod(gdbus, 0o755)
      await says(false)
      const env = {
        RINGSIDE_HOST_NO_TRAY: '1',
        PATH: [folder, process.env['PATH']].join(delimiter),
      }
      desk = await startDesktop({ demo: true, quiet: true, as: 'linux', env, args: ['--hidden'] })
    })
    afterEach(async () => {
      await desk.end()
      await rm(folder, { recursive: true, force: true })
    })

    async function says(isThere: boolean): Promise<void> {
      await writeFile(join(folder, 'watcher'), `(${String(isThere)},)\n`)
      await writeFile(join(folder, 'host'), `(<${String(isThere)}>,)\n`)
    }
    const trayIcons = async () => (await desk.markup()).match(/data-testid="tray"/g)?.length ?? 0

    it('gets the icon when it can show it', async () => {
      await desk.setSwitch('Tray icons shown', true)
      // An icon that Electron created earlier stays hidden from it forever.
      expect(await trayIcons()).toBe(0)
      await says(true)
      await expect.poll(trayIcons).toBe(1)
      await expect.poll(() => desk.trayState()).toBe('idle')
    })

    it('gets it even after the window opened instead, and the settings no longer report it', async () => {
      await desk.window.locator('header').first().waitFor()
      await desk.window.getByRole('button', { name: 'Settings' }).first().click()
      const told = desk.window.getByText('This desktop shows no tray icons.')
      await told.waitFor()
      await says(true)
      await desk.setSwitch('Tray icons shown', true)
      await expect.poll(trayIcons).toBe(1)
      await desk.openWindow()
      await expect.poll(() => told.count()).toBe(0)
    })
  },
)
