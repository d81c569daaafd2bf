import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import electronUpdater from 'electron-updater'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askSignature } from './ask-signature.ts'
import { createSignatureCheck } from './signature-check.ts'
import { createUpdateSource, updateFailure } from './update-source.ts'

// electron-updater's own updater for NSIS, over Node's network, with Node programs in place of PowerShell.
const require = createRequire(import.meta.url)
const { NodeHttpExecutor } = require('builder-util') as { NodeHttpExecutor: new () => object }
const { ElectronHttpExecutor } = require('electron-updater/out/electronHttpExecutor') as {
  ElectronHttpExecutor: { prototype: { download: unknown } }
}
const httpExecutor = Object.assign(new NodeHttpExecutor(), {
  download: ElectronHttpExecutor.prototype.download,
})
const OWN = 'CN="Acme, Inc.", O=Acme, C=IL'
const SETUP = 'a setup program'

const answered = (status: number, subject: string): string =>
  JSON.stringify({ status, subject: Array.from(subject, (letter) => letter.charCodeAt(0)) })
const printing = (text: string): string => `process.stdout.write(${JSON.stringify(text)})`

describe('an update for Windows', () => {
  let folder = ''
  let server: Server
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-signature-'))
    const sha512 = createHash('sha512').update(SETUP).digest('base64')
    const list = `version: 0.2.0\nfiles:\n  - url: Ringside.exe\n    sha512: ${sha512}\n    size: ${SETUP.length}\npath: Ringside.exe\nsha512: ${sha512}\nreleaseDate: '2026-11-22T00:00:00.000Z'\n`
    server = createServer((request, response) => {
      const path = (request.url ?? '').replace(/\?.*$/, '')
      const body = path === '/latest.yml' ? list : path === '/Ringside.exe' ? SETUP : null
      response.writeHead(body === null ? 404 : 200).end(body ?? '')
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
  })
  afterEach(() => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Fetches it, and returns the result. `powerShell`: what the program that replaces it does; null for no program. */
  async function fetched(powerShell: string | null, publisher = OWN) {
    writeFileSync(
      join(folder, 'app-update.yml'),
      `updaterCacheDirName: ringside-updater\npublisherName:\n  - '${publisher}'\n`,
    )
    const app = {
      version: '0.1.0',
      name: 'Ringside',
      isPackaged: true,
      appUpdateConfigPath: join(folder, 'app-update.yml'),
      userDataPath: folder,
      baseCachePath: join(folder, 'cache'),
      whenReady: () => Promise.resolve(),
      relaunch: () => undefined,
      quit: () => undefined,
      onQuit: () => undefined,
    }
    const updater = new electronUpdater.NsisUpdater(null, app)
    Object.assign(updater, { httpExecutor, _testOnlyOptions: { platform: 'win32' } })
    const logged: string[] = []
    const log = { info: () => undefined, warn: (line: string) => void logged.push(line) }
    const command = powerShell === null ? join(folder, 'absent') : process.execPath
    const ask = askSignature({ command, args: ['-e', powerShell ?? ''], withinMs: 2_000 })
    updater.verifyUpdateCodeSignature = createSignatureCheck(ask, log)
    const source = createUpdateSource(updater, log)
    const updateServer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    source.configure({ updateServer, updateChannel: 'latest' })
    expect(await source.check()).toBe('0.2.0')
    const outcome = await source.download().then(
      () => 'accepted',
      (error: unknown) => updateFailure(error),
    )
    const pending = join(folder, 'cache', 'ringside-updater', 'pending')
    const left = existsSync(pending) ? readdirSync(pending).filter((name) => name.endsWith('.exe')) : []
    return { outcome, left, logged: logged.join('\n') }
  }

  it.each([
    ['is missing', null],
    ['fails', 'process.exit(1)'],
    ['fails after its answer', `${printing(answered(0, OWN))}; process.exitCode = 1`],
    ['says nothing', ''],
    ['hangs', 'setInterval(() => undefined, 1000)'],
    ['hangs after its answer', `${printing(answered(0, OWN))}; setInterval(() => undefined, 1000)`],
    ['prints nonsense', printing('The term Get-AuthenticodeSignature is not recognized')],
    ['prints half an answer', printing(answered(0, OWN).slice(0, -5))],
    ['prints another form', printing('{"Status":0}')],
    ['prints no certificate', printing('{"status":0,"subject":null}')],
    ['prints a status in words', printing('{"status":"Valid","subject":[67]}')],
  ])('is refused and removed if PowerShell %s', async (_, powerShell) => {
    const { outcome, left, logged } = await fetched(powerShell)
    expect(outcome).toBe('unverified')
    expect(left).toEqual([])
    expect(logged).toMatch(/the update’s signature could not be checked: (failed|no-answer|unreadable)/)
  })

  it.each([
    ['is signed by nobody', answered(2, '')],
    ['was changed after it was signed', answered(3, OWN)],
    ['is signed by another', answered(0, 'CN=Evil, O=Acme, C=IL')],
    ['is signed by one whose name only begins alike', answered(0, 'CN="Acme, Inc. 2", O=Acme, C=IL')],
    ['is signed by a certificate without a name', answered(0, '')],
    ['is signed by one whose name is read alike', answered(0, String.raw`CN="Acme, Inc.", O=\41cme, C=IL`)],
    ['is signed by one with a name of several', answered(0, 'CN=Evil, CN="Acme, Inc.", O=Acme, C=IL')],
    ['is signed by one with a name in two parts', answered(0, 'CN=Evil + CN="Acme, Inc.", O=Acme, C=IL')],
  ])('is refused and removed if it %s', async (_, answer) => {
    const { outcome, left } = await fetched(printing(answer))
    expect([outcome, left]).toEqual(['damaged', []])
  })

  it.each([
    ['CN="Acme, Inc.", O=Acme, C=IL, S=Center', OWN],
    ['CN="Acme, Inc.", OU=Calls, OU=Desk, O=Acme, C=IL', OWN],
    ['CN="Acme, Inc.", O=Acme', 'Acme, Inc.'],
    ['CN="Acme, Inc.", O=Acme', String.raw`CN=Acme\, Inc., O=Acme`],
    ['CN="אקמה בע""מ", O="אקמה בע""מ", C=IL', 'CN="אקמה בע""מ", O="אקמה בע""מ"'],
    ['CN="אקמה בע""מ", O=Acme', 'אקמה בע"מ'],
  ])('is accepted if %s signed it, and the publisher is %s', async (signer, publisher) => {
    const { outcome, left } = await fetched(printing(answered(0, signer)), publisher)
    expect([outcome, left]).toEqual(['accepted', ['Ringside.exe']])
  })
})
