import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { journalFile, openCentre, runProgram, until, type OpenCentre } from './named-callers.ts'

/** The program, and an endpoint for caller names that does its worst, over HTTP. */

type Answer = (request: IncomingMessage, response: ServerResponse) => void

let centre: OpenCentre
let file = journalFile()
const ends: (() => unknown)[] = []

beforeEach(async () => {
  centre = await openCentre()
  file = journalFile()
})
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
  await centre.close()
  file.remove()
})

async function endpoint(answer: Answer): Promise<string> {
  const server: Server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/popup`
}

async function run(answer: Answer) {
  const program = await runProgram(centre, file.path, { popupScreenUrl: await endpoint(answer) })
  ends.push(program.end)
  return program
}
const ring = (more: object = {}) =>
  centre.sim('call', { extension: 'SIPSIP2', phone: '0501234567', ...more }) as Promise<{ ivrid: string }>

const BODY = JSON.stringify({ STATUS: 'OK', CLIENTNAME: 'Dana Levi', COMPANY: 'Brightwater', TOTAL: 1 })
const json =
  (body: string | Buffer, headers: object = {}): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body)

describe('an endpoint that', () => {
  it.each<[string, Answer, object | null]>([
    [
      'sends a byte a second',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        const drip = setInterval(() => response.write(' '), 1_000)
        response.on('close', () => clearInterval(drip))
      },
      { kind: 'unreachable', why: 'timeout' },
    ],
    [
      'packs 100 MB into a hundredth of it',
      json(gzipSync(Buffer.alloc(100_000_000, ' ')), { 'content-encoding': 'gzip' }),
      { kind: 'malformed', why: 'too-large' },
    ],
    [
      'responds with 204',
      (_request, response) => void response.writeHead(204).end(),
      { kind: 'malformed', why: 'not-json' },
    ],
    [
      'has a tower of lists for a STATUS',
      json(`{"STATUS":${'['.repeat(30_000)}${']'.repeat(30_000)}}`),
      { kind: 'malformed', why: 'wrong-shape' },
    ],
    [
      'claims another length than it sends',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write(BODY.slice(0, 20))
        response.destroy()
      },
      { kind: 'unreachable', why: 'connection-lost' },
    ],
  ])('%s: says so, and the card keeps the number', async (_what, answer, trouble) => {
    const program = await run(answer)
    await ring()
    await program.poll(1)
    expect(program.popupScreen.view().last?.trouble).toEqual(trouble)
    expect(program.caller()).toMatchObject({ source: 'api' })
  })

  it('redirects to another host tells that host nothing', async () => {
    let others = 0
    const other = await endpoint((_request, response) => {
      others += 1
      response.end(BODY)
    })
    const program = await run((_request, response) => void response.writeHead(307, { location: other }).end())
    await ring()
    await program.poll(1)
    expect(program.popupScreen.view().last?.trouble).toEqual({ kind: 'malformed', why: 'redirect' })
    expect(others).toBe(0)
  })

  it('writes Hebrew in the code page of Windows is read by the charset it names', async () => {
    const body = Buffer.from(BODY.replace('Dana Levi', '\u00e3\u00f0\u00e4'), 'latin1')
    const program = await run(json(body, { 'content-type': 'application/json; charset=windows-1255' }))
    await ring()
    await program.poll(1)
    expect(program.caller()).toMatchObject({ name: 'דנה', source: 'crm' })
  })

  it('names a caller who withholds their number names nobody, neither live nor in the history', async () => {
    const program = await run(json(BODY))
    const { ivrid } = await ring({ phone: 'anonymous' })
    await program.poll(1)
    await centre.sim('hangup', { ivrid })
    await program.poll(2)
    expect(program.caller()).toBeNull()
    const [call] = program.history()
    expect([call?.phone.kind, call?.crm]).toEqual(['withheld', undefined])
  })

  it('responds after its caller was deleted stores nothing', async () => {
    const waiting: ServerResponse[] = []
    const program = await run((_request, response) => void waiting.push(response))
    const { ivrid } = await ring()
    await program.poll()
    await centre.sim('hangup', { ivrid })
    await program.poll()
    await until(() => waiting.length === 2)
    const [call] = program.history()
    program.journal.forgetCaller(call!.phone)
    for (const response of waiting) response.end(BODY)
    await until(() => program.popupScreen.view().done === 2)
    expect(program.history()).toEqual([])
    await ring()
    await program.poll()
    expect(program.caller()).toMatchObject({ source: 'api' })
  })

  it('is replaced while it responds is no longer listened to', async () => {
    const waiting: ServerResponse[] = []
    const program = await run((_request, response) => void waiting.push(response))
    await ring()
    await program.poll()
    await until(() => waiting.length === 1)
    program.change({ popupScreenUrl: await endpoint(json('{"STATUS":"OK"}')) })
    waiting[0]?.end(BODY)
    await program.poll()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(program.caller()).toMatchObject({ source: 'api' })
    expect(program.popupScreen.view()).toMatchObject({ answered: 0 })
  })

  it('responds in privacy mode is seen once that is off, and not before', async () => {
    const waiting: ServerResponse[] = []
    const program = await run((_request, response) => void waiting.push(response))
    await ring()
    await program.poll()
    await until(() => waiting.length === 1)
    program.change({ privacy: true })
    waiting[0]?.end(BODY)
    await until(() => program.popupScreen.view().done === 1)
    expect(program.caller()).toBeNull()
    expect(JSON.stringify(program.tray())).not.toContain('Dana')
    program.change({ privacy: false })
    expect(program.caller()).toMatchObject({ name: 'Dana Levi' })
    program.change({ privacy: true })
    expect(program.caller()).toBeNull()
    expect(JSON.stringify(program.tray())).not.toContain('Dana')
  })
})

it('two calls of one number at once have the same name, and three requests each', async () => {
  const received: { ivrid: string; status: string }[] = []
  const program = await run((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      received.push(JSON.parse(body) as { ivrid: string; status: string })
      response.end(BODY)
    })
  })
  const calls = [await ring(), await ring()]
  await program.poll(2)
  expect(Object.values(program.companion.state().callers)).toMatchObject([
    { name: 'Dana Levi' },
    { name: 'Dana Levi' },
  ])
  for (const { ivrid } of calls) await centre.sim('answer', { ivrid })
  await program.poll(4)
  for (const { ivrid } of calls) await centre.sim('hangup', { ivrid })
  await program.poll(6)
  for (const { ivrid } of calls)
    expect(received.filter((one) => one.ivrid === ivrid).map(({ status }) => status)).toEqual([
      'Ringing',
      'Talking',
      'Hangup',
    ])
})
