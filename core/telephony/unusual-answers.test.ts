import { describe, expect, it } from 'vitest'
import type { Failure } from '../connection.ts'
import type { ReadCall } from '../domain.ts'
import { readPhone } from '../phone.ts'
import { createClient } from './client.ts'
import { createIncrementalReader } from './incremental-reader.ts'
import { createRepairLog } from './repair-log.ts'

const CALL = {
  callStarted: 0,
  callAnswered: 0,
  answered: 0,
  callername: 'Sales',
  callerphone: '0521234567',
  callstatus: 'Ringing',
  direction: 'Incoming',
  ivrid: 'a1',
  did: '',
  customdata: {},
  recording: { Filename: '', IsMuted: 0 },
}

/** A response as JSON, with these calls of the requested extension. */
const answer = (...calls: readonly object[]): string =>
  JSON.stringify({ ERR: 0, DESC: 'OK', EXTENSIONS: [{ username: 'SIPSIP2', onlineUserStatus: 1, calls }] })

/** The calls that the client reads from a response with this body, or why it reads none. */
async function readCalls(
  body: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
): Promise<readonly ReadCall[] | Failure> {
  const client = createClient({
    fetch: () => Promise.resolve(new Response(body, { headers: { 'content-type': type } })),
    now: () => 0,
    baseUrl: 'https://api.example.com',
    muteUrl: 'https://api.example.com/mute',
    code: 'code',
    region: 'IL',
  })
  const outcome = await client.extensions('SIPSIP2', new AbortController().signal)
  return outcome.kind === 'reached' ? outcome.answer.flatMap(({ calls }) => calls) : outcome
}

describe('a response whose JSON was built by hand', () => {
  it('is read with objects for lists, numbers for texts, a repeated call and one without an id', async () => {
    const calls = {
      0: { ...CALL, ivrid: 1001, callerphone: 972521234567, answered: '0' },
      1: { ...CALL, ivrid: 1001 },
      2: { ...CALL, ivrid: '' },
      3: { ...CALL, ivrid: 'b2', recording: [] },
    }
    const body = JSON.stringify({ ERR: '0', EXTENSIONS: { 0: { username: 'SIPSIP2', calls } } })
    const phone = { e164: '+972521234567' }
    expect(await readCalls(`\ufeff${body}`)).toMatchObject([
      { ivrid: '1001', phone },
      { ivrid: 'b2', phone },
    ])
  })

  // From reports of ids of 16 digits and more whose last digits are lost.
  it('keeps every digit of an id written as a number', async () => {
    const body = answer({ ...CALL, ivrid: '@@' }).replace('"@@"', '20261128105058123456')
    expect(await readCalls(body)).toMatchObject([{ ivrid: '20261128105058123456' }])
  })

  const named = (written: string): string =>
    answer({ ...CALL, callername: '@@' }, { ...CALL, ivrid: 'b2' }).replace('@@', written)

  it('is read completely with an escaped tab in a name', async () => {
    expect(await readCalls(named('North\\tBranch'))).toMatchObject([{ ivrid: 'a1' }, { ivrid: 'b2' }])
  })

  // From reports of nothing being shown because of a line break in one text.
  it.each([
    ['an unescaped tab', 'North\tBranch'],
    ['an unescaped line break', 'North\nBranch'],
    ['an unescaped control character', 'North\u0001Branch'],
    ['a backslash that escapes nothing', 'North\\Branch'],
  ])('is read completely with %s in a name', async (_, name) => {
    expect(await readCalls(named(name))).toMatchObject([{ ivrid: 'a1' }, { ivrid: 'b2' }])
  })

  it('is read the same way in the response about everyone, and reported as repaired', () => {
    const read = createIncrementalReader(createRepairLog(), (received) => readPhone(received, 'IL'))
    for (const body of [named('North'), named('North\tBranch'), named('South'), named('\u0001')]) {
      const reading = read(body)
      expect(reading).toMatchObject({ answer: [{ calls: [{ ivrid: 'a1' }, { ivrid: 'b2' }] }] })
      const repairs = reading.kind === 'answer' ? reading.repairs.map(({ what }) => what) : []
      expect(repairs.includes('invalid-json')).toBe(/\p{Cc}/u.test(body))
    }
  })
})

