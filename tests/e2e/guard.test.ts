import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openJournal } from '../../core/history/open-journal.ts'
import type { CallCentre } from './call-centre.ts'
import type { Desktop } from './desktop.ts'
import { startPolicyDesk, type PolicyDesk } from './policy-desk.ts'

const CODE = 'guard-secret-77a'
const MUTE = 'Mute recording'
const RESUME = 'Resume recording'

describe('the recording guard', () => {
  let started: PolicyDesk
  let centre: CallCentre
  let desk: Desktop
  const muted: string[] = []

  const card = (phone: string) => desk.window.getByRole('article', { name: phone })
  const press = (phone: string, name: string) => card(phone).getByRole('button', { name }).click()
  const says = (phone: string, text: RegExp) => card(phone).getByText(text).first().waitFor()
  const warnings = () => desk.window.getByRole('complementary', { name: 'Recording warnings' })
  const warning = (text: string) => warnings().getByRole('listitem').filter({ hasText: text }).first()
  const alertsWith = (text: string, count: number) =>
    expect.poll(async () => (await desk.alerts()).filter((alert) => alert.includes(text)).length).toBe(count)
  const trayIs = (state: string) => expect.poll(() => desk.trayState()).toBe(state)
  const nothingWarns = () => expect.poll(() => warnings().getByRole('listitem').count()).toBe(0)

  async function talks(phone: string): Promise<string> {
    const ivrid = await centre.call({ phone, name: '' })
    await centre.act('answer', ivrid)
    return ivrid
  }

  beforeAll(async () => {
    started = await startPolicyDesk(CODE, ({ url }) => ({
      muteUrl: new URL('/api/MuteUnmuteCalls', url).href,
      extension: 'SIPSIP2',
    }))
    ;({ centre, desk } = started)
  })
  afterAll(() => started.end())

  it('mutes with one click, and shows it as confirmed when a snapshot confirms it', async () => {
    muted.push(await talks('0501234567'))
    await press('050-123-4567', MUTE)
    await says('050-123-4567', /Recording muted/)
    await says('050-123-4567', /confirmed/)
    await trayIs('muted')
    await nothingWarns()
  })

  it('warns once that a second call is still recorded, and mutes it with one click', async () => {
    await centre.act('hold', muted[0]!)
    muted.push(await talks('0545550199'))
    await alertsWith('Your new call is being recorded; the mute ended with the last one', 1)
    const shown = warning('Your new call is being recorded; the mute ended with the last one')
    await shown.getByText('054-555-0199').waitFor()
    await shown.getByRole('button', { name: MUTE }).click()
    await says('054-555-0199', /Recording muted/)
    await nothingWarns()
    await alertsWith('Your new call is being recorded', 0)
  })

  it('says that a call ended while muted, until the warning is dismissed', async () => {
    await centre.act('hangup', muted[1]!)
    await alertsWith('Call ended while recording was muted', 1)
    const shown = warning('Call ended while recording was muted')
    await shown.getByRole('button', { name: 'Understood' }).click()
    await nothingWarns()
    await trayIs('muted')
  })

  it('shows what someone else did as theirs, and reports that they unmuted a call', async () => {
    await centre.act('unmute', muted[0]!)
    await warning('someone else unmuted it').waitFor()
    await centre.act('mute', muted[0]!)
    await says('050-123-4567', /by someone else/)
    await nothingWarns()
    await press('050-123-4567', RESUME)
    await says('050-123-4567', /^\s*Recording\s*$/)
    await centre.act('hangup', muted[0]!)
    await expect.poll(() => desk.window.getByRole('article').count()).toBe(0)
  })

  describe('when muting goes wrong', () => {
    const phone = '052-333-4444'
    let ivrid: string
    const fails = (kind: string, more: object = {}) => centre.fault({ kind, endpoint: 'mute', ...more })

    beforeAll(async () => {
      ivrid = await talks('0523334444')
      await card(phone).waitFor()
    })

    it.each([
      ['refused', 'not-done', /Not muted\. Voicenter couldn’t do this \(code 500\)/],
      ['answered by a web page', 'web-page', /Not muted\. A web page responded instead of Voicenter/],
      ['forbidden', '403', /Not muted\. .*doesn’t allow this computer’s IP address/],
    ])('says that it was %s, and never that it was done', async (_, kind, said) => {
      await fails(kind, { count: 1 })
      await press(phone, MUTE)
      await says(phone, said)
      await alertsWith('Recording not muted', 1)
      await expect.poll(() => desk.trayState()).toBe('talking')
      await warning('Recording not muted').getByRole('button', { name: 'Dismiss' }).click()
      await nothingWarns()
    })

    it('fixes a refusal with one click', async () => {
      await fails('not-done', { count: 1 })
      await press(phone, MUTE)
      await warning('Recording not muted').getByRole('button', { name: 'Try again' }).click()
      await says(phone, /Recording muted/)
      await nothingWarns()
    })

    it.each([
      ['slow', 'delay', { delayMs: 1_500 }],
      ['lost', 'lost-answer', {}],
    ])('waits for a response that is %s, and is confirmed by a snapshot', async (_, kind, more) => {
      await press(phone, RESUME)
      await says(phone, /^\s*Recording\s*$/)
      await fails(kind, { count: 1, ...more })
      await press(phone, MUTE)
      await says(phone, /Recording muted/)
      await nothingWarns()
    })

    it('warns that it is not muted when three snapshots contradict the response', async () => {
      await press(phone, RESUME)
      await says(phone, /^\s*Recording\s*$/)
      await fails('said-done', { count: 1 })
      await press(phone, MUTE)
      await says(phone, /The mute wasn’t confirmed: assume this call is being recorded/)
      await alertsWith('Mute not confirmed', 1)
      await expect.poll(() => desk.trayState()).toBe('talking')
      await centre.act('mute', ivrid)
      await nothingWarns()
      await says(phone, /Recording muted/)
    })
  })

  it('has stored each muted span: since when, until when, by whom', async () => {
    await desk.end()
    const path = join(started.profile, 'history.db')
    const { journal } = openJournal({ path, now: Date.now, log: () => undefined })
    const spans = muted.map((ivrid) =>
      (journal.call(`SIPSIP2/${ivrid}`)?.mutes ?? []).map(({ by, endedBy }) => `${by} to ${endedBy}`),
    )
    journal.close()
    expect(spans).toEqual([['here to elsewhere', 'elsewhere to here'], ['here to call-ended']])
  })
})
