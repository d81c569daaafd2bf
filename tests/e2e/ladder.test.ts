import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { systemOfTest } from './system-of-test.ts'

/** Only Windows reports by a number that its settings refuse a notification. */
const REFUSED = systemOfTest() === 'windows' ? 'refused' : 'failed'
/** Under Wayland no program may put a window above others. */
const NO_POPUP = systemOfTest() === 'wayland'

describe('the delivery ladder, in the demo', () => {
  let desk: Desktop
  let centre: CallCentre

  beforeAll(async () => {
    desk = await startDesktop({ demo: true, quiet: true })
    centre = await desk.centre()
  })
  afterAll(async () => desk.end())

  const rings = async (phone: string): Promise<string> => {
    const ivrid = await centre.call({ phone })
    await expect.poll(() => desk.trayState()).toBe('ringing')
    return ivrid
  }
  const popupShows = (text: string, shown: boolean) =>
    expect.poll(async () => (await desk.popup()).join('\n').includes(text)).toBe(shown)

  it('leaves a ring to the notification if it was shown', async () => {
    const ivrid = await rings('0722776772')
    await expect.poll(async () => (await desk.alerts()).join()).toContain('072-277-6772')
    await popupShows('072', false)
    await centre.act('hangup', ivrid)
    await expect.poll(() => desk.trayState()).toBe('missed')
  })

  async function popsUp(how: 'refuses' | 'fails' | 'is silent', phone: string): Promise<void> {
    await desk.notifications(how)
    const ivrid = await rings(phone)
    await popupShows(phone.slice(-4), true)
    await centre.act('answer', ivrid)
    await popupShows(phone.slice(-4), false)
    await centre.act('hangup', ivrid)
    await expect.poll(() => desk.trayState()).not.toBe('talking')
  }

  it.skipIf(NO_POPUP).each([
    ['refuses', '0722776701'],
    ['fails', '0722776702'],
  ] as const)('shows its own popup when the system %s, and closes it when the ring ends', popsUp)

  it.skipIf(NO_POPUP)('does not take the focus: typing continues where it was', async () => {
    await desk.notifications('refuses')
    await desk.openWindow()
    await desk.window.getByRole('button', { name: 'History' }).click()
    const search = desk.window.getByRole('searchbox')
    await search.fill('')
    await search.press('a')
    const ivrid = await rings('0722776799')
    await popupShows('6799', true)
    await desk.press('b')
    await expect.poll(() => search.inputValue()).toBe('ab')
    await centre.act('hangup', ivrid)
    await popupShows('6799', false)
    await search.fill('')
    await desk.window.getByRole('button', { name: 'Calls', exact: true }).click()
    await desk.press('Escape')
    await desk.press('Escape')
  })

  it.skipIf(NO_POPUP)('copies from the popup, and stacks a second ring until it is dismissed', async () => {
    await desk.notifications('refuses')
    const first = await rings('0722776772')
    await popupShows('072-277-6772', true)
    const second = await centre.call({ phone: '0501234567', name: 'Support' })
    await popupShows('050-123-4567', true)
    await popupShows('072-277-6772', true)
    await desk.popupButton('050-123-4567', 'Copy number')
    await expect.poll(() => desk.clipboard()).toBe('050-123-4567')
    await desk.popupButton('050-123-4567', 'Dismiss')
    await popupShows('050-123-4567', false)
    await popupShows('072-277-6772', true)
    await centre.act('hangup', first)
    await centre.act('hangup', second)
    await popupShows('072-277-6772', false)
  })

  it('tries every rung in a test, and reports each', async () => {
    await desk.notifications('refuses')
    await desk.openWindow()
    await popupShows('0', false)
    await desk.window.getByRole('button', { name: 'Settings' }).click()
    await desk.window.getByRole('button', { name: 'Test alert' }).click()
    const rungs = desk.window.locator('[data-rung]')
    await expect
      .poll(() => rungs.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['outcome'])))
      .toEqual([REFUSED, NO_POPUP ? 'unsupported' : 'shown', 'given', 'given'])
  })

  // Last, because a daemon that blocked the program isn't used again for a while.
  it.skipIf(NO_POPUP)('shows its own popup when the system is silent, and closes it when the ring ends', () =>
    popsUp('is silent', '0722776703'),
  )
})
