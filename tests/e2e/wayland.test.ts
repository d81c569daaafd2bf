import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import { startDesktop, type Desktop, type DesktopOptions } from './desktop.ts'

const COPY = 'Copy the call’s number'

describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)('a Wayland session', () => {
  let folder: string
  let desk: Desktop

  beforeEach(async () => {
    await buildIfStale()
    folder = await mkdtemp(join(tmpdir(), 'ringside-wayland-'))
  })
  afterEach(async () => {
    await desk.end()
    await rm(folder, { recursive: true, force: true })
  })

  async function start(options: DesktopOptions): Promise<void> {
    desk = await startDesktop({ demo: true, quiet: true, as: 'wayland', ...options })
  }

  /** Another program's clipboard contains this, then a call rings. */
  async function ringAfterCopying(): Promise<void> {
    await desk.openWindow()
    await desk.window.getByRole('button', { name: 'Settings' }).first().click()
    await desk.window.getByRole('button', { name: COPY }).click()
    await desk.window.getByText('Press the keys…').waitFor()
    await desk.press('Control+Alt+KeyC')
    await desk.window.getByText('Ringside can’t see whether these keys work here.').waitFor()
    await desk.window.getByRole('button', { name: 'Back to calls' }).click()
    await desk.lookAway()
    await (await desk.centre()).call({ phone: '0501234567' })
    await expect.poll(async () => (await desk.alerts()).join()).toContain('050-123-4567')
  }
  const told = async () => (await desk.alerts()).join()

  it('with XWayland: the program restarts itself once, using X11', async () => {
    await start({ env: { RINGSIDE_HOST_XWAYLAND: '1' } })
    await expect
      .poll(() => desk.lines.filter((line) => line.startsWith('The app starts again')))
      .toHaveLength(1)
    await expect.poll(() => desk.trayState()).toBe('idle')
    await (await desk.centre()).call({ phone: '0501234567' })
    await expect.poll(told).toContain('050-123-4567')
    expect(desk.lines.filter((line) => line.startsWith('The app starts again'))).toHaveLength(1)
  })

  it('with XWayland, if Wayland was requested: it stays as it was started', async () => {
    await start({ env: { RINGSIDE_HOST_XWAYLAND: '1' }, args: ['--wayland'] })
    await expect.poll(() => desk.trayState()).toBe('idle')
    expect(desk.lines.join()).not.toContain('starts again')
  })

  it('accepts no copy from a program without the focus: the window opens for it, and then “copied” is shown', async () => {
    await start({ env: { PATH: folder } })
    await ringAfterCopying()
    await desk.press('Control+Alt+KeyC')
    await expect.poll(() => desk.clipboard()).toBe('050-123-4567')
    await expect.poll(told).toContain('Number copied')
    expect(await desk.window.locator('header').first().isVisible()).toBe(true)
  })

  it('accepts one from wl-copy, if that is installed: no window opens', async () => {
    const copied = join(folder, 'copied')
    await writeFile(join(folder, 'wl-copy'), `#!/bin/sh\ncat > ${copied}\n`)
    await chmod(join(folder, 'wl-copy'), 0o755)
    await start({ env: { PATH: [folder, process.env['PATH']].join(delimiter) } })
    await ringAfterCopying()
    await desk.press('Control+Alt+KeyC')
    await expect.poll(() => readFile(copied, 'utf8').catch(() => '')).toBe('050-123-4567')
    await expect.poll(told).toContain('Number copied')
    expect(await desk.clipboard()).toBe('')
  })
})
