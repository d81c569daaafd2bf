import { createHmac } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts'

const CODE = 'e2e-webhook'
const SECRET = 'e2e-shared-secret-81c2'

interface Delivered {
  readonly type: string
  readonly id: string
  readonly outcome?: string
  readonly call: Readonly<Record<string, unknown>>
  readonly customData: Readonly<Record<string, string>>
}

describe('the webhook', () => {
  let centre: CallCentre & { stop(): Promise<void> }
  let receiver: WebhookReceiver
  let folder: string
  let desk: Desktop

  const delivered = (): readonly Delivered[] => receiver.got.map(({ body }) => JSON.parse(body) as Delivered)
  const soonSent = (count: number) => expect.poll(() => receiver.got.length).toBe(count)
  const says = (text: string | RegExp) => desk.window.getByText(text).first().waitFor()

  const alertComes = (phone: string) => expect.poll(async () => (await desk.alerts()).join()).toContain(phone)

  beforeAll(async () => {
    centre = await startSimulator(CODE)
    receiver = await startWebhookReceiver()
    folder = await mkdtemp(join(tmpdir(), 'ringside-webhook-'))
    const policy = join(folder, 'policy.json')
    const baseUrl = new URL('/comet/API', centre.url).href
    await writeFile(policy, JSON.stringify({ code: CODE, extension: 'SIPSIP2', pollSeconds: 0.5, baseUrl }))
    desk = await startDesktop({ profile: join(folder, 'profile'), env: { RINGSIDE_POLICY: policy } })
    await desk.openWindow()
    await desk.window.getByText('No calls now').waitFor()
  })
  afterAll(async () => {
    await desk.end()
    await receiver.stop()
    await centre.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('sends nothing until it is switched on and has a secret', async () => {
    const id = await centre.call()
    await alertComes('072-277-6772')
    await centre.act('hangup', id)
    await desk.window.getByRole('button', { name: 'Settings' }).click()
    await desk.window.getByRole('heading', { name: 'Webhook' }).waitFor()
    await desk.window.getByRole('checkbox', { name: 'Send events' }).click()
    await says('Enter an address that starts with https://')
    const address = desk.window.getByRole('region', { name: 'Webhook' }).getByLabel('Address')
    await address.fill('http://hooks.example.com/')
    await address.press('Tab')
    await says('Enter an address that starts with https://')
    await address.fill(receiver.url)
    await address.press('Tab')
    await desk.window.getByRole('checkbox', { name: 'Send events' }).click()
    await says('No secret yet. Nothing is sent until you add one.')
    const secret = desk.window.getByLabel('Signing secret')
    await secret.fill(SECRET)
    await desk.window.getByRole('button', { name: 'Save secret' }).click()
    await says('Secret saved.')
    expect(await secret.inputValue()).toBe('')
    expect(receiver.got).toEqual([])
  })

  it('sends the events of a call, signed, and counts them', async () => {
    const id = await centre.call({ name: 'Dana' })
    await soonSent(1)
    await centre.act('answer', id)
    await soonSent(2)
    await centre.act('hangup', id)
    await soonSent(3)
    expect(delivered().map(({ type, call }) => `${type} ${String(call['ivrid'])}`)).toEqual([
      `ringing ${id}`,
      `answered ${id}`,
      `ended ${id}`,
    ])
    for (const { headers, body } of receiver.got) {
      const timestamp = String(headers['x-ringside-timestamp'])
      const id = String(headers['x-ringside-delivery'])
      const mac = createHmac('sha256', SECRET).update(`${id}.${timestamp}.${body}`).digest('hex')
      expect(headers['x-ringside-signature']).toBe(`v1=${mac}`)
      expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60)
    }
    await says(/3 events delivered · last at/)
  })

  it.each([
    ['markup', '"><script>alert(1)</script>'],
    ['JSON', '","type":"ended","x":"'],
    ['a header', 'a\r\nX-Evil: 1'],
    ['text that turns round', '\u202egro'],
    ['escapes', '\\u0000%00'],
    ['a long text', 'x'.repeat(100_000)],
  ])('carries a value as data, also %s', async (_, value) => {
    const before = receiver.got.length
    const id = await centre.call({ name: value, customdata: { note: value } })
    await soonSent(before + 1)
    const last = delivered().at(-1)!
    expect(last).toMatchObject({ type: 'ringing', call: { ivrid: id } })
    expect(Object.keys(last)).toEqual(['version', 'id', 'type', 'at', 'call', 'customData'])
    expect(receiver.got.at(-1)!.body.length).toBeLessThan(70_000)
    expect(receiver.got.at(-1)!.headers['x-evil']).toBeUndefined()
    await centre.act('hangup', id)
    await soonSent(before + 2)
  })

  it('that hangs delays no alert, and is reported', async () => {
    receiver.answer(() => undefined)
    const givenUp = desk.window.getByText('The receiver didn’t respond within 8 seconds.', { exact: false })
    const first = await centre.call({ phone: '0501110001' })
    await alertComes('050-111-0001')
    expect(await givenUp.count()).toBe(0)
    const second = await centre.call({ phone: '0501110002' })
    await alertComes('050-111-0002')
    await desk.window.getByText(/2 waiting/).waitFor()
    await givenUp.waitFor()
    receiver.answer((response) => void response.writeHead(200).end())
    await centre.act('hangup', first)
    await centre.act('hangup', second)
    await expect
      .poll(() => delivered().filter(({ type }) => type === 'ended').length)
      .toBeGreaterThanOrEqual(9)
  })

  it('that redirects is not followed, and is reported', async () => {
    const elsewhere = await startWebhookReceiver()
    receiver.answer((response) => void response.writeHead(307, { location: elsewhere.url }).end())
    const id = await centre.call({ phone: '0501110003' })
    await alertComes('050-111-0003')
    await says(/1 event lost/)
    await says(/redirects to another address, which Ringside doesn’t follow/)
    await centre.act('hangup', id)
    await says(/2 events lost/)
    expect(elsewhere.got).toEqual([])
    await elsewhere.stop()
  })

  it('that refuses is reported, with what to do', async () => {
    receiver.answer((response) => void response.writeHead(401).end())
    const id = await centre.call({ phone: '0501110004' })
    await says(/refused the event \(HTTP 401\). Check the secret on both sides./)
    await centre.act('hangup', id)
    await says(/4 events lost/)
  })

  it('has left the secret in no file, no line, no address and no window', async () => {
    const shown = await desk.window.locator('html').evaluate((html) => html.outerHTML)
    const files = await everyFile(folder)
    expect(files.length).toBeGreaterThan(1)
    for (const text of [shown, await desk.markup(), desk.lines.join('\n'), desk.asked.join('\n'), ...files])
      expect(text).not.toContain(SECRET)
  })

  it('sends nothing once its secret is removed', async () => {
    const before = receiver.got.length
    await desk.window.getByRole('button', { name: 'Remove secret' }).click()
    await says('Secret removed. Nothing more is sent.')
    const id = await centre.call({ phone: '0501110005' })
    await alertComes('050-111-0005')
    await centre.act('hangup', id)
    expect(receiver.got).toHaveLength(before)
  })
})

/** The bytes of every file below a folder, as text. */
async function everyFile(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')),
  )
}
