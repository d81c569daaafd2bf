import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import type { Desktop } from './desktop.ts'
import { startPolicyDesk, type PolicyDesk } from './policy-desk.ts'

const CODE = 'status-secret-31b'

interface Requests {
  readonly counts: { readonly status: number }
  readonly recent: readonly { readonly endpoint: string; readonly method: string; readonly codeIn: string }[]
}

describe('the agent’s status', () => {
  let started: PolicyDesk
  let centre: CallCentre
  let desk: Desktop

  const requests = async () => (await (await fetch(new URL('/sim/requests', centre.url))).json()) as Requests
  const sent = async () => (await requests()).counts.status
  const header = () => desk.window.getByRole('banner')
  const opener = (status: string) =>
    header().getByRole('button', { name: new RegExp(`^Status: .?${status}.?\\. Change status$`) })
  const notice = () => desk.window.getByRole('complementary', { name: 'Status' })
  const says = (text: string | RegExp) => notice().getByText(text).waitFor()
  const choose = async (now: string, status: string) => {
    await opener(now).click()
    await desk.window.getByRole('menuitemradio', { name: status }).click()
  }

  beforeAll(async () => {
    started = await startPolicyDesk(CODE, ({ url }) => ({
      statusUrl: new URL('/UserLogin/SetStatusFromAPI', url).href,
      extension: 'SIPSIP2',
      offeredStatuses: ['login', 'logout', 'lunch', 'brief'],
      statusNames: { brief: 'Morning round' },
    }))
    ;({ centre, desk } = started)
    await opener('Logged in').waitFor()
  })
  afterAll(() => started.end())

  it('is set from the tray: refused once, with the reason, and confirmed once', async () => {
    await centre.fault({ kind: 'in-use', count: 1, endpoint: 'status' })
    await desk.chooseFromTray('Lunch', /^Status: Logged in/)
    await says(/Your status wasn’t changed to Lunch\. Someone else is logged in to this extension\./)
    await opener('Logged in').waitFor()
    await notice().getByRole('button', { name: 'Dismiss' }).click()
    await desk.chooseFromTray('Lunch', /^Status: Logged in/)
    await opener('Lunch').waitFor()
    await says(/Your status is Lunch: calls may not reach you\./)
    expect(await sent()).toBe(2)
  })

  it('uses the account’s own names, and the code is only in the body of a POST', async () => {
    await choose('Lunch', 'Morning round')
    await opener('Morning round').waitFor()
    const all = (await requests()).recent.filter(({ endpoint }) => endpoint === 'status')
    expect(all.every(({ method, codeIn }) => method === 'POST' && codeIn === 'body')).toBe(true)
  })

  it.each([
    ['lost on the way back', { kind: 'lost-answer' }],
    ['slow', { kind: 'delay', delayMs: 2_000 }],
  ])('is confirmed and sent once if it was set although the response is %s', async (_how, fault) => {
    const before = await sent()
    const [now, next] = fault.kind === 'delay' ? ['Logged in', 'Lunch'] : ['Morning round', 'Logged in']
    await centre.fault({ ...fault, count: 1, endpoint: 'status' })
    await choose(now, next)
    await opener(next).waitFor()
    expect(await sent()).toBe(before + 1)
  })

  it.each([
    ['a web page', 'web-page', /wasn’t changed to Logged in\. A web page responded instead/],
    ['XML', 'xml', /doesn’t show your status as Logged in\. It may not have been changed\. .*can’t be read/],
    [
      'a server error',
      'error-on-update',
      /doesn’t show your status as Logged in\. .*had a problem \(code 1\/4\)/,
    ],
    [
      'no connection',
      'dropped',
      /doesn’t show your status as Logged in\. .*connection to Voicenter was lost/,
    ],
  ])('is never reported as set after %s', async (_what, kind, said) => {
    const before = await sent()
    await centre.fault({ kind, count: 1, endpoint: 'status' })
    await choose('Lunch', 'Logged in')
    await says(said)
    expect(await sent()).toBe(before + 1)
    await opener('Lunch').waitFor()
    await notice().getByRole('button', { name: 'Dismiss' }).click()
  })

  it('is changed once by two clicks within 50 ms', async () => {
    const before = await sent()
    await opener('Lunch').click()
    await desk.window.getByRole('menuitemradio', { name: 'Logged in' }).evaluate((entry: HTMLElement) => {
      entry.click()
      entry.click()
    })
    await opener('Logged in').waitFor()
    expect(await sent()).toBe(before + 1)
  })

  it('asks for confirmation before logging out during a call, and shows how long no calls have arrived', async () => {
    const before = await sent()
    const ivrid = await centre.call({ phone: '0501234567' })
    await centre.act('answer', ivrid)
    await desk.window.getByRole('article', { name: '050-123-4567' }).waitFor()
    await choose('Logged in', 'Logged out')
    await says(/You’re on a call\. It may end/)
    expect(await sent()).toBe(before)
    await notice().getByRole('button', { name: 'Log out now' }).click()
    await opener('Logged out').waitFor()
    await says('You’re logged out: calls may not reach you.')
    await notice()
      .getByRole('timer')
      .getByText(/0:\d\d/)
      .waitFor()
    await centre.act('hangup', ivrid)
    await choose('Logged out', 'Logged in')
    await opener('Logged in').waitFor()
  })
})

describe('logging in at startup and out on quitting', () => {
  it('are each done once', async () => {
    const started = await startPolicyDesk(CODE, async (centre) => {
      await centre.logOut('SIPSIP2')
      return {
        statusUrl: new URL('/UserLogin/SetStatusFromAPI', centre.url).href,
        extension: 'SIPSIP2',
        offeredStatuses: ['login', 'logout'],
        logInAtStart: true,
        logOutAtQuit: true,
      }
    })
    try {
      const { centre, desk } = started
      const status = async () => {
        const state = (await (await fetch(new URL('/sim/state', centre.url))).json()) as {
          agents: { extension: string; status: number }[]
        }
        return state.agents.find(({ extension }) => extension === 'SIPSIP2')?.status
      }
      await expect.poll(status).toBe(1)
      await desk.chooseFromTray('Quit Ringside')
      await expect.poll(status).toBe(2)
      expect(await desk.ended).toBe(0)
      const { counts } = (await (await fetch(new URL('/sim/requests', centre.url))).json()) as Requests
      expect(counts.status).toBe(2)
    } finally {
      await started.end()
    }
  })
})
