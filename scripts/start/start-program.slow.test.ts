import { copyFileSync, existsSync, rmSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { findElectron } from '../electron/find-electron.ts'
import { START_LIMITS } from '../electron/start-limits.ts'
import { electronMirror } from '../electron/testing/electron-mirror.ts'
import { fakeProgram, type FakeProgram } from '../electron/testing/fake-program.ts'
import type { Machine } from '../electron/why-not-electron.ts'
import { readRunOptions } from './run-options.ts'
import { startProgram } from './start-program.ts'

const { downloadSilenceMs, startSilenceMs } = START_LIMITS
const DESKTOP: Machine = { platform: 'linux', uid: 1000, env: { DISPLAY: ':0' }, namespaces: 'free' }
const MACHINES: Readonly<Record<string, Machine>> = {
  'no display': { ...DESKTOP, env: {} },
  root: { ...DESKTOP, uid: 0 },
  'restricted namespaces': { ...DESKTOP, namespaces: 'restricted' },
}

type Download = 'slow' | 'silent' | 'failing' | 'fine'
type Computer = 'no display' | 'root' | 'restricted namespaces' | FakeProgram

const PAGE = join(import.meta.dirname, '../../docs/start.md')
const PATIENCE = { timeout: 15_000 }

describe('starting', () => {
  const ends: (() => unknown)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
  })

  /** One start: the real installer against a server on this computer, and a real process that replaces Electron. */
  async function start(download: Download, computer: Computer, flags: readonly string[] = []) {
    const clock = virtualClock()
    const printed = { out: '', err: '' }
    const mirror = await electronMirror((response, zip) => void send(download, response, zip))
    const root = fakeProgram(computer in MACHINES ? 'works' : (computer as FakeProgram))
    ends.push(mirror.end, () => rmSync(root, { recursive: true, force: true }))
    const options = readRunOptions(flags)
    if (typeof options === 'string') throw new Error(options)
    const code = startProgram(options, join(root, 'profile'), {
      root,
      modules: mirror.modules,
      machine: MACHINES[computer] ?? DESKTOP,
      env: { ...mirror.env, ELECTRON_RUN_AS_NODE: '1' },
      clock,
      onStop: () => () => undefined,
      terminal: {
        out: (text) => (printed.out += text),
        err: (text) => (printed.err += text),
        rewrites: true,
      },
      // The downloaded Electron is a dummy that can't run: Node takes its place.
      build() {
        const path = findElectron(mirror.modules)
        if (path !== null) copyFileSync(process.execPath, path)
        return Promise.resolve()
      },
      runBrowserHost() {
        printed.out += 'Ringside desktop: http://127.0.0.1:…\n'
        return Promise.resolve(3)
      },
    })
    if (computer === 'hangs') void turnTimeWhenHung(clock, join(root, 'up'), code)
    return { code: await code, printed, requests: mirror.requests(), waiting: clock.waiting() }

    async function send(how: Download, response: ServerResponse, zip: Buffer): Promise<void> {
      if (how === 'fine') response.end(zip)
      if (how === 'failing') response.writeHead(503).end()
      if (how === 'silent') {
        response.write(zip.subarray(0, 1000))
        await expect.poll(() => printed.err, PATIENCE).toContain('0 of 5 MB')
        await clock.advance(downloadSilenceMs)
      }
      if (how !== 'slow') return
      const quarter = (count: number): number => Math.ceil((zip.length * count) / 4)
      for (const part of [1, 2, 3]) {
        response.write(zip.subarray(quarter(part - 1), quarter(part)))
        await expect.poll(() => printed.err, PATIENCE).toContain(`(${part * 25} %)`)
        await clock.advance(downloadSilenceMs - 1)
      }
      response.end(zip.subarray(quarter(3)))
    }
  }

  it('goes as docs/start.md says', { timeout: 300_000 }, async () => {
    const rows = [...matrix(), ...FURTHER]
    const lines: string[] = []
    for (let first = 0; first < rows.length; first += AT_ONCE)
      lines.push(...(await Promise.all(rows.slice(first, first + AT_ONCE).map(rowOf))))
    await expect([PREFACE, ...lines, ''].join('\n')).toMatchFileSnapshot(PAGE)
  })

  async function rowOf({ download, computer, flags = [] }: Row): Promise<string> {
    const { code, printed, requests, waiting } = await start(download, computer, flags)
    expect(waiting).toBe(0)
    const [sentence = '', ...more] = printed.err
      .replace(/http:[^)]*/, 'https://…')
      .split('\n')
      .filter((line) => /browser host|Electron can/.test(line))
    expect(more).toEqual([])
    const host = /^Ringside desktop/.test(printed.out) ? 'browser' : printed.out === '' ? 'none' : 'Electron'
    // The exit code is that of the program, wherever it ran.
    expect(code).toBe({ browser: 3, Electron: 7, none: 2 }[host])
    const cells = [
      requests === 0 ? `${download}, not begun` : download,
      computer,
      flags.join(' '),
      host,
      sentence,
    ]
    return `| ${cells.join(' | ')} |`
  }

  it.each(['no display', 'root', 'restricted namespaces'] as const)(
    'downloads nothing with %s',
    async (computer) => {
      expect((await start('fine', computer)).requests).toBe(0)
    },
  )

  it('says what it downloads, and shows the progress', async () => {
    const { printed } = await start('slow', 'works')
    expect(printed.err).toMatch(
      /^Downloading Electron .*\n\r {2}0 of 5 MB \(\d+ %\)[^]*\(100 %\) *\nUnpacking Electron…\n/,
    )
  })

  it('downloads nothing and says nothing with --host=browser', async () => {
    const { printed, requests } = await start('fine', 'works', ['--host=browser'])
    expect({ printed, requests }).toEqual({
      printed: { out: 'Ringside desktop: http://127.0.0.1:…\n', err: '' },
      requests: 0,
    })
  })
})

