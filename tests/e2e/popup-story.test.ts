import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { systemOfTest } from './system-of-test.ts'

const SYSTEM = systemOfTest()
const PHONE = '0722776772'

/** Under Wayland there is no popup. */
describe.skipIf(SYSTEM === 'wayland')('a caller who rings again, in the popup', () => {
  let desk: Desktop
  let centre: CallCentre

  beforeAll(async () => {
    desk = await startDesktop({ demo: true, quiet: true })
    centre = await desk.centre()
    await desk.notifications('refuses')
    await desk.pointAt(5, 780) // closes the panel, which may cover the popup
  })
  afterAll(async () => desk.end())

  const popup = async (): Promise<string> => (await desk.popup()).join('\n')
  const shows = (text: string, isShown = true) =>
    expect.poll(async () => (await popup()).includes(text)).toBe(isShown)
  const note = (): Promise<string> => desk.window.locator('article textarea').inputValue()

  let first: string
  it('takes a note where it is typed: in the popup, or on Linux in the window', async () => {
    first = await centre.call({ phone: PHONE })
    await shows('072-277-6772')
    await desk.popupButton('072-277-6772', 'Note')
    if (SYSTEM === 'linux')
      await desk.window.locator('article textarea:focus').pressSequentially('asked for a quote')
    else await desk.typeOnPopup('asked for a quote')
  })

  it.skipIf(SYSTEM === 'linux')('keeps the call while the note is written, and then lets it go', async () => {
    await centre.act('answer', first)
    await shows('Talking')
    await desk.popupButton('072-277-6772', 'Done')
    await shows('072-277-6772', false)
  })

  it('has stored the note', async () => {
    if (SYSTEM === 'linux') await centre.act('answer', first)
    await desk.openWindow()
    await expect.poll(note).toBe('asked for a quote')
    await centre.act('hangup', first)
    await desk.window.getByText('No calls now').waitFor()
    await desk.press('Escape')
  })

  it('shows how often they called, and what was noted last', async () => {
    const second = await centre.call({ phone: PHONE })
    await shows('2nd call today')
    await shows('asked for a quote')
    await centre.act('hangup', second)
    await shows('072-277-6772', false)
  })

  it.skipIf(SYSTEM === 'linux')('goes on with a note whose call has ended', async () => {
    const other = await centre.call({ phone: '0521234567' })
    await shows('052-123-4567')
    await desk.popupButton('052-123-4567', 'Note')
    await desk.typeOnPopup('call back')
    await shows('Saved')
    await centre.act('hangup', other)
    await shows('Ended')
    await desk.typeOnPopup(' on Sunday')
    await desk.popupButton('052-123-4567', 'Done')
    await shows('052-123-4567', false)
    await desk.pointAt(5, 780)
    const again = await centre.call({ phone: '0521234567' })
    await shows('call back on Sunday')
    await centre.act('hangup', again)
    await shows('052-123-4567', false)
  })

  it('shows it in the notification only as a number of calls', async () => {
    await desk.notifications('shows')
    const third = await centre.call({ phone: PHONE })
    await expect.poll(async () => (await desk.alerts()).join()).toContain('3rd call today')
    expect((await desk.alerts()).join()).not.toContain('quote')
    await centre.act('hangup', third)
  })
})
