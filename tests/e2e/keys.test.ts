import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../scripts/start/build-if-stale.ts'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { systemOfTest } from './system-of-test.ts'

// On Electron global shortcuts belong to the system, and a page can't press them; under Wayland to the desktop
// (wayland.test.ts).
describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined || systemOfTest() === 'wayland')(
  'shortcuts, sound and privacy, in the demo',
  () => {
    let desk: Desktop
    let centre: CallCentre

    beforeAll(async () => {
      await buildIfStale()
      desk = await startDesktop({ demo: true, quiet: true })
      centre = await desk.centre()
      await desk.takeKeys('Control+Alt+K')
      await desk.openWindow()
      await toSettings()
    })
    afterAll(async () => desk.end())

    async function toSettings(): Promise<void> {
      await desk.window.getByRole('button', { name: 'Settings' }).first().click()
      await desk.window.getByRole('heading', { name: 'Settings' }).waitFor()
    }
    const keyField = (action: string) => desk.window.getByRole('button', { name: action })
    const isPlaying = () =>
      desk.window
        .locator('audio')
        .evaluate((audio: HTMLAudioElement) => !audio.paused && audio.currentTime > 0 && audio.error === null)

    async function setKeys(action: string, keys: string): Promise<void> {
      await keyField(action).click()
      await desk.window.getByText('Press the keys…').waitFor()
      await desk.press(keys)
    }

    it('shows which shortcuts another program has, and accepts others', async () => {
      await setKeys('Copy the call’s number', 'Control+Alt+KeyK')
      await desk.window.getByText('another app probably uses them').waitFor()
      await setKeys('Copy the call’s number', 'Control+Alt+KeyC')
      await expect.poll(() => keyField('Copy the call’s number').textContent()).toBe('Ctrl+Alt+C')
      await expect.poll(() => desk.window.getByText('another app probably uses them').count()).toBe(0)
    })

    it('refuses shortcuts that other programs need, or that another action has, which keeps working', async () => {
      await keyField('Turn privacy on or off').click()
      await desk.window.getByText('Press the keys…').waitFor()
      for (const needed of ['Control+KeyC', 'Control+KeyV', 'Alt+F4', 'F5', 'KeyM', 'Control+Shift+KeyT']) {
        await desk.press(needed)
        await desk.window.getByText('Other apps need these keys.').waitFor()
      }
      await desk.press('Control+Alt+KeyC')
      await desk.window.getByText('“Copy the call’s number” already uses these keys.').waitFor()
      await desk.press('Control+Alt+KeyP')
      await expect.poll(() => keyField('Turn privacy on or off').textContent()).toBe('Ctrl+Alt+P')
      expect(await keyField('Copy the call’s number').textContent()).toBe('Ctrl+Alt+C')
    })

    it('plays Ringside’s ringtone while a call rings, even in a hidden window', async () => {
      const ring = desk.window.getByRole('group', { name: 'Ringing call' })
      await ring.getByLabel('Sound').selectOption({ label: 'Ringside sound' })
      await ring.getByText('Saved').waitFor()
      await desk.lookAway()
      const ivrid = await centre.call()
      await expect.poll(() => isPlaying()).toBe(true)
      expect(await desk.window.locator('audio').evaluate((audio: HTMLAudioElement) => audio.loop)).toBe(true)
      await expect.poll(() => desk.trayState()).toBe('blank')
      await centre.act('answer', ivrid)
      await expect.poll(() => desk.trayState()).toBe('talking')
      await expect.poll(() => isPlaying()).toBe(false)
      await centre.act('hangup', ivrid)
      await expect.poll(() => desk.trayState()).toBe('idle')
    })

    it('copies the number of the ringing call with a shortcut, wherever the focus is, and says so', async () => {
      await desk.dismissAlerts()
      const ivrid = await centre.call({ phone: '0501234567' })
      await expect.poll(async () => (await desk.alerts()).join()).toContain('050-123-4567')
      await desk.press('Control+Alt+KeyC')
      await expect.poll(() => desk.clipboard()).toBe('050-123-4567')
      await expect.poll(async () => (await desk.alerts()).join()).toContain('Number copied')
      await centre.act('hangup', ivrid)
    })

    it('hides numbers and names with a shortcut, everywhere, and still copies them', async () => {
      await expect.poll(() => desk.trayState()).not.toBe('ringing')
      await desk.press('Control+Alt+KeyP')
      await expect.poll(async () => (await desk.alerts()).join()).toContain('Privacy on')
      await desk.dismissAlerts()
      const ivrid = await centre.call({ phone: '0501234567', name: 'Noa Cohen' })
      await expect.poll(async () => (await desk.alerts()).join()).toContain('Incoming call')
      await desk.openWindow()
      await desk.press('Escape')
      await desk.openWindow()
      const back = desk.window.getByRole('button', { name: 'Back to calls' })
      if (await back.isVisible()) await back.click()
      await desk.window.getByRole('article').first().waitFor()
      const shown = `${await desk.markup()} ${await desk.window.locator('html').innerHTML()} ${(await desk.alerts()).join()}`
      expect(shown).toContain('Number hidden')
      expect(shown).toContain('Privacy: numbers, names and notes hidden')
      expect(shown).not.toMatch(/050-?123|0501234567|123-4567|Noa|Cohen/)
      await desk.press('Control+Alt+KeyC')
      await expect.poll(() => desk.clipboard()).toBe('050-123-4567')
      await desk.press('p')
      await desk.window.getByText('050-123-4567').first().waitFor()
      await centre.act('hangup', ivrid)
    })
  },
)
