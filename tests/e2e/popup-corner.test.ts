import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Bounds, type Desktop } from './desktop.ts'
import { systemOfTest } from './system-of-test.ts'

const VIEWPORT = { width: 1600, height: 900 }
const GAP = 16
const AWAY = { x: 800, y: 450 }

describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined || systemOfTest() === 'wayland')(
  'the ring popup',
  () => {
    let desk: Desktop
    let centre: CallCentre

    beforeAll(async () => {
      desk = await startDesktop({ demo: true, quiet: true, viewport: VIEWPORT })
      centre = await desk.centre()
      await desk.notifications('refuses')
    })
    afterAll(async () => desk.end())

    const isAt = (bounds: Partial<Bounds>) => expect.poll(() => desk.popupBounds()).toMatchObject(bounds)
    const isGone = () => expect.poll(() => desk.popupBounds()).toBeNull()
    /** Its distance from the lower edge of the screen. */
    const below = async (): Promise<number> => {
      const { y, height } = (await desk.popupBounds()) ?? { y: NaN, height: 0 }
      return VIEWPORT.height - y - height
    }

    async function set(change: (window: Desktop['window']) => Promise<unknown>): Promise<void> {
      await desk.openWindow()
      const settings = desk.window.getByRole('button', { name: 'Settings' }).first()
      if (await settings.isVisible()) await settings.click()
      await change(desk.window)
      await desk.press('Escape')
      await desk.press('Escape')
      await desk.pointAt(AWAY.x, AWAY.y)
    }

    async function isOver(): Promise<void> {
      await centre.quiet()
      await isGone()
    }

    it('appears where a notification is refused', async () => {
      await centre.call()
      await expect.poll(() => desk.popupBounds()).not.toBeNull()
      await isOver()
    })

    // It knows now that rings need the popup, and isn't hidden on macOS after its window is closed.
    it('appears in the corner that is set', async () => {
      await set((window) => window.getByLabel('Popup corner').selectOption({ label: 'Bottom left' }))
      await centre.call()
      await isAt({ x: GAP })
      await expect.poll(below).toBe(GAP)
      await isOver()
    })

    it('is drawn into the corner where it is dropped, and appears there from then on', async () => {
      await centre.call()
      await isAt({ x: GAP })
      await desk.dragPopup({ x: VIEWPORT.width - 348 - GAP - 30, y: 60 })
      await isAt({ x: VIEWPORT.width - 348 - GAP, y: 32 + GAP })
      await isOver()
      await desk.pointAt(AWAY.x, AWAY.y)
      await centre.call()
      await isAt({ x: VIEWPORT.width - 348 - GAP, y: 32 + GAP })
      await isOver()
    })

    it('hides after the set time, not while the pointer is in it; the call rings on', async () => {
      await set(async (window) => {
        await window.getByLabel('Hide the popup after (seconds)').fill('2')
        await window.getByLabel('Hide the popup after (seconds)').blur()
      })
      await centre.call()
      await isAt({ y: 32 + GAP })
      await desk.movePointer(1400, 120)
      await desk.movePointer(1410, 121)
      // By its own timer it is still there long after the set time.
      await expect.poll(async () => (await desk.popup()).join()).toContain('0:06')
      await desk.movePointer(AWAY.x, AWAY.y)
      await isGone()
      await expect.poll(() => desk.trayState()).toBe('ringing') // it blinks
      await centre.call({ phone: '0501234567' })
      await expect.poll(async () => (await desk.popup()).join()).toContain('050-123-4567')
      await isOver()
    })
  },
)
