import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostCommand } from '../../browser-host/host-command.ts'
import type { CallCentre } from './call-centre.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import { startSimulator } from './simulator-process.ts'

const CODE = 'e2e-pages'
const QUIET_MS = 1_500 // three polls: what hasn't opened by then won't

const onRing = {
  name: 'Customer card',
  on: 'ringing',
  when: { direction: ['incoming'] },
  url: 'https://crm.example.com/call/{name}?phone={phone|e164}&note={customdata.note}#{ivrid}',
  hosts: ['crm.example.com'],
}
const onEnd = {
  name: 'Wrap up',
  on: 'ended',
  when: { known: true },
  url: 'https://crm.example.com/wrap-up?call={ivrid}',
  hosts: ['crm.example.com'],
}
const byHand = {
  name: 'Orders',
  on: 'by-hand',
  url: 'https://orders.example.com/{phone|digits}',
  hosts: ['orders.example.com'],
}

/** Names and custom data that a caller could send. */
const HOSTILE: readonly (readonly [name: string, note: string])[] = [
  ['"><script>alert(1)</script>', 'javascript:alert(1)'],
  ['@evil.example/', '//evil.example'],
  ['\\\\evil.example', '%2e%2e%2f'],
  ['a\r\nHost: evil.example', '&admin=1#x'],
  ['\u202egro.elpmaxe', '100 % "sure"'],
]

