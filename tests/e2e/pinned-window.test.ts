import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Bounds, type Desktop } from './desktop.ts'
import { systemOfTest } from './system-of-test.ts'

const VIEWPORT = { width: 1600, height: 900 }
const AWAY = { x: 3, y: 890 } // no window is that close to an edge

// What a window can do on a desktop is the desktop's: see docs/claims.md for what remains untested on Electron.
describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)('a pinned window', () => {
  let folder: string
  let desk: Desktop
  let centre: CallCentre
  const wayland = systemOfTest() === 'wayland'

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringside-pinned-'))
    await start()
  })
  afterAll(async () => {
    await desk.end()
    await rm(folder, { recursive: true, force: true })
  })

  async function start(): Promise<void> {
    desk = await startDesktop({ demo: true, quiet: true, viewport: VIEWPORT, profile: folder })
    centre = await desk.centre()
  }

  const isAt = (bounds: Partial<Bounds> | null) =>
    bounds === null
      ? expect.poll(() => desk.windowBounds()).toBeNull()
      : expect.poll(() => desk.windowBounds()).toMatchObject(bounds)
  const isOpen = () => isAt({ height: 700 })
  const button = (name: string | RegExp) => desk.window.getByRole('button', { name })
  const rows = () => desk.window.locator('main.strip article')

  async function leave(): Promise<void> {
    await desk.pointAt(AWAY.x, AWAY.y)
  }

  it('closes with the focus until it is pinned', async () => {
    await desk.openWindow()
    await expect.poll(() => desk.windowLevel()).toBe('')
    await leave()
    await isAt(null)
    await desk.openWindow()
    await button(wayland ? 'Keep open' : 'Pin on top').click()
    await button('Unpin').waitFor()
    await expect.poll(() => desk.windowLevel()).toBe(wayland ? '' : 'floating')
    await leave()
    await expect.poll(() => desk.windowBounds()).not.toBeNull()
  })

  it('is moved and resized within its limits, and is there again after a restart', async () => {
    await desk.dragWindow({ x: 500, y: 60 })
    await isAt({ x: 500, y: 60 })
    await desk.resizeWindow({ width: 100, height: 100 })
    await isAt({ width: 360, height: 420 })
    await desk.resizeWindow({ width: 500, height: 700 })
    await isAt({ x: 500, y: 60, width: 500, height: 700 })
    await desk.end()
    await start()
    await isAt(wayland ? { width: 500, height: 700 } : { x: 500, y: 60, width: 500, height: 700 })
    await expect.poll(() => desk.windowLevel()).toBe(wayland ? '' : 'floating')
  })

  describe.skipIf(wayland)('folded to a strip', () => {
    let ivrid: string

    beforeAll(async () => {
      await desk.openWindow()
      await button('Settings').click()
      await desk.window.getByLabel('Fold the pinned window during calls').click()
      await desk.press('Escape')
      await leave()
    })

    it('once a call is answered, without the focus', async () => {
      ivrid = await centre.call()
      await desk.window.getByRole('article', { name: /Ringing/ }).waitFor()
      await isOpen()
      await centre.act('answer', ivrid)
      await isAt({ x: 500, y: 60, width: 392, height: 56 })
      expect(await rows().textContent()).toMatch(/072-277-6772.*Talking.*Recording/s)
      await expect.poll(() => desk.windowLevel()).toBe('floating')
      expect(await desk.window.locator('body').evaluate((body) => body.ownerDocument.hasFocus())).toBe(false)
    })

    it('opens under a resting pointer, and folds again when it has left', async () => {
      await desk.movePointer(650, 80)
      await desk.movePointer(660, 82)
      await isOpen()
      await desk.movePointer(AWAY.x, AWAY.y)
      await isAt({ height: 56 })
    })

    it('mutes only with a click on its button, and stays folded', async () => {
      const mute = button('Mute recording').and(desk.window.locator('.strip button'))
      await mute.hover()
      await expect.poll(() => rows().textContent()).toMatch(/Recording$/)
      await mute.click()
      await expect.poll(() => rows().textContent()).toContain('Recording muted')
      await isAt({ height: 56 })
      await desk.movePointer(AWAY.x, AWAY.y)
      await desk.press('Control+Shift+KeyM')
      await expect.poll(() => rows().textContent()).not.toContain('muted')
    })

    it('opens with its button by the keyboard, and Escape folds it', async () => {
      await button('Open the window').focus()
      await desk.press('Enter')
      await isOpen()
      await desk.press('Escape')
      await isAt({ height: 56 })
    })

    it('has a row for a second call', async () => {
      await leave()
      await centre.call({ phone: '0501234567' })
      await expect.poll(() => rows().count()).toBe(2)
      await isAt({ x: 500, y: 60, width: 392, height: 112 })
      expect(await rows().first().textContent()).toContain('050-123-4567')
    })

    it('is where it is dragged by its sign, and the window opens when the calls are over', async () => {
      await desk.dragWindow({ x: 900, y: 700 })
      await isAt({ x: 900, y: 700 })
      await desk.movePointer(AWAY.x, AWAY.y)
      await centre.quiet()
      await isAt({ x: 900, y: 112, width: 500, height: 700 })
    })
  })

  it('closes with the focus again once it is unpinned', async () => {
    await desk.openWindow()
    await button('Unpin').click()
    await button(wayland ? 'Keep open' : 'Pin on top').waitFor()
    await expect.poll(() => desk.windowLevel()).toBe('')
    await leave()
    await isAt(null)
  })
})
