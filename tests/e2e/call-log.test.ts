import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RequestSummary } from '../../simulator/sim/request-log.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { settableClock, type SettableClock } from './settable-clock.ts'
import { startSimulatorIn, type SimulatorProcess } from './simulator-process.ts'

const CODE = 'log-secret-5d0'
const MINUTE = 60_000
const [MINE, THEIRS] = ['0521234567', '0541112223'] as const

/** The computers of the agent and of the call centre have clocks that the test sets: nobody waits for half an hour. */
describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)('the call log', () => {
  let centre: SimulatorProcess
  let clock: SettableClock
  let desk: Desktop
  let folder: string
  let aheadMs = 0

  async function pass(ms: number): Promise<void> {
    aheadMs += ms
    await Promise.all([clock.set(aheadMs), desk.setClock(aheadMs)])
    await wait(200) // both look at the time
  }

  const requests = async (): Promise<number> => {
    const response = await fetch(new URL('/sim/requests', centre.url))
    return ((await response.json()) as RequestSummary).counts['call-log']
  }
  const alertsOf = async (phone: string): Promise<readonly string[]> =>
    (await desk.alerts()).filter((text) => text.replaceAll('-', '').includes(phone))
  const row = (phone: string) => desk.window.getByRole('listitem').filter({ hasText: phone })

  /** Five minutes without a response, in which a caller gives up after 20 s. */
  async function blindGap(phone: string): Promise<void> {
    await centre.fault({ kind: 'dropped', endpoint: 'extensions' })
    await expect.poll(() => desk.trayState()).toBe('disconnected')
    await pass(MINUTE)
    const ivrid = await centre.call({ phone })
    await pass(20_000)
    await centre.act('hangup', ivrid)
    await pass(4 * MINUTE)
  }

  async function seeAgain(): Promise<void> {
    await centre.clearFaults()
    await expect.poll(() => desk.trayState()).not.toBe('disconnected')
    await wait(1_500) // the next responses
  }

  /** Until the log has been read this often. */
  const isRead = (times: number) => expect.poll(requests).toBeGreaterThanOrEqual(times)

  beforeAll(async () => {
    clock = await settableClock()
    centre = await startSimulatorIn(clock.env, CODE, '--log-lag', '0-0')
    folder = await mkdtemp(join(tmpdir(), 'ringside-log-'))
    const policy = {
      baseUrl: new URL('/comet/API', centre.url).href,
      callLogUrl: new URL('/hub/cdr/', centre.url).href,
      code: CODE,
      extension: 'SIPSIP2',
      pollSeconds: 0.4,
      language: 'en',
    }
    await writeFile(join(folder, 'policy.json'), JSON.stringify(policy))
    desk = await startDesktop({
      profile: join(folder, 'profile'),
      env: { RINGSIDE_POLICY: join(folder, 'policy.json') },
      setsClock: true,
    })
    await desk.openWindow()
  })
  afterAll(async () => {
    await desk.end()
    await centre.stop()
    await clock.end()
    await rm(folder, { recursive: true, force: true })
  })

  it('fills in a blind gap of five minutes: the missed call in it is announced quietly, once', async () => {
    await expect.poll(() => desk.trayState()).toBe('idle')
    await blindGap(MINE)
    await seeAgain()
    expect([await requests(), await alertsOf(MINE)]).toEqual([0, []])
    // In small steps: a response from between the two settings makes the program's clock seem wrong by one.
    for (let minute = 0; minute < 26; minute++) await pass(MINUTE)
    await isRead(1)
    await expect.poll(() => alertsOf(MINE)).toHaveLength(1)
    expect((await alertsOf(MINE))[0]).toMatch(/\d\d:\d\d, found in the call log/)
    await desk.openWindow()
    await desk.window.getByRole('button', { name: 'History' }).click()
    await row('052-123-4567').getByText('from the call log').first().waitFor()
    await desk.dismissAlerts()
    await pass(150 * MINUTE)
    await isRead(2)
    await wait(1_000)
    expect(await alertsOf(MINE)).toEqual([])
    expect(await row('052-123-4567').count()).toBe(1)
  })

  it('shows nothing of the agent who was logged in on the desk before', async () => {
    await centre.logIn('SIPSIP2', 'Yael Mor')
    await wait(1_500)
    await blindGap(THEIRS)
    await centre.logIn('SIPSIP2')
    await seeAgain()
    const before = await requests()
    await pass(150 * MINUTE)
    await isRead(before + 1)
    await pass(150 * MINUTE)
    await isRead(before + 2)
    await wait(1_000)
    expect(await alertsOf(THEIRS)).toEqual([])
    expect(await row('054-111-2223').count()).toBe(0)
    expect(await row('052-123-4567').count()).toBe(1)
  })
})
