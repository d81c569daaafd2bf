import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'
import { systemOfTest } from './system-of-test.ts'

const CODE = 'e2e-popup-screen'
const PHONE = '0501234567'
const NUMBER = '050-123-4567'

describe('caller names from the organisation’s endpoint', () => {
  let centre: CallCentre & { stop(): Promise<void> }
  let folder: string
  let desk: Desktop

  async function sim(path: string, body?: object, method = body === undefined ? 'GET' : 'POST') {
    const response = await fetch(new URL(`/sim/popup-screen${path}`, centre.url), {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return (await response.json()) as {
      readonly received: readonly { readonly fields: { status: string } }[]
    }
  }
  const know = () =>
    sim('/caller', {
      ...{ phone: PHONE, name: 'Dana Levi', company: 'Brightwater' },
      url: 'https://crm.example/c/17',
    })
  const behave = (kind: string) => sim('/behaviour', { kind })
  const card = () => desk.window.getByRole('article').filter({ hasText: NUMBER })
  const alertWith = (text: string) =>
    expect.poll(async () => (await desk.alerts()).join('\n')).toContain(text)
  /** Under Wayland no program may put a window above others. */
  const popupWith = (text: string) =>
    systemOfTest() === 'wayland'
      ? expect(desk.popup()).resolves.toEqual([])
      : expect.poll(async () => (await desk.popup()).join('\n')).toContain(text)
  const noCalls = () => desk.window.getByText('No calls now').waitFor()

  beforeAll(async () => {
    centre = await startSimulator(CODE)
    folder = await mkdtemp(join(tmpdir(), 'ringside-popup-screen-'))
    const policy = join(folder, 'policy.json')
    await writeFile(
      policy,
      JSON.stringify({
        ...{ code: CODE, extension: 'SIPSIP2', pollSeconds: 0.5, ringPopup: 'always' },
        ...{ baseUrl: new URL('/comet/API', centre.url).href, popupScreenHosts: ['crm.example'] },
        popupScreenUrl: new URL('/popup-screen', centre.url).href,
      }),
    )
    desk = await startDesktop({ profile: join(folder, 'profile'), env: { RINGSIDE_POLICY: policy } })
    await desk.openWindow()
    await noCalls()
  })
  afterAll(async () => {
    await desk.end()
    await centre.stop()
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(() => sim('', undefined, 'DELETE'))

  it('rings with the number at once; then the name is in place, in card and popup; the alert stays', async () => {
    await sim('/behaviour', { kind: 'as-usual', delayMs: 1_500 })
    await know()
    const id = await centre.call({ phone: PHONE })
    await alertWith(NUMBER)
    await popupWith(NUMBER)
    await card().getByRole('heading', { name: 'Dana Levi' }).waitFor()
    expect(await card().getByRole('heading').first().textContent()).toContain('Brightwater')
    await popupWith('Dana Levi')
    expect((await desk.alerts()).join('\n')).not.toContain('Dana')
    await card().getByRole('button', { name: 'Customer page' }).click()
    await card().getByRole('button', { name: 'Opened' }).waitFor()
    await centre.act('hangup', id)
    await noCalls()
    await expect
      .poll(async () => (await sim('')).received.map(({ fields }) => fields.status))
      .toEqual(['Ringing', 'Hangup'])
  })

  it('has the name in the alert of the same caller’s next call', async () => {
    await behave('slow')
    const id = await centre.call({ phone: PHONE })
    await alertWith('Dana Levi')
    await popupWith('Dana Levi')
    await card().getByRole('heading', { name: 'Dana Levi' }).waitFor()
    await centre.act('hangup', id)
    await noCalls()
  })

  it.each([
    ['slow', '4501'],
    ['down', '4502'],
    ['500', '4503'],
    ['login-page', '4504'],
    ['huge', '4505'],
  ])('alerts with the number while the endpoint is %s', async (kind, end) => {
    await behave(kind)
    const id = await centre.call({ phone: `052123${end}` })
    await alertWith(`052-123-${end}`)
    await centre.act('hangup', id)
    await noCalls()
  })

  it('says in the settings what is wrong, and can be tried by hand', async () => {
    await behave('login-page')
    await desk.window.getByRole('button', { name: 'Settings' }).click()
    const region = desk.window.getByRole('region', { name: 'Caller names from your organisation' })
    await region.getByRole('button', { name: 'Try now' }).click()
    await region.getByText('A web page responded').last().waitFor()
    await behave('as-usual')
    await know()
    await region.getByRole('button', { name: 'Try now' }).click()
    await region.getByText('For the last call:').waitFor()
  })
})
