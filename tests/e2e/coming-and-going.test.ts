import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDesktop, type Desktop } from './desktop.ts'
import type { CallCentre } from './call-centre.ts'
import { systemOfTest } from './system-of-test.ts'

const NUMBER = '072-277-6772'

// On Electron, all this can only be checked by eye: docs/claims.md.
describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)(
  'windows that appear and disappear',
  () => {
    let desk: Desktop
    let centre: CallCentre

    beforeAll(async () => {
      desk = await startDesktop({ demo: true, quiet: true })
      centre = await desk.centre()
    })
    afterAll(async () => desk.end())

    const oldPictures = async (): Promise<string> => (await desk.flashes()).join('\n')

    // Nothing may put itself above other windows there.
    it.skipIf(systemOfTest() === 'wayland')(
      'the popup shows the current caller, and no earlier one',
      async () => {
        await desk.notifications('fails')
        const first = await centre.call({ phone: '0722776772' })
        const shows = (text: string) => expect.poll(async () => (await desk.popup()).join()).toContain(text)
        await shows(NUMBER)
        await centre.act('hangup', first)
        await expect.poll(() => desk.popupBounds()).toBeNull()
        expect(await oldPictures()).not.toContain(NUMBER)
        const second = await centre.call({ phone: '0501234567' })
        await shows('050-123-4567')
        await centre.act('hangup', second)
        await expect.poll(() => desk.popupBounds()).toBeNull()
        await desk.notifications('shows')
      },
    )

    it('show nothing that was hidden in the meantime, not even for a moment', async () => {
      const ivrid = await centre.call({ phone: '0722776772' })
      await centre.act('answer', ivrid)
      // The tray's menu changes with each call: nobody chooses an entry in the same millisecond.
      await expect.poll(() => desk.trayState()).toBe('talking')
      await desk.openWindow()
      await desk.window.getByText(NUMBER).first().waitFor()
      await desk.press('Escape')
      await expect.poll(oldPictures).toContain(NUMBER)
      await desk.chooseFromTray('Hide numbers and names')
      await expect.poll(oldPictures).not.toContain(NUMBER)
      await desk.openWindow()
      await desk.window.getByText('Privacy: numbers, names and notes hidden').waitFor()
      await desk.press('Escape')
      await desk.chooseFromTray('Show numbers and names')
      await centre.act('hangup', ivrid)
      await expect.poll(() => desk.trayState()).not.toBe('talking')
    })

    it.runIf(systemOfTest() === 'macos')('leave the keyboard to the program that had it before', async () => {
      // Only while notifications are shown: a hidden program couldn't show a popup.
      const ivrid = await centre.call({ phone: '0501234567' })
      await expect.poll(async () => (await desk.alerts()).join()).toContain('Ringing: 050-123-4567')
      await centre.act('hangup', ivrid)
      await desk.openWindow()
      await expect.poll(() => desk.front()).toBe('Ringside')
      await desk.press('Escape')
      await expect.poll(() => desk.front()).toBe('Another program')
      await desk.openWindow()
      await expect.poll(() => desk.front()).toBe('Ringside')
    })
  },
)