describe('CRM pages', () => {
  let centre: CallCentre & { stop(): Promise<void> }
  let folder: string
  let policy: string
  let desk: Desktop

  const opened = () => desk.opened()
  const openedSoon = (count: number) => expect.poll(async () => (await opened()).length).toBe(count)
  const article = (name: RegExp) => desk.window.getByRole('article', { name })

  async function start(own: Readonly<Record<string, unknown>>): Promise<void> {
    const base = { code: CODE, extension: 'SIPSIP2', pollSeconds: 0.5 }
    const baseUrl = new URL('/comet/API', centre.url).href
    await writeFile(policy, JSON.stringify({ ...base, baseUrl, ...own }))
    desk = await startDesktop({ profile: join(folder, 'profile'), env: { RINGSIDE_POLICY: policy } })
    await desk.openWindow()
    await desk.window.getByText('No calls now').waitFor()
  }

  beforeAll(async () => {
    centre = await startSimulator(CODE)
    folder = await mkdtemp(join(tmpdir(), 'ringside-pages-'))
    policy = join(folder, 'policy.json')
    await start({ crmRules: [onRing, onEnd, byHand] })
  })
  afterAll(async () => {
    await desk.end()
    await centre.stop()
    await rm(folder, { recursive: true, force: true })
  })

  let ivrid: string
  it('open when it rings, together with the alert, once', async () => {
    ivrid = await centre.call({ name: 'Dana & Co', customdata: { note: 'a/b' } })
    await openedSoon(1)
    expect(await opened()).toEqual([
      `https://crm.example.com/call/Dana%20%26%20Co?phone=%2B972722776772&note=a%2Fb#${ivrid}`,
    ])
    await expect.poll(async () => (await desk.alerts()).join()).toContain('072-277-6772')
    await wait(QUIET_MS)
    expect(await opened()).toHaveLength(1)
  })

  it('open by hand from the card, as often as clicked', async () => {
    for (let time = 0; time < 2; time++) {
      await article(/Ringing/)
        .getByRole('button', { name: 'Open in CRM' })
        .click()
      await desk.window.getByRole('menuitem', { name: 'Orders' }).click()
      await article(/Ringing/)
        .getByText('Opened')
        .waitFor()
    }
    expect((await opened()).slice(1)).toEqual([
      'https://orders.example.com/0722776772',
      'https://orders.example.com/0722776772',
    ])
  })

  it('open at the end for a caller who called before, and for no other', async () => {
    await centre.act('hangup', ivrid)
    await desk.window.getByText('No calls now').waitFor()
    await wait(QUIET_MS)
    expect(await opened()).toHaveLength(3)
    const second = await centre.call({ name: 'Dana' })
    await openedSoon(4)
    await centre.act('hangup', second)
    await openedSoon(5)
    expect((await opened()).at(-1)).toBe(`https://crm.example.com/wrap-up?call=${second}`)
  })

  it('open by hand from the history', async () => {
    const before = (await opened()).length
    await desk.window.getByRole('button', { name: 'History' }).click()
    const row = desk.window.getByRole('listitem').first()
    await row.getByRole('button', { expanded: false }).first().click()
    await row.getByRole('button', { name: 'Open in CRM' }).click()
    await desk.window.getByRole('menuitem', { name: 'Orders' }).click()
    await openedSoon(before + 1)
    await desk.window.getByRole('button', { name: 'Calls' }).click()
  })

  it('open from the history as they did when it rang, with the custom data', async () => {
    const [rang] = await opened()
    const { length: before } = await opened()
    await desk.window.getByRole('button', { name: 'History' }).click()
    const row = desk.window.getByRole('listitem').filter({ hasText: 'Dana & Co' }).last()
    await row.getByRole('button', { expanded: false }).first().click()
    await row.getByRole('button', { name: 'Open in CRM' }).click()
    await desk.window.getByRole('menuitem', { name: 'Customer card' }).click()
    await openedSoon(before + 1)
    expect((await opened()).at(-1)).toBe(rang)
    expect(rang).toContain('note=a%2Fb')
    await desk.window.getByRole('button', { name: 'Calls' }).click()
  })

  it.each(HOSTILE)('stay on their host for a caller called %j', async (name, note) => {
    const before = (await opened()).length
    const id = await centre.call({ name, customdata: { note } })
    await openedSoon(before + 1)
    const url = new URL((await opened()).at(-1)!)
    expect([url.protocol, url.host, url.username, url.hash]).toEqual([
      'https:',
      'crm.example.com',
      '',
      `#${id}`,
    ])
    expect([...url.searchParams.keys()]).toEqual(['phone', 'note'])
    expect(url.href).not.toMatch(/["<>\\\s\u202e]/)
    expect((await opened()).at(-1)).toMatch(/^[\x21-\x7e]+$/)
    await centre.act('hangup', id)
    await openedSoon(before + 2)
  })

  it('cut a value of a megabyte off at the limit', async () => {
    const before = (await opened()).length
    const id = await centre.call({ name: 'x'.repeat(1_000_000), phone: '0501112233' })
    await openedSoon(before + 1)
    expect((await opened()).at(-1)!.length).toBeLessThan(2_081)
    await centre.act('hangup', id)
    await desk.window.getByText('No calls now').waitFor()
  })

  it('are refused if a value would lead to another page, and the settings say so', async () => {
    const before = (await opened()).length
    const id = await centre.call({ name: '..', phone: '0509998877' })
    await article(/Ringing/).waitFor()
    await wait(QUIET_MS)
    expect(await opened()).toHaveLength(before)
    await desk.window.getByRole('button', { name: 'Settings' }).click()
    await desk.window.getByRole('heading', { name: 'Settings' }).waitFor()
    await desk.window
      .getByText('A value from this call would lead to a different page', { exact: false })
      .first()
      .waitFor()
    await desk.window.getByText('Set by your organisation').first().waitFor()
    await centre.act('hangup', id)
  })

  it('open at most once for a call, however often the program is killed', async () => {
    const file = join(folder, 'opened.txt')
    await writeFile(file, '')
    const start = (): ChildProcess => {
      const command = hostCommand({ profile: join(folder, 'killed'), argv: [], port: 0 })
      const env = { ...process.env, RINGSIDE_POLICY: policy, RINGSIDE_HOST_OPENED: file }
      return spawn(process.execPath, command, { env, stdio: 'ignore' })
    }
    const kill = async (program: ChildProcess): Promise<void> => {
      program.kill('SIGKILL')
      await once(program, 'exit')
    }
    const call = (run: number): Promise<string> => centre.call({ phone: `05011122${run}0`, name: 'Kill' })
    const pages = async (): Promise<readonly string[]> =>
      (await readFile(file, 'utf8')).split('\n').filter((url) => url.includes('/call/'))

    for (let run = 0; run < 6; run++) {
      const program = start()
      if (run % 2 === 0) await call(run)
      // Later each time after the start, so that some kills coincide with the opening of the page.
      await wait(1_200 + run * 250)
      await kill(program)
    }
    // The last one isn't killed before it has opened its page. One that was killed just before doesn't try again.
    const program = start()
    const last = `#${await call(7)}`
    await expect.poll(async () => (await pages()).join(' ')).toContain(last)
    await kill(program)
    const opened = await pages()
    expect(new Set(opened).size).toBe(opened.length)
  })
})
