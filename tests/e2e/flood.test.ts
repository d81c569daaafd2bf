import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MAX_ALERTS_PER_MINUTE } from '../../core/alerts/alert-book.ts'
import { MAX_NEW_CALLS_PER_MINUTE } from '../../core/session/admit-calls.ts'
import { MAX_PAGES_PER_MINUTE } from '../../electron/main/crm/crm-pages.ts'
import { startDesktop, type Desktop } from './desktop.ts'
import {
  anExtension,
  aRing,
  extensionsAre,
  openScriptedAccount,
  type ScriptedAccount,
} from './scripted-account.ts'

/** Duration of each flood; a minute or more to measure: `RINGSIDE_FLOOD_SECONDS=60`. */
const SECONDS = Number(process.env['RINGSIDE_FLOOD_SECONDS'] ?? 8)
const run = promisify(execFile)
const PAGE = {
  name: 'Customer card',
  on: 'ringing',
  url: 'https://crm.example.com/{ivrid}',
  hosts: ['crm.example.com'],
}

const rings = (count: number, prefix: string): readonly object[] =>
  Array.from({ length: count }, (_, nth) => aRing(`${prefix}${nth}`))

describe('one response can’t start more than a phone system does', () => {
  let account: ScriptedAccount
  let folder: string
  let desk: Desktop

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringside-flood-'))
    const quiet = extensionsAre(anExtension())
    account = await openScriptedAccount({ extension: quiet, everyone: quiet, queues: { ERR: 0, QUEUES: [] } })
    const own = {
      baseUrl: account.baseUrl,
      code: 'flood',
      extension: 'SIPSIP2',
      pollSeconds: 0.4,
      crmRules: [PAGE],
    }
    await writeFile(join(folder, 'policy.json'), JSON.stringify(own))
    const env = { RINGSIDE_POLICY: join(folder, 'policy.json') }
    desk = await startDesktop({ profile: join(folder, 'profile'), env })
    await desk.openWindow()
    await desk.window.getByText('No calls now').waitFor()
  })
  afterEach(async () => {
    await desk.end()
    account.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** The longest time that main took to respond, ms, while `change` went on for SECONDS. */
  async function longestPause(change: (turn: number) => void): Promise<number> {
    const { origin } = new URL(desk.lines.join('\n').match(/^Ringside desktop: (\S+)$/m)?.[1] ?? '')
    let longest = 0
    const until = performance.now() + SECONDS * 1000
    for (let turn = 0; performance.now() < until; turn++) {
      change(turn)
      const began = performance.now()
      await fetch(origin) // the host runs in main’s process
      longest = Math.max(longest, performance.now() - began)
      await wait(100)
    }
    return longest
  }

  it.each<[string, (turn: number) => readonly object[]]>([
    ['20,000 calls in one response', () => rings(20_000, 'a')],
    ['3,000 new calls in each', (turn) => rings(3_000, `b${turn}-`)],
    ['an id that changes in each', (turn) => rings(1, `c${turn}-`)],
  ])('%s', async (name, calls) => {
    let body = ''
    const before = await memoryMb(folder)
    const longest = await longestPause((turn) => {
      body = JSON.stringify(extensionsAre(anExtension({ calls: calls(turn) })))
      account.say({ extension: body })
    })
    const minutes = Math.ceil((SECONDS + 5) / 60)
    const [opened, parse] = [await desk.opened(), parseMs(body)]
    expect(opened.length).toBeLessThanOrEqual(MAX_PAGES_PER_MINUTE * minutes)
    const alerts = (await desk.alerts()).length
    expect(alerts).toBeLessThanOrEqual(MAX_ALERTS_PER_MINUTE * minutes)
    const cards = await desk.window.getByRole('article').count()
    expect(cards).toBeLessThanOrEqual(MAX_NEW_CALLS_PER_MINUTE * minutes)
    if (calls(0).length > MAX_NEW_CALLS_PER_MINUTE)
      await desk.window.getByText(/more calls than one phone can take/).waitFor()
    process.stdout.write(
      `${name}: ${opened.length} pages, ${alerts} alerts on screen, ${cards} cards; memory ${before} MB before, ${await memoryMb(folder)} after; main responded within ${longest.toFixed(0)} ms, ${(longest / parse).toFixed(0)} × JSON.parse of the body (${parse.toFixed(1)} ms)\n`,
    )
    // It works as before.
    account.say({ extension: extensionsAre(anExtension()) })
    await desk.window.getByText('No calls now').waitFor()
  })
})

/** What the program with its profile in `folder` uses, in MB; `?` where `ps` doesn't show it. */
async function memoryMb(folder: string): Promise<string> {
  const { stdout } = await run('ps', ['-eo', 'rss=,args=']).catch(() => ({ stdout: '' }))
  const main = stdout
    .split('\n')
    .find((line) => line.includes('browser-host/main.ts') && line.includes(folder))
  return main === undefined ? '?' : (Number.parseInt(main, 10) / 1024).toFixed(0)
}

function parseMs(text: string): number {
  const began = performance.now()
  JSON.parse(text)
  return performance.now() - began
}
