import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import type { Desktop } from './desktop.ts'
import { startPolicyDesk, type PolicyDesk } from './policy-desk.ts'

const CODE = 'around-secret-91c'

describe('queues, team and colleagues', () => {
  let started: PolicyDesk
  let centre: CallCentre
  let desk: Desktop
  const trayIs = (state: string) => expect.poll(() => desk.trayState()).toBe(state)

  async function lastRequest(): Promise<unknown> {
    const response = await fetch(new URL('/sim/requests', centre.url))
    return ((await response.json()) as { recent: readonly unknown[] }).recent.at(-1)
  }

  beforeAll(async () => {
    started = await startPolicyDesk(CODE, () => ({
      extension: 'SIPSIP2',
      wideView: true,
      queueThresholdSeconds: 10,
      alertOnQueueThreshold: true,
    }))
    ;({ centre, desk } = started)
  })
  afterAll(() => started.end())

  it('reports a breach once, and shows who is waiting', async () => {
    const ivrid = await centre.wait('0501234567')
    await desk.window.getByRole('button', { name: /^Queues/ }).click()
    await desk.window.getByText('050-123-4567').first().waitFor()
    await expect.poll(() => desk.alerts()).not.toEqual([])
    const breaches = (await desk.alerts()).length
    await wait(2_500)
    expect((await desk.alerts()).length).toBe(breaches)
    expect(breaches).toBe(1)
    await centre.act('hangup', ivrid)
    await expect.poll(() => desk.alerts()).toEqual([])
  })

  it('shows on the ringing card where and how long the caller waited', async () => {
    const ivrid = await centre.wait('0545550199')
    await desk.window.getByText('054-555-0199').first().waitFor()
    await wait(2_000)
    await centre.call({ ivrid })
    await trayIs('ringing')
    await desk.window.getByRole('button', { name: 'Calls' }).click()
    await desk.window
      .getByText(/waited \d+.s in /)
      .first()
      .waitFor()
    await centre.act('hangup', ivrid)
    await expect.poll(() => desk.trayState()).not.toBe('ringing')
    await desk.window.getByRole('button', { name: 'History' }).click()
    const row = desk.window.getByRole('listitem').filter({ hasText: '054-555-0199' }).first()
    await row.getByRole('button', { expanded: false }).first().click()
    await row.getByText(/waited \d+.s in /).waitFor()
    await desk.window.getByRole('button', { name: 'Calls' }).click()
  })

  it('shows who took a call that rang here, and counts nothing as missed', async () => {
    await desk.window.getByRole('button', { name: /^Clear/ }).click()
    await desk.dismissAlerts()
    const ivrid = await centre.call({ phone: '0722776772' })
    await trayIs('ringing')
    await centre.call({ extension: 'SIPSIP1', ivrid })
    await centre.answerAt('SIPSIP1', ivrid)
    await trayIs('idle')
    expect((await desk.alerts()).filter((alert) => alert.includes('Missed'))).toEqual([])
    await desk.window
      .getByText(/answered by .?Yael Mor/)
      .first()
      .waitFor()
    await centre.act('hangup', ivrid)
  })

  it('shows in the history that a call was transferred, and claims no more', async () => {
    const phone = '0521112233'
    const ivrid = await centre.call({ extension: 'SIPSIP1', phone })
    await centre.answerAt('SIPSIP1', ivrid)
    const transferred = await centre.transfer('SIPSIP1', 'SIPSIP2')
    await trayIs('ringing')
    await desk.window.getByRole('button', { name: 'History' }).click()
    const row = desk.window.getByRole('listitem').filter({ hasText: '052-111-2233' }).first()
    await row.getByText(/transferred call/).waitFor()
    await centre.act('hangup', transferred)
    await desk.window.getByRole('button', { name: 'Calls' }).click()
  })

  it('names the colleague to whom a call was transferred from here, while the team is watched', async () => {
    await desk.window.getByText('No calls now').waitFor()
    await desk.window.getByRole('button', { name: 'Team' }).click()
    await desk.window.getByText('Yael Mor').first().waitFor()
    const ivrid = await centre.call({ phone: '0521112244' })
    await trayIs('ringing')
    await centre.act('answer', ivrid)
    await trayIs('talking')
    // Transferred while a request about everyone is on its way: its response is the first one without the call.
    await centre.fault({ kind: 'delay', delayMs: 4_000, endpoint: 'everyone' })
    await expect.poll(lastRequest).toMatchObject({ fault: 'delay', status: null })
    const transferred = await centre.transfer('SIPSIP2', 'SIPSIP1')
    await trayIs('idle')
    await centre.clearFaults()
    await centre.act('hangup', transferred)
    await desk.window.getByRole('button', { name: 'History' }).click()
    const rows = desk.window.getByRole('listitem').filter({ hasText: '052-111-2244' })
    await rows
      .getByText(/transferred to .?Yael Mor/)
      .first()
      .waitFor()
    await desk.window.getByRole('button', { name: 'Calls' }).click()
  })

  it('shows every extension with its agent and state, and finds one', async () => {
    await desk.window.getByRole('button', { name: 'Team' }).click()
    await desk.window.getByText('Dana Levi').first().waitFor()
    const ivrid = await centre.call({ extension: 'SIPSIP1', phone: '0501234567' })
    await desk.window.getByText('050-123-4567').first().waitFor()
    await desk.window.getByRole('button', { name: /Yael Mor/ }).press('Enter')
    await desk.window.getByRole('button', { name: 'Copy number' }).press('Enter')
    await expect.poll(() => desk.clipboard()).toBe('050-123-4567')
    await desk.window.getByRole('button', { name: 'Copy extension' }).press('Enter')
    await expect.poll(() => desk.clipboard()).toBe('SIPSIP1')
    await centre.act('hangup', ivrid)
  })
})
