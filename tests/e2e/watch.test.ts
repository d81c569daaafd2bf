import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const CODE = 'watch-secret-77ab'
const EXAMPLES = join(import.meta.dirname, '../fixtures/api')
const example = (name: string): string => readFileSync(join(EXAMPLES, name), 'utf8')

type Line = Readonly<Record<string, unknown>>
type Answer = string | ((response: ServerResponse) => void)

/** An API that returns `answers` in turn, the last one forever, and the output of `npm run watch` for it. */
async function watch(
  answers: readonly Answer[],
  extension = 'SIPSIP2',
  flags: readonly string[] = ['--interval', '200'],
  env: NodeJS.ProcessEnv = {},
  how: {
    readonly npm?: boolean
    readonly reads?: boolean
    readonly stdout?: number
    readonly stderr?: number
  } = {},
) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? ''
    asked.push(request.url ?? '')
    request.resume().on('end', () => {
      if (typeof answer === 'function') answer(response)
      else response.setHeader('content-type', 'application/json').end(answer)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/comet/API`
  const { npm = false, reads = true, stdout = 'pipe', stderr = 'pipe' } = how
  const given = ['--url', base, '--extension', extension, ...flags]
  const [program, ...args] = npm
    ? ['npm', 'run', '--silent', 'watch', '--', ...given]
    : [process.execPath, 'scripts/watch.ts', ...given]
  const child = spawn(program, args, {
    env: { ...process.env, LANG: 'C', RINGSIDE_CODE: CODE, RINGSIDE_POLICY: '', ...env },
    stdio: ['ignore', stdout, stderr],
  })
  const ended = new Promise<number | null>((resolve) => child.once(reads ? 'close' : 'exit', resolve))
  let out = ''
  let said = ''
  if (reads) child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
  const lines = (): Line[] =>
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line)
  return {
    asked,
    lines,
    said: () => said,
    /** Waits for this many requests, then until the last response has been read. */
    async through(count: number) {
      await expect.poll(() => asked.length).toBeGreaterThan(count)
    },
    ended,
    child,
    leave: () => child.stdout?.destroy(),
    async end(): Promise<number | null> {
      child.kill('SIGINT')
      server.closeAllConnections()
      server.close()
      return ended
    },
  }
}

type CurrentSession = Awaited<ReturnType<typeof watch>>
let running: CurrentSession | null = null
afterEach(async () => {
  await running?.end()
  running = null
})

const short = ({ type, state, ivrid, outcome, unseen, failure }: Line): string => {
  const marks = [unseen === true ? 'unseen' : '', failure === undefined ? '' : JSON.stringify(failure)]
  return [type, state, ivrid, outcome, ...marks]
    .filter((word) => typeof word === 'string' && word !== '')
    .join(' ')
}
const summary = (lines: readonly Line[]): string[] => lines.map(short)

/** A response with these calls on SIPSIP2, changed as needed. */
function answer(calls: readonly Line[], change: Line = {}): string {
  const documented = JSON.parse(example('extensions.json')) as { EXTENSIONS: Record<string, unknown>[] }
  const [, second] = documented.EXTENSIONS
  return JSON.stringify({
    ...documented,
    EXTENSIONS: [documented.EXTENSIONS[0], { ...second, calls, ...change }],
  })
}

const call = (change: Line = {}): Line => ({
  callStarted: 1602465818,
  callAnswered: 0,
  answered: 0,
  callername: 'Voicenter',
  callerphone: '0722776772',
  callstatus: 'Ringing',
  customdata: {},
  direction: 'Incoming',
  ivrid: 'c1',
  recording: { Filename: 'c1.mp3', IsMuted: 0 },
  did: '039001234',
  ...change,
})
const talking = (change: Line = {}): Line =>
  call({ callstatus: 'Talking', answered: 1, callAnswered: 1602465825, ...change })

/** Responses that each produce 30 lines: more than a pipe holds. */
const FLIPS = 40

describe('npm run watch', () => {
  it('reports only the connection for the documented examples: a call that is already connected is not an event', async () => {
    running = await watch([example('extensions.json')])
    await running.through(3)
    expect(summary(running.lines())).toEqual(['connection connecting', 'connection live'])
    running.asked.forEach((url) => expect(url).toBe('/comet/API/GetExtensionsCalls'))
    // The longest gap, rounded up to whole seconds.
    expect(running.said()).toContain('Watching extension SIPSIP2, every 1 s.')
  })

  it('reports a call from ring to end, with its fields', async () => {
    running = await watch([
      answer([]),
      answer([call()]),
      answer([talking()]),
      answer([talking({ callstatus: 'Hold' })]),
      answer([talking({ recording: { Filename: 'c1.mp3', IsMuted: 1 } })]),
      answer([talking()]),
      answer([]),
    ])
    await running.through(7)
    expect(summary(running.lines())).toEqual([
      'connection connecting',
      'connection live',
      'ringing c1',
      'answered c1',
      'held c1',
      'resumed c1',
      'recording-muted c1',
      'recording-unmuted c1',
      'ended c1 completed',
    ])
    expect(running.lines()[2]).toMatchObject({
      extension: 'SIPSIP2',
      phone: '0722776772',
      name: 'Voicenter',
      did: '039001234',
      direction: 'incoming',
      status: 'ringing',
    })
    expect(running.lines()[2]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(running.lines()[8]?.talkSeconds).toEqual(expect.any(Number))
  })

  it('reports missed, unanswered and unseen calls, and endings first', async () => {
    running = await watch([
      answer([
        call({ ivrid: 'r' }),
        call({ ivrid: 'd', callstatus: 'Dialing', direction: 'Outgoing', did: '' }),
      ]),
      answer([talking({ ivrid: 'u' })]),
      answer([call({ ivrid: 'r' })]),
    ])
    await running.through(4)
    expect(summary(running.lines()).slice(2)).toEqual([
      'ringing r',
      'dialing d',
      'ended r missed',
      'ended d unanswered',
      'answered u unseen',
      'ended u completed',
      'ringing r',
    ])
  })

  const unusual: Record<string, string> = {
    'numbers as text': answer(
      [
        call({
          callStarted: '1602465818',
          callAnswered: '0',
          answered: '0',
          recording: { Filename: '', IsMuted: '0' },
        }),
      ],
      {
        onlineUserStatus: '1',
        extensionID: '97483478',
      },
    ),
    'arrays for objects': answer([call({ customdata: [], recording: [{ Filename: 'c1.mp3', IsMuted: 0 }] })]),
    'no recording at all': answer([call({ recording: [] })]),
    'null for everything but the id': answer([
      {
        ...Object.fromEntries(Object.keys(call()).map((key) => [key, null])),
        ivrid: 'c1',
        callstatus: 'Ringing',
      },
    ]),
    'fields that are missing': answer([{ ivrid: 'c1', callstatus: 'Ringing' }]),
    'fields nobody knows': answer([call({ mood: 'bad', tags: [{}] })], { extra: { deep: [1] } }),
    'words nobody knows': answer([call({ direction: 'Sideways' })], { onlineUserStatus: 42 }),
    'an id that is a number': answer([call({ ivrid: 77 })]),
    'one extension without a list around it': JSON.stringify({
      ERR: '0',
      DESC: 'OK',
      EXTENSIONS: (JSON.parse(answer([call()])) as { EXTENSIONS: unknown[] }).EXTENSIONS[1],
    }),
    'a mark at the beginning': `\uFEFF${answer([call()])}`,
  }
  it.each(Object.entries(unusual))('reads %s as a ring', async (_, body) => {
    running = await watch([answer([]), body, answer([])])
    await running.through(3)
    const events = running.lines().filter((line) => line.type !== 'connection')
    expect(events.map(({ type, outcome }) => [type, outcome])).toEqual([
      ['ringing', undefined],
      ['ended', 'missed'],
    ])
  })

  it('drops only a call without an id, and says so', async () => {
    running = await watch([answer([]), answer([call({ ivrid: null }), call({ ivrid: 'x' })])])
    await running.through(2)
    expect(summary(running.lines()).slice(2)).toEqual(['ringing x'])
    expect(running.said()).toMatch(/dropped-no-id|without an ID/)
  })

  const faults: Record<string, [Answer, string]> = {
    'HTTP 401': [(r) => r.writeHead(401).end(), 'connection refused'],
    'HTTP 403': [(r) => r.writeHead(403).end('no'), 'connection refused'],
    'HTTP 429': [
      (r) => r.writeHead(429, { 'retry-after': '1' }).end(),
      'connection stale {"kind":"limited","retryAfterMs":1000}',
    ],
    'HTTP 500': [(r) => r.writeHead(500).end(), 'connection stale {"kind":"faulty","status":500,"err":null}'],
    'one ERR 1': [
      '{"ERR":1,"DESC":"Authorization failed."}',
      'connection stale {"kind":"faulty","status":200,"err":1}',
    ],
    'ERR 2': [
      '{"ERR":2,"DESC":"Internal error."}',
      'connection stale {"kind":"faulty","status":200,"err":2}',
    ],
    'half a body': [
      (r) => r.end(answer([call()]).slice(0, 80)),
      'connection stale {"kind":"malformed","why":"cut-short"}',
    ],
    'a web page': [
      '<!doctype html><title>Sign in</title>',
      'connection stale {"kind":"malformed","why":"web-page"}',
    ],
    'no JSON': ['oh no', 'connection stale {"kind":"malformed","why":"not-json"}'],
    'a wrong shape': ['[1,2]', 'connection stale {"kind":"malformed","why":"wrong-shape"}'],
    'a redirect': [
      (r) => r.writeHead(302, { location: 'https://example.com/' }).end(),
      'connection stale {"kind":"malformed","why":"redirect"}',
    ],
    'a connection that breaks': [
      (r) => r.destroy(),
      'connection stale {"kind":"unreachable","why":"connection-lost"}',
    ],
    'one empty list': [
      '{"ERR":0,"DESC":"OK","EXTENSIONS":[]}',
      'connection stale {"kind":"doubtful","why":"incomplete"}',
    ],
    'one list without its calls': [
      '{"ERR":0,"DESC":"OK","EXTENSIONS":[{"username":"SIPSIP2"}]}',
      'connection stale {"kind":"doubtful","why":"incomplete"}',
    ],
  }
  it.each(Object.entries(faults))(
    'keeps the call through %s, and says what happened',
    async (_, [fault, expected]) => {
      running = await watch([answer([call()]), fault, answer([call()])])
      await running.through(3)
      await expect.poll(() => summary(running!.lines()).length).toBeGreaterThan(4)
      expect(summary(running.lines())).toEqual([
        'connection connecting',
        'connection live',
        'ringing c1',
        expected,
        'connection live',
      ])
      expect(running.said()).not.toContain(CODE)
      expect(running.said()).not.toContain('0722776772')
    },
  )

  it('prints one line and exits with 2 if it can’t start', async () => {
    for (const flags of [['--nonsense'], ['--interval', 'soon'], ['--interval', '5']]) {
      running = await watch([answer([])], 'SIPSIP2', flags)
      expect(await running.ended).toBe(2)
      expect(running.lines()).toEqual([])
      expect(running.said()).not.toBe('')
      await running.end()
    }
  })

  it('ends cleanly when interrupted', async () => {
    running = await watch([answer([call()])])
    await running.through(2)
    expect(await running.end()).toBe(0)
  })

  it.each<[string, readonly string[], NodeJS.ProcessEnv]>([
    ["Unknown option '--nonsense'.", ['--nonsense'], {}],
    ["Unexpected argument 'extra'.", ['extra'], {}],
    ['--interval must be from 200 to 60000 milliseconds.', ['--interval', 'soon'], {}],
    ['--extension must be a SIP code, such as SIPSIP2.', ['--extension', 'SIP SIP'], {}],
    [
      '--url must be a web address without a user name, password, ? or #.',
      ['--url', 'https://me:s3cret@example.com/'],
      {},
    ],
    ['--url must be a web address without a user name, password, ? or #.', ['--url', 'nonsense'], {}],
    [
      '--url must start with https://, or with http:// on this computer.',
      ['--url', 'http://example.com/'],
      {},
    ],
    ['RINGSIDE_CODE is too long: a code has at most 512 characters.', [], { RINGSIDE_CODE: 'x'.repeat(600) }],
    [
      'No code was given: set RINGSIDE_CODE, or name a policy file in RINGSIDE_POLICY.',
      [],
      { RINGSIDE_CODE: ' ' },
    ],
    [
      'npm took --url for itself. Put -- before it: npm run watch -- --url …',
      [],
      { npm_lifecycle_event: 'watch', npm_config_url: 'true' },
    ],
  ])('says in one line: %s', async (sentence, flags, env) => {
    running = await watch([answer([])], 'SIPSIP2', ['--interval', '200', ...flags], env)
    expect(await running.ended).toBe(2)
    expect(running.lines()).toEqual([])
    expect(running.said()).toBe(`${sentence} See npm run watch -- --help.\n`)
    expect(running.said()).not.toMatch(/s3cret|xxxx/)
  })

  it.skipIf(process.platform !== 'linux').each(['stdout', 'stderr'] as const)(
    'exits with 1, and not as if it was stopped, if %s is on a full disk',
    async (which) => {
      const full = openSync('/dev/full', 'w')
      running = await watch([answer([call()])], 'SIPSIP2', undefined, {}, { [which]: full })
      expect(await running.ended).toBe(1)
      closeSync(full)
      if (which === 'stdout') expect(running.said()).toMatch(/ENOSPC/)
      expect(running.said()).not.toMatch(/^Stopped\.$|node:|at /m)
    },
  )

  it('exits with 1 if its reader is gone', async () => {
    running = await watch(Array.from({ length: 20 }, (_, index) => answer(index % 2 === 0 ? [] : [call()])))
    await running.through(1)
    running.leave()
    expect(await running.ended).toBe(1)
    expect(running.said()).toMatch(/EPIPE/)
  })

  it.skipIf(process.platform === 'win32')(
    'exits on SIGTERM even if nobody reads its output, and reports that lines are missing',
    async () => {
      const all = (callstatus: string): string =>
        answer(Array.from({ length: 30 }, (_, index) => talking({ ivrid: `c${index}`, callstatus })))
      const flips = Array.from({ length: FLIPS }, (_, index) => all(index % 2 === 0 ? 'Talking' : 'Hold'))
      running = await watch([answer([]), ...flips, answer([])], 'SIPSIP2', undefined, {}, { reads: false })
      await running.through(FLIPS)
      running.child.kill('SIGTERM')
      expect(await running.ended).toBe(1)
    },
  )

  it.skipIf(process.platform === 'win32')(
    'prints nothing but its lines under npm run --silent, and ends with npm at SIGTERM',
    async () => {
      running = await watch([answer([]), answer([call()])], 'SIPSIP2', undefined, {}, { npm: true })
      await running.through(2)
      await expect.poll(() => summary(running!.lines()).at(-1)).toBe('ringing c1')
      running.child.kill('SIGTERM')
      // npm ends at once; the pipe closes when the program itself has ended.
      await running.ended
      expect(running.said()).toMatch(/^Stopped\.$/m)
      const { asked } = running
      const before = asked.length
      await new Promise((resolve) => setTimeout(resolve, 600))
      expect(asked).toHaveLength(before)
    },
  )
})
