import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import type { Desktop } from './desktop.ts'
import { startPolicyDesk, type PolicyDesk } from './policy-desk.ts'

const CODE = 'follow-secret-20d'
const POLLS_MS = 1_500 // several requests: anything to be shown would have appeared by then

describe('an agent who is followed from extension to extension', () => {
  let started: PolicyDesk
  let centre: CallCentre
  let desk: Desktop
  const trayIs = (state: string) => expect.poll(() => desk.trayState()).toBe(state)
  const shows = (text: RegExp) => desk.window.getByText(text).first().waitFor()
  const cards = () => desk.window.getByRole('article')
  const alertsAre = (...texts: readonly RegExp[]) =>
    expect.poll(() => desk.alerts()).toEqual(texts.map((text): unknown => expect.stringMatching(text)))

  beforeAll(async () => {
    started = await startPolicyDesk(CODE, async (own) => {
      await own.logIn('SIPSIP2')
      await own.logOut('SIPSIP3')
      const watch = { kind: 'person', userId: await own.userOf('SIPSIP2') }
      return { wideView: true, alertOnMissed: false, watch }
    })
    ;({ centre, desk } = started)
  })
  afterAll(() => started.end())

  it('is found by user id alone, and their calls ring where they are logged in', async () => {
    await shows(/now at .?SIPSIP2/)
    await shows(/Dana Levi/)
    const ivrid = await centre.call()
    await trayIs('ringing')
    await alertsAre(/072-277-6772/)
    await centre.act('hangup', ivrid)
    await alertsAre()
  })

  it('is followed to another extension: the window says where, and shows its calls and alerts', async () => {
    await centre.logOut('SIPSIP2')
    await centre.logIn('SIPSIP3', 'Dana Levi')
    await shows(/now at .?SIPSIP3/)
    const old = await centre.call({ extension: 'SIPSIP2', phone: '0501234567' })
    await wait(POLLS_MS)
    expect(await cards().count()).toBe(0)
    expect(await desk.alerts()).toEqual([])
    const ivrid = await centre.call({ extension: 'SIPSIP3', phone: '0545550199' })
    await cards().getByText('054-555-0199').first().waitFor()
    await alertsAre(/054-555-0199/)
    await centre.answerAt('SIPSIP3', ivrid)
    await desk.window.getByRole('article', { name: /Talking/ }).waitFor()
    await centre.act('hangup', ivrid)
    await centre.act('hangup', old)
    await trayIs('idle')
  })

  it('is shown as not logged in after leaving, and calls at the old extension are not theirs', async () => {
    await centre.logOut('SIPSIP3')
    await shows(/not logged in anywhere since \d/)
    const ivrid = await centre.call({ extension: 'SIPSIP3' })
    await wait(POLLS_MS)
    expect(await cards().count()).toBe(0)
    expect(await desk.alerts()).toEqual([])
    await centre.act('hangup', ivrid)
  })

  it('is found again as soon as they log in, and it is shown when they are at several extensions', async () => {
    await centre.logIn('SIPSIP2')
    await shows(/now at .?SIPSIP2/)
    await centre.logIn('SIPSIP3', 'Dana Levi')
    await shows(/now at .?SIPSIP2.? and 1 more/)
    const ivrid = await centre.call({ extension: 'SIPSIP3' })
    await shows(/now at .?SIPSIP3.? and 1 more/)
    await trayIs('ringing')
    await centre.act('hangup', ivrid)
    await centre.logOut('SIPSIP3')
    await shows(/now at .?SIPSIP2/)
  })

  it('is still watched at the extension while the wide view is refused, and the window says so', async () => {
    await centre.fault({ kind: '403', endpoint: 'everyone' })
    await desk.window.getByRole('button', { name: 'Team' }).click()
    await shows(/Voicenter doesn’t allow access to the whole team\./)
    await shows(/Your calls are still watched\./)
    const ivrid = await centre.call()
    await trayIs('ringing')
    await alertsAre(/072-277-6772/)
    await centre.act('hangup', ivrid)
    await trayIs('idle')
    await centre.clearFaults()
  })
})
