import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop, type Bounds } from './desktop.ts'
import { systemOfTest } from './system-of-test.ts'

const ON_ELECTRON = process.env['RINGSIDE_E2E_ELECTRON'] !== undefined
const SYSTEM = systemOfTest()

// 1600 px: two displays of 800 next to each other, a menu bar of 32 px above them.
const VIEWPORT = { width: 1600, height: 800 }
const MENU_BAR = 32
const GAP = 16
const WIDTH = 348
const MIDDLE = 400
const LEFT = MIDDLE
const RIGHT = 800 + MIDDLE
const FREE = 720 // below the window

// A test can't plug in real displays: see docs/claims.md for what remains untested on Electron.
describe.skipIf(ON_ELECTRON || SYSTEM === 'wayland')('the ring popup on several displays', () => {
  let desk: Desktop
  let centre: CallCentre

  beforeAll(async () => {
    desk = await startDesktop({ demo: true, quiet: true, viewport: VIEWPORT })
    centre = await desk.centre()
    await desk.notifications('refuses')
    await desk.displays('Laptop, Wall')
  })
  afterAll(async () => desk.end())

  const isAt = (bounds: Partial<Bounds>) => expect.poll(() => desk.popupBounds()).toMatchObject(bounds)

  /** In the upper corner, or the lower one on macOS, whose own notifications are in the upper. `right`: its display's edge. */
  const isInCorner = async (right: number): Promise<void> => {
    await isAt({ x: right - WIDTH - GAP, ...(SYSTEM === 'macos' ? {} : { y: MENU_BAR + GAP }) })
    if (SYSTEM === 'macos')
      await expect.poll(async () => bottomOf(await desk.popupBounds())).toBe(VIEWPORT.height - GAP)
  }

  const endsAbove = (y: number) =>
    expect.poll(async () => bottomOf(await desk.popupBounds())).toBeLessThanOrEqual(y)

  async function rings(): Promise<string> {
    const ivrid = await centre.call()
    await expect.poll(() => desk.popup()).not.toEqual([])
    return ivrid
  }

  async function isOver(ivrid: string): Promise<void> {
    await centre.act('hangup', ivrid)
    await expect.poll(() => desk.popupBounds()).toBeNull()
  }

  /** Chooses the popup's screen by its name in the settings, and closes the window again. */
  async function choose(screen: string): Promise<void> {
    await desk.openWindow()
    const settings = desk.window.getByRole('button', { name: 'Settings' }).first()
    if (await settings.isVisible()) await settings.click()
    const choice = desk.window.getByLabel('Popup screen')
    await choice.selectOption({ label: screen })
    await expect
      .poll(() => choice.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.text))
      .toBe(screen)
    await desk.press('Escape')
    await desk.press('Escape')
  }

  it('appears where the person is, and stays there while they look elsewhere', async () => {
    await desk.pointAt(RIGHT, FREE)
    await rings()
    await isInCorner(1600)
    await desk.pointAt(LEFT, FREE)
    await centre.call({ phone: '0501234567', name: 'Support' })
    await expect.poll(async () => (await desk.popup()).length).toBe(2)
    await isAt({ x: 1600 - WIDTH - GAP })
    await centre.quiet()
    await expect.poll(() => desk.popupBounds()).toBeNull()
    const next = await rings()
    await isInCorner(800)
    await isOver(next)
  })

  it('keeps its position for each display, each set of displays, and each scale', async () => {
    await desk.pointAt(LEFT, FREE)
    let ivrid = await rings()
    await desk.dragPopup({ x: 100, y: 400 })
    await isAt({ x: 100, y: 400 })
    await isOver(ivrid)

    await desk.displays('Laptop @1.5, Wall')
    await desk.pointAt(LEFT, FREE)
    ivrid = await rings()
    await isAt({ x: 800 - WIDTH - GAP })
    await isOver(ivrid)

    await desk.displays('Laptop, Wall')
    await desk.pointAt(RIGHT, FREE)
    ivrid = await rings()
    await isAt({ x: 1600 - WIDTH - GAP })
    await isOver(ivrid)

    await desk.pointAt(LEFT, FREE)
    ivrid = await rings()
    await isAt({ x: 100, y: 400 })
    await isOver(ivrid)
  })

  it('is on the chosen one, and back on the main one if that is unplugged meanwhile', async () => {
    await desk.displays('Desk, Wall')
    await desk.pointAt(LEFT, FREE)
    await choose('Screen 2: Wall')
    const ivrid = await rings()
    await isAt({ x: 1600 - WIDTH - GAP })
    await desk.displays('Desk, Beamer')
    await isAt({ x: 800 - WIDTH - GAP })
    await desk.displays('Desk, Wall')
    await isAt({ x: 1600 - WIDTH - GAP })
    await isOver(ivrid)
    await choose('Where the pointer is')
  })

  it('is inside the work area, wherever it was left and however small that area is', async () => {
    await desk.displays('Desk, Low')
    await desk.pointAt(RIGHT, FREE)
    let ivrid = await rings()
    await desk.dragPopup({ x: 1200, y: 700 })
    await isAt({ x: 1200 })
    await endsAbove(800)
    await isOver(ivrid)
    ivrid = await rings()
    await endsAbove(800)
    await desk.displays('Desk, Low /300')
    await endsAbove(500)
    await isOver(ivrid)
  })
})

const bottomOf = (bounds: Bounds | null): number => (bounds === null ? Infinity : bounds.y + bounds.height)

describe('a Wayland session', () => {
  let folder: string
  let desk: Desktop

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringside-wayland-'))
    await writeFile(join(folder, 'policy.json'), '{"ringPopup": "always"}')
    const env = { RINGSIDE_POLICY: join(folder, 'policy.json') }
    desk = await startDesktop({ demo: true, quiet: true, as: 'wayland', env })
  })
  afterAll(async () => {
    await desk.end()
    await rm(folder, { recursive: true, force: true })
  })

  it('shows the system’s notification instead of the popup', async () => {
    const centre = await desk.centre()
    await centre.call()
    await expect.poll(async () => (await desk.alerts()).join()).toContain('072-277-6772')
    expect(await desk.popup()).toEqual([])
    await centre.quiet()
  })

  it('says why when “Test alert” tries the popup', async () => {
    await desk.openWindow()
    await desk.window.getByRole('button', { name: 'Settings' }).first().click()
    await desk.window.getByRole('button', { name: 'Test alert' }).click()
    const popup = desk.window.locator('[data-rung="popup"]')
    await expect.poll(() => popup.textContent()).toContain('on Wayland, apps can’t keep windows on top')
    const notification = desk.window.locator('[data-rung="notification"]')
    await expect.poll(() => notification.getAttribute('data-outcome')).toBe('shown')
  })
})
