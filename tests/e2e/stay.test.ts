import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fastEnv } from '../../scripts/soak/fast-env.ts'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'

const CODE = 'e2e-stay-4f1d9c'
const SPEED = 60 // five minutes take five seconds

// These faults are simulated by the browser host; Electron's own handling has to be tested on Electron.
describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)('starts and stays', () => {
  let centre: CallCentre & { stop(): Promise<void> }
  let folder: string

  beforeAll(async () => {
    centre = await startSimulator(CODE)
    folder = await mkdtemp(join(tmpdir(), 'ringside-stay-'))
    const baseUrl = new URL('/comet/API', centre.url).href
    await writeFile(
      join(folder, 'policy.json'),
      JSON.stringify({ baseUrl, code: CODE, extension: 'SIPSIP2', pollSeconds: 0.5, language: 'en' }),
    )
  })
  afterAll(async () => {
    await centre.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const start = (profile: string, speed = 1, settings: object = {}): Promise<Desktop> =>
    open(join(folder, profile), speed, settings)

  async function open(profile: string, speed: number, settings: object): Promise<Desktop> {
    const base = JSON.parse(await readFile(join(folder, 'policy.json'), 'utf8')) as object
    const policy = `${profile}.policy.json`
    await writeFile(policy, JSON.stringify({ ...base, pollSeconds: 0.5 * speed, ...settings }))
    return startDesktop({
      profile,
      env: { RINGSIDE_POLICY: policy, ...(speed === 1 ? {} : fastEnv(speed)) },
    })
  }

  const trayIs = (desk: Desktop, state: string) => expect.poll(() => desk.trayState()).toBe(state)
  const showsAlert = (desk: Desktop, text: string) =>
    expect.poll(async () => (await desk.alerts()).join('\n')).toContain(text)
  const hasPage = (desk: Desktop, there: boolean) => expect.poll(() => desk.hasPage()).toBe(there)

  describe('with a window that is hidden for five minutes', () => {
    let desk: Desktop
    const note = () => desk.window.getByRole('article').getByRole('textbox', { name: /note/i })

    beforeAll(async () => {
      desk = await start('rest', SPEED, { sounds: { ring: 'ringside' }, startHidden: true })
    })
    afterAll(async () => desk.end())

    it('frees its page, and keeps watching', async () => {
      await trayIs(desk, 'idle')
      const ivrid = await centre.call()
      await trayIs(desk, 'ringing')
      await centre.act('answer', ivrid)
      await trayIs(desk, 'talking')
      await desk.openWindow()
      await note().fill('Wants the blue one')
      await desk.press('Escape')
      await desk.press('Escape')
      await hasPage(desk, false)
      await centre.act('hold', ivrid)
      await trayIs(desk, 'held')
    })

    it('shows it again where it was, with the note as it was typed', async () => {
      await desk.openWindow()
      await expect.poll(() => note().inputValue()).toBe('Wants the blue one')
      await centre.quiet()
      await trayIs(desk, 'idle')
    })

    it('comes back to the view that was open, scrolled as it was', async () => {
      for (let call = 0; call < 12; call++) await centre.call({ phone: `05012345${10 + call}` })
      await trayIs(desk, 'ringing')
      // The first response after the first call may not have the last one yet.
      await desk.window.getByText('050-123-4521').first().waitFor()
      await centre.quiet()
      await trayIs(desk, 'idle')
      await desk.window.getByRole('button', { name: 'History' }).click()
      const scroller = desk.window.locator('main .scroller')
      await desk.window.getByText('050-123-4510').first().waitFor()
      await scroller.evaluate((element) => element.scrollTo({ top: 150 }))
      await expect.poll(() => scroller.evaluate(() => location.hash)).toBe('#view=history&top=150')
      await desk.press('Escape')
      await hasPage(desk, false)
      await desk.openWindow()
      await desk.window.getByText('050-123-4521').first().waitFor()
      await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(150)
    })

    it('comes back to a page that covered it', async () => {
      await desk.window.getByRole('button', { name: 'Calls', exact: true }).click()
      await desk.window.getByRole('button', { name: 'Settings' }).click()
      await desk.window.getByRole('button', { name: 'Back to calls' }).waitFor()
      await desk.lookAway()
      await hasPage(desk, false)
      await desk.openWindow()
      await desk.window.getByRole('button', { name: 'Back to calls' }).waitFor()
      await desk.press('Escape')
      await desk.press('Escape')
      await hasPage(desk, false)
    })

    it('creates it again, hidden, to play the sound of a ring', async () => {
      const ivrid = await centre.call()
      await hasPage(desk, true)
      const audio = desk.window.locator('audio')
      await expect
        .poll(() => audio.evaluate((element) => element instanceof HTMLAudioElement && !element.paused))
        .toBe(true)
      await centre.act('hangup', ivrid)
      await hasPage(desk, false)
    })
  })

  describe('with a page that fails', () => {
    let desk: Desktop
    beforeAll(async () => {
      desk = await start('fail')
    })
    afterAll(async () => desk.end())

    const isUp = async (): Promise<void> => {
      await desk.window.locator('main:not([aria-busy])').waitFor({ state: 'visible' })
    }

    it('brings it back where it was when it crashes, without affecting alerts', async () => {
      await isUp()
      await trayIs(desk, 'idle')
      const ivrid = await centre.call()
      await desk.window.getByRole('article', { name: /Ringing/ }).waitFor()
      await desk.fault('crash')
      await showsAlert(desk, '072-277-6772')
      await desk.window.getByRole('article', { name: /Ringing/ }).waitFor()
      await centre.act('answer', ivrid)
      await trayIs(desk, 'talking')
      await desk.window.getByRole('article', { name: /Talking/ }).waitFor()
    })

    it('brings it back when it hangs, and alerts in the meantime', async () => {
      await desk.fault('hang')
      await centre.quiet()
      await centre.call({ phone: '0545550199' })
      await showsAlert(desk, '054-555-0199')
      await trayIs(desk, 'ringing')
      await desk.window.getByRole('article', { name: /Ringing.*054-555-0199/ }).waitFor()
      await centre.quiet()
    })

    it('logs when the renderer process is gone, and keeps watching', async () => {
      await desk.fault('gpu')
      const log = join(folder, 'fail', 'logs', 'main.log')
      await expect.poll(() => readFile(log, 'utf8')).toContain('process gone: GPU, crashed (139)')
      await centre.call({ phone: '0545550177' })
      await showsAlert(desk, '054-555-0177')
      await centre.quiet()
    })

    it('gives up after the fourth time in a minute, says so, and tries again when it is opened', async () => {
      for (let time = 0; time < 2; time++) {
        await isUp()
        await desk.fault('crash')
      }
      await showsAlert(desk, 'The window keeps crashing')
      await hasPage(desk, false)
      await centre.call({ phone: '0545550123' })
      await showsAlert(desk, '054-555-0123')
      await desk.openWindow()
      await isUp()
      await centre.quiet()
    })
  })

  describe('with an uncaught error in main', () => {
    let desk: Desktop
    const logged = (): Promise<string> => readFile(join(folder, 'crash', 'logs', 'main.log'), 'utf8')
    const again = (): number => desk.lines.filter((line) => line.startsWith('The app starts again')).length

    beforeAll(async () => {
      desk = await start('crash')
    })
    afterAll(async () => desk.end())

    it('restarts once, says so, and still shows the call that rang', async () => {
      await trayIs(desk, 'idle')
      const ivrid = await centre.call()
      await showsAlert(desk, '072-277-6772')
      await desk.fault('throw')
      await showsAlert(desk, 'Ringside crashed and has restarted')
      expect(again()).toBe(1)
      await trayIs(desk, 'ringing')
      await centre.act('answer', ivrid)
      await trayIs(desk, 'talking')
    })

    it('stays closed after a second one, says so, and has logged both without the data they quoted', async () => {
      await desk.fault('reject')
      expect(await desk.ended).toBe(0)
      expect(desk.errors.join('\n')).toContain('Ringside has stopped')
      expect(again()).toBe(1)
      const log = await logged()
      expect(log).toMatch(/uncaught: Error < /)
      expect(log).toMatch(/rejected: Error < /)
      expect(log).not.toMatch(/on purpose|0501234567|4567/)
    })
  })
})