interface Row {
  readonly download: Download
  readonly computer: Computer
  readonly flags?: readonly string[]
}

function matrix(): readonly Row[] {
  const downloads = ['slow', 'silent', 'failing', 'fine'] as const
  const computers = ['no display', 'root', 'dies', 'hangs', 'works'] as const
  return downloads.flatMap((download) => computers.map((computer) => ({ download, computer })))
}

const FURTHER: readonly Row[] = [
  { download: 'fine', computer: 'restricted namespaces' },
  { download: 'fine', computer: 'lacks a library' },
  { download: 'fine', computer: 'lacks its sandbox' },
  { download: 'fine', computer: 'no display', flags: ['--host=electron'] },
  { download: 'failing', computer: 'works', flags: ['--host=electron'] },
  { download: 'fine', computer: 'dies', flags: ['--host=electron'] },
]

const AT_ONCE = 4

const PREFACE = `# Where \`npm start\` and \`npm run demo\` run

One start for each row, made by \`scripts/start/start-program.slow.test.ts\`, which compares this page: Electron's own installer against a server on the same computer, and a small program in the place of Electron's runtime, which isn't installed yet. \`vitest run --project slow scripts/start -u\` writes it again.

| download | computer, or what the runtime does | flag | runs in | what is printed |
| -------- | ---------------------------------- | ---- | ------- | --------------- |`

/** Time passes while a running program prints nothing. */
async function turnTimeWhenHung(
  clock: ReturnType<typeof virtualClock>,
  mark: string,
  code: Promise<number>,
): Promise<void> {
  const over = code.then(() => true)
  const pause = (): Promise<boolean> => new Promise((wake) => setTimeout(() => wake(false), 10))
  while (!existsSync(mark)) if (await Promise.race([over, pause()])) return
  await clock.advance(startSilenceMs)
}
