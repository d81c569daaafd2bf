import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDesktop, type Desktop } from './desktop.ts'
import {
  anExtension,
  aRing,
  callers,
  extensionsAre,
  openScriptedAccount,
  queuesAre,
} from './scripted-account.ts'
import type { ScriptedAccount } from './scripted-account.ts'

const CODE = 'bad-input-secret-4c1'
const SALES = { Name: 'Sales', ID: 11, Weight: 5, Callers: callers(1) }
const BILLING = { Name: 'Billing', ID: 12, Weight: 0, Callers: [] }
describe('bad input for queues and team: each part degrades separately, and says so', () => {
  let account: ScriptedAccount
  let folder: string
  let desk: Desktop | null = null

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringside-bad-'))
    const dana = extensionsAre(anExtension())
    account = await openScriptedAccount({
      extension: dana,
      everyone: dana,
      queues: queuesAre(SALES, BILLING),
    })
  })
  afterEach(async () => {
    await desk?.end()
    desk = null
    account.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Ringside on the account, with the window open on a tab. */
  async function open(tab: 'Queues' | 'Team', settings: object = {}): Promise<Desktop> {
    const own = { baseUrl: account.baseUrl, code: CODE, extension: 'SIPSIP2', pollSeconds: 0.4, ...settings }
    await writeFile(join(folder, 'policy.json'), JSON.stringify(own))
    const env = { RINGSIDE_POLICY: join(folder, 'policy.json') }
    desk = await startDesktop({ profile: join(folder, 'profile'), env })
    await desk.openWindow()
    await desk.window.getByRole('button', { name: new RegExp(`^${tab}`) }).click()
    return desk
  }

  const shows = (text: RegExp | string) => desk!.window.getByText(text).first().waitFor()

  /** The rest keeps working: a ring is alerted and shown in the tray. */
  async function stillRings(): Promise<void> {
    account.say({ extension: extensionsAre(anExtension({ calls: [aRing('ring1')] })) })
    await expect.poll(() => desk!.trayState()).toBe('ringing')
    await expect.poll(async () => (await desk!.alerts()).join()).toContain('072-277-6772')
  }

  it('an unknown queue is named, and the known ones are shown', async () => {
    await open('Queues', { queues: ['11', '999'] })
    await shows('Sales')
    await shows(/Queues not found in the account: .?999.?\. Check the queues in the settings\./)
    await stillRings()
  })

  it('the only chosen queue is named if the account doesn’t have it', async () => {
    account.say({ queues: { ERR: 2, DESC: 'Queue is not found in this account' } })
    await open('Queues', { queues: ['999'] })
    await shows(/Queues not found in the account: .?999/)
    await shows('None of the chosen queues was found')
    await stillRings()
  })

  it('a chosen queue that vanishes is named, and its callers are no longer shown', async () => {
    const { window } = await open('Queues', { queues: ['11', '12'] })
    await shows('051-000-0000')
    account.say({ queues: queuesAre(BILLING) })
    await shows(/Queues not found in the account: .?11/)
    await expect.poll(() => window.getByText('051-000-0000').count()).toBe(0)
    await shows('Billing')
    account.say({ queues: queuesAre(SALES, BILLING) })
    await shows('051-000-0000')
    expect(await window.getByText(/Queues not found in the account/).count()).toBe(0)
    await stillRings()
  })

  it('a queue that was not selected and disappears is reported until it is back', async () => {
    const { window } = await open('Queues')
    await shows('051-000-0000')
    account.say({ queues: queuesAre(BILLING) })
    await shows(/Voicenter no longer lists .?Sales.?\./)
    await stillRings()
    account.say({ queues: queuesAre(SALES, BILLING) })
    await shows('051-000-0000')
    expect(await window.getByText(/no longer lists/).count()).toBe(0)
  })

  it('ten thousand callers are counted; the first are listed, the rest mentioned', async () => {
    account.say({ queues: queuesAre({ ...SALES, Callers: callers(10_000) }, BILLING) })
    const { window } = await open('Queues')
    await shows(/10,?000 waiting/)
    await shows('051-000-0000')
    expect(await window.getByRole('listitem').count()).toBeLessThan(60)
    const last = window.getByText(/and 9,?800 more/)
    await window.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, 1e9))
    await last.waitFor()
    await stillRings()
  })

  it('a queue listed twice is shown once, with the callers of both, and this is reported', async () => {
    const [one, two] = callers(2)
    account.say({
      queues: queuesAre({ ...SALES, Callers: [one, one] }, { ...SALES, Callers: [two] }, BILLING),
    })
    const { window } = await open('Queues')
    await shows('051-000-0001')
    expect(await window.getByText('051-000-0000').count()).toBe(1)
    expect(await window.getByText('Sales', { exact: true }).count()).toBe(1)
    await shows(
      /Voicenter lists .?Sales.? more than once\. Ringside shows each queue once, with all its callers\./,
    )
    await stillRings()
  })

  it('a truncated response about everyone leaves the team unchanged, says since when, and does not affect the calls', async () => {
    const everyone = extensionsAre(
      anExtension(),
      anExtension({
        username: 'SIPSIP1',
        name: 'Yael Mor',
        representative: 'Yael Mor',
        userID: 9,
        onlineUserID: 9,
      }),
    )
    account.say({ everyone })
    await open('Team', { wideView: true })
    await shows('Yael Mor')
    const text = JSON.stringify(everyone)
    account.say({ everyone: text.slice(0, text.length - 40) })
    await shows(/Team not updated since \d/)
    await shows(/response was cut off/)
    await shows(/Your calls are still watched\./)
    await shows('Yael Mor')
    await stillRings()
    account.say({ everyone })
    await expect.poll(() => desk!.window.getByText(/Team not updated/).count()).toBe(0)
  })

  it('an extension listed twice is shown once, and one without a name is shown as nameless', async () => {
    account.say({
      everyone: extensionsAre(
        anExtension(),
        anExtension({ username: 'SIPSIP1', name: '', representative: '', userID: 9, onlineUserID: 9 }),
        anExtension({ username: 'SIPSIP1', name: '', representative: '', userID: 9, onlineUserID: 9 }),
      ),
    })
    const { window } = await open('Team', { wideView: true })
    await shows('No name')
    expect(await window.getByText('SIPSIP1').count()).toBe(1)
    await stillRings()
  })
})
