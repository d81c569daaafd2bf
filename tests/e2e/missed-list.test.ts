import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'

const [NOA, DAVID] = ['050-123-4567', '054-555-0199']

describe('missed calls as a list of things to do, in the demo', () => {
  let desk: Desktop
  let centre: CallCentre

  const list = () => desk.window.getByRole('region', { name: 'Missed calls' })
  const item = (phone: string) => list().getByRole('listitem').filter({ hasText: phone })
  const items = (count: number) => expect.poll(() => list().getByRole('listitem').count()).toBe(count)
  const says = (text: string | RegExp) => list().getByText(text).first().waitFor()
  const cards = (count: number) => expect.poll(() => desk.window.getByRole('article').count()).toBe(count)

  async function call(phone: string, answered: boolean): Promise<void> {
    const ivrid = await centre.call({ phone, name: '' })
    await cards(1)
    if (answered) {
      await centre.act('answer', ivrid)
      await desk.window.getByRole('article', { name: /Talking/ }).waitFor()
    }
    await centre.act('hangup', ivrid)
    await cards(0)
  }

  beforeAll(async () => {
    desk = await startDesktop({ demo: true, quiet: true })
    centre = await desk.centre()
    await desk.openWindow()
    await desk.window.getByText('No calls now').waitFor()
  })
  afterAll(async () => desk.end())

  it('has each missed call, and says how many are left; the day shows them too', async () => {
    await call('0501234567', false)
    await call('0545550199', false)
    await items(2)
    await says('2 to call back')
    await desk.window.getByRole('img', { name: /2 missed calls/ }).waitFor()
  })

  it('removes a call, and puts it back', async () => {
    await item(NOA).getByRole('button', { name: 'Remove from the list' }).click()
    await items(1)
    await says('1 to call back')
    await list().getByRole('button', { name: 'Undo' }).click()
    await items(2)
  })

  it('takes a note, which the history has too', async () => {
    await item(NOA).getByRole('button', { name: 'Note' }).click()
    await item(NOA).getByRole('textbox', { name: 'Note' }).fill('wants a quote')
    await says('Saved')
    await item(NOA).getByRole('button', { name: 'Note' }).click()
    await says(/wants a quote/)
    await desk.window.getByRole('button', { name: 'History' }).click()
    await desk.window.getByText(/wants a quote/).waitFor()
    await desk.window.getByRole('button', { name: 'Calls', exact: true }).click()
    await says(/wants a quote/)
  })

  it('shows that the caller was spoken to, last, whoever called whom', async () => {
    await call('0545550199', true)
    await says(/spoken to at/)
    await says('1 to call back')
    expect(await list().getByRole('listitem').last().textContent()).toContain(DAVID)
  })

  it('removes all of them, and puts them back with a key', async () => {
    await list().getByRole('button', { name: 'Clear' }).focus()
    await desk.press('Enter')
    await says('2 calls removed from the list.')
    await list().getByRole('button', { name: 'Undo' }).focus()
    await desk.press('Enter')
    await items(2)
  })
})