describe('a name', () => {
  const read = (callername: string) => readCalls(answer({ ...CALL, callername }))

  it('keeps an ampersand that doesn’t start an HTML entity', async () => {
    expect(await read('AT&T; R&D')).toMatchObject([{ name: 'AT&T; R&D' }])
  })

  // From reports of names with a quotation mark that are shown as &#34;.
  it.each([
    ['ד&quot;ר לוי', 'ד"ר לוי'],
    ['O&#39;Hara &amp; Co', "O'Hara & Co"],
    ['Jos&eacute; &#x5d3;', 'José ד'],
    ['Dana&#8207;&rlm; Levi', 'Dana Levi'],
    ['Q&A &desk', 'Q&A &desk'],
  ])('that was escaped for a web page, as %s, is read as %s', async (callername, name) => {
    expect(await read(callername)).toMatchObject([{ name }])
  })
})

describe('a number', () => {
  // From reports of softphones that show a caller as an address, which matches no contact.
  it.each([
    ['"Noa" <sip:0521234567@pbx.example>', 'Noa'],
    ['&quot;Noa&quot; &lt;sip:0521234567@pbx.example&gt;', 'Noa'],
    [`"Noa" <sip:0521234567@${'long.'.repeat(40)}example>`, 'Noa'],
    ['tel:+972521234567', ''],
  ])('is read from %s, and the name beside it where there is no other', async (callerphone, name) => {
    const phone = { e164: '+972521234567' }
    expect(await readCalls(answer({ ...CALL, callerphone, callername: '' }))).toMatchObject([{ phone, name }])
    expect(await readCalls(answer({ ...CALL, callerphone }))).toMatchObject([{ phone, name: 'Sales' }])
  })

  // From reports of numbers with invisible characters, which look right and match nothing.
  it.each([
    ['after a right-to-left mark', '\u200f0521234567'],
    ['within marks of direction', '\u202a+972521234567\u202c'],
    ['with a zero-width space', '052\u200b1234567'],
    ['between spaces', ' 0521234567 '],
    ['within isolates', '\u2066052-123-4567\u2069'],
    ['with non-breaking hyphens', '052\u2011123\u20114567'],
    ['in Arabic digits', '٠٥٢١٢٣٤٥٦٧'],
  ])('is read without what is invisible in it: %s', async (_, callerphone) => {
    const calls = await readCalls(answer({ ...CALL, callerphone }))
    expect(calls).toMatchObject([{ phone: { e164: '+972521234567' } }])
    expect(JSON.stringify(calls)).not.toMatch(/\p{Cf}/u)
  })
})

describe('a response in the charset of its header', () => {
  const [head = '', tail = ''] = answer({ ...CALL, callername: '@@' }).split('@@')
  const inUtf8 = new TextEncoder().encode(`${head}דנה${tail}`)
  const inWindows1255 = Uint8Array.from([...Buffer.from(head), 0xe3, 0xf0, 0xe4, ...Buffer.from(tail)])
  const inUtf16 = Uint8Array.from(Buffer.from(`${head}דנה${tail}`, 'utf16le'))

  it.each(['application/json; charset=utf-8', 'application/json'])('is read as %s', async (type) => {
    expect(await readCalls(inUtf8, type)).toMatchObject([{ name: 'דנה' }])
  })

  // From reports of Hebrew in windows-1255 turned into gibberish, because the charset was ignored.
  it.each([
    ['windows-1255', inWindows1255],
    ['utf-16le', inUtf16],
  ])('is read as %s', async (charset, bytes) => {
    expect(await readCalls(bytes, `application/json; charset=${charset}`)).toMatchObject([{ name: 'דנה' }])
  })
})
