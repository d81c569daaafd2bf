import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { systemOfTest } from './system-of-test.ts'

const ON_ELECTRON = process.env['RINGSIDE_E2E_ELECTRON'] !== undefined

describe('the main job, in the demo', () => {
  let desk: Desktop
  let centre: CallCentre

  const trayIs = (state: string) => expect.poll(() => desk.trayState()).toBe(state)
  const alertsWith = (text: string, count: number) =>
    expect.poll(async () => (await desk.alerts()).filter((alert) => alert.includes(text)).length).toBe(count)

  beforeAll(async () => {
    desk = await startDesktop({ demo: true })
    centre = await desk.centre()
  })
  afterAll(async () => desk.end())

  it('rings within 10 s without any action: tray, alert, card, and a line for each on the terminal', async () => {
    await expect.poll(() => desk.trayState()).toBe('ringing')
    // From here on, a slow computer may take its time.
    await centre.freeze()
    await alertsWith('Ringing: 0', 1)
    await desk.openWindow()
    await desk.window.getByRole('article').first().getByText('Ringing').waitFor()
    const printed = desk.lines.join('\n')
    for (const word of [/^tray: /m, /^alert: /m, /^call: /m]) expect(printed).toMatch(word)
  })

  it('shows nothing when there is nothing', async () => {
    await centre.quiet()
    await desk.window.getByText('No calls now').waitFor()
    await trayIs('idle')
    await desk.window.getByRole('button', { name: /^Clear/ }).click()
    await desk.dismissAlerts()
    await alertsWith('', 0)
  })

  let ivrid: string
  it('opens the window at the call when its alert is clicked', async () => {
    await desk.press('Escape')
    ivrid = await centre.call()
    await trayIs('ringing')
    await alertsWith('072-277-6772', 1)
    expect((await desk.alerts()).join()).toContain('dialled 03-900-1234')
    await desk.clickAlert('072-277-6772')
    await desk.window.getByRole('article', { name: /Ringing.*072-277-6772/ }).waitFor()
  })

  it('copies the number to the clipboard, and says so', async () => {
    const card = desk.window.getByRole('article').first()
    await card.getByRole('button', { name: /^Copy number/ }).click()
    await card.getByText('Copied').first().waitFor()
    expect(await desk.clipboard()).toBe('072-277-6772')
    await card.getByRole('button', { name: /^Copy dialled number/ }).click()
    await expect.poll(() => desk.clipboard()).toBe('03-900-1234')
    await card.getByRole('button', { name: 'More options' }).click()
    await desk.window.getByRole('menuitem', { name: 'Card' }).click()
    await expect.poll(() => desk.clipboard()).toContain(`Call ID: ${ivrid}`)
  })

  it('shows a second alert for a second caller', async () => {
    const second = await centre.call({ phone: '0501234567', name: 'Support' })
    await expect.poll(() => desk.window.getByRole('article').count()).toBe(2)
    await alertsWith('050-123-4567', 1)
    await centre.act('hangup', second)
    await expect.poll(() => desk.window.getByRole('article').count()).toBe(1)
  })

  it('withdraws the alert when the call is answered, and shows that it is recorded', async () => {
    await centre.act('answer', ivrid)
    await trayIs('talking')
    await alertsWith('Ringing', 0)
    const card = desk.window.getByRole('article', { name: /Talking/ })
    await card.getByText('Recording', { exact: true }).waitFor()
  })

  it('shows a muted recording in card and tray, and hold', async () => {
    await centre.act('mute', ivrid)
    await trayIs('muted')
    await desk.window
      .getByText(/Recording muted/)
      .first()
      .waitFor()
    await centre.act('unmute', ivrid)
    await trayIs('talking')
    await centre.act('hold', ivrid)
    await trayIs('held')
    await desk.window.getByRole('article', { name: /On hold/ }).waitFor()
    await centre.act('resume', ivrid)
    await trayIs('talking')
  })

  it('still shows the call when the connection is lost, says so, and recovers', async () => {
    await centre.fault({ kind: 'dropped' })
    await trayIs('disconnected')
    await desk.window.getByText(/No connection since/).waitFor()
    expect(await desk.window.getByRole('article').count()).toBe(1)
    await centre.clearFaults()
    // Ringside also retries automatically, and may be faster: then the button is gone.
    const tryNow = desk.window.getByRole('button', { name: 'Retry now' })
    await Promise.race([tryNow.click().catch(() => undefined), trayIs('talking')])
    await trayIs('talking')
    expect(await desk.window.getByText(/No connection since/).count()).toBe(0)
  })

  it('reports a missed call quietly, and lists it until it is cleared', async () => {
    await centre.act('hangup', ivrid)
    await trayIs('idle')
    await desk.lookAway()
    const missed = await centre.call({ phone: '0545550199', name: '' })
    await trayIs('ringing')
    await centre.act('hangup', missed)
    await trayIs('missed')
    await alertsWith('Missed call: 054-555-0199', 1)
    await desk.openWindow()
    await desk.window.getByText('054-555-0199').first().waitFor()
    await trayIs('idle')
    await desk.window.getByRole('button', { name: /^Clear/ }).click()
    await expect.poll(() => desk.window.getByRole('button', { name: /^Clear/ }).count()).toBe(0)
  })

  it('shows a ring that started while the computer slept', async () => {
    await desk.lookAway()
    await desk.sleep()
    const ivrid = await centre.call({ phone: '0722776772' })
    await desk.wake()
    await trayIs('ringing')
    await alertsWith('Ringing: 072-277-6772', 1)
    await centre.act('hangup', ivrid)
    await trayIs('missed')
    await desk.dismissAlerts()
  })

  // A real system can't be made to fail on demand, and under Wayland no program may put a window above others.
  it.skipIf(ON_ELECTRON || systemOfTest() === 'wayland')(
    'shows a ring by its own popup when the notification fails',
    async () => {
      await desk.notifications('fails')
      const ivrid = await centre.call({ phone: '0501234567' })
      const popup = expect.poll(async () => (await desk.popup()).join())
      await popup.toContain('050-123-4567')
      await centre.act('hangup', ivrid)
      await expect.poll(() => desk.popupBounds()).toBeNull()
    },
  )
})
