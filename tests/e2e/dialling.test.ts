import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'

const PHONE = '050-123-4567'

describe('calling back, in the demo', () => {
  let desk: Desktop
  let centre: CallCentre

  const button = (name: string) => desk.window.getByRole('button', { name, exact: true })
  const question = () => desk.window.getByRole('dialog', { name: `Call ⁦${PHONE}⁩?` })
  const says = (text: string | RegExp) => desk.window.getByText(text).first().waitFor()
  const dials = async (): Promise<number> => {
    const response = await fetch(new URL('/sim/requests', centre.url))
    const { counts } = (await response.json()) as { counts: { dial: number } }
    return counts.dial
  }
  const cards = (count: number) => expect.poll(() => desk.window.getByRole('article').count()).toBe(count)
  const confirm = async (): Promise<void> => {
    await expect.poll(() => button('Call').getAttribute('aria-disabled')).toBe('false')
    await desk.press('Enter')
  }
  const act = (what: string, body: object = {}) =>
    fetch(new URL(`/sim/${what}`, centre.url), {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })

  beforeAll(async () => {
    desk = await startDesktop({ demo: true, quiet: true })
    centre = await desk.centre()
    await desk.openWindow()
    await says('No calls now')
  })
  afterAll(async () => desk.end())

  it('is offered for a missed call', async () => {
    const missed = await centre.call({ phone: '0501234567', name: 'Noa' })
    await cards(1)
    await centre.act('hangup', missed)
    await cards(0)
    await desk.dismissAlerts()
    await button('Call this number').first().waitFor()
  })

  it('asks first: whom, in which form, from which extension; Escape cancels', async () => {
    await button('Call this number').first().click()
    await question().waitFor()
    for (const text of ['Noa', '972501234567', 'SIPSIP2']) await question().getByText(text).waitFor()
    await desk.press('Escape')
    await expect.poll(() => question().count()).toBe(0)
    expect(await dials()).toBe(0)
  })

  it('rings at the agent’s own phone first, without an alert', async () => {
    await button('Call this number').first().click()
    await question().waitFor()
    await confirm()
    await says(/Your phone is ringing\. Pick it up/)
    await cards(1)
    expect(await dials()).toBe(1)
    expect((await desk.alerts()).filter((alert) => alert.includes('Ringing'))).toEqual([])
    expect(await desk.trayState()).not.toBe('ringing')
  })

  it('still alerts if a caller rings meanwhile', async () => {
    const caller = await centre.call({ phone: '0722776772' })
    await expect.poll(async () => (await desk.alerts()).join()).toContain('072-277-6772')
    await centre.act('hangup', caller)
    await cards(1)
  })

  it('then calls the customer, who answers', async () => {
    await act('answer', { extension: 'SIPSIP2' })
    await says(/^Calling /)
    await act('answer', { extension: 'SIPSIP2' })
    await says(/^You are talking to /)
    await desk.window.getByRole('article', { name: new RegExp(`Talking.*${PHONE}`) }).waitFor()
    expect(await dials()).toBe(1)
  })

  it('hangs up after confirmation, and says what that ends', async () => {
    await button('Hang up').click()
    await says(/This ends every call on extension .*SIPSIP2/)
    expect(await dials()).toBe(1)
    const agree = desk.window.getByRole('group').getByRole('button', { name: 'Hang up' })
    await expect
      .poll(async () => {
        if ((await agree.count()) > 0) await agree.click()
        return desk.window.getByRole('article').count()
      })
      .toBe(0)
    expect(await dials()).toBe(2)
  })

  it('says why a call was refused, and that a call without a response may have been placed', async () => {
    await centre.fault({ kind: 'declined-3', count: 1, endpoint: 'dial' })
    await button('Call this number').first().click()
    await confirm()
    await says('The call wasn’t placed. Your phone is offline. Check that it is on and connected.')
    await button('Close').click()
    await centre.fault({ kind: 'lost-answer', count: 1, endpoint: 'dial' })
    await button('Call this number').first().click()
    await confirm()
    // It was placed, and the next response shows it: the request is never repeated, not even by the network layer.
    await says(/Your phone is ringing\. Pick it up/)
    await centre.quiet()
    await cards(0)
    expect(await dials()).toBe(4)
    await says(/Your phone wasn’t picked up/)
  })

  it('calls a typed number after Ctrl+K, but no emergency number', async () => {
    await desk.press('Control+K')
    await desk.window.getByLabel('Number or extension').fill('100')
    await desk.press('Enter')
    await says('The call wasn’t placed. This is an emergency number: use your phone.')
    // Keys are ignored for a second after the last letter.
    await button('Call a number').click()
    await desk.window.getByLabel('Number or extension').fill('tel:+972-3-900-1234')
    await desk.press('Enter')
    await desk.window.getByRole('dialog', { name: /03-900-1234/ }).waitFor()
    await confirm()
    await says(/Your phone is ringing\. Pick it up/)
    expect(await dials()).toBe(5)
    await centre.quiet()
    await cards(0)
  })
})
