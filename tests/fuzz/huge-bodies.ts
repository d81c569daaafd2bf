import { MAX_RECORDS } from '../../core/telephony/repair-log.ts'
import { MAX_BODY_BYTES } from '../../core/telephony/read-body.ts'
import { clientOf, cpuMs, parseMs } from './fuzz-bodies.ts'

/** A hostile body of about the largest size that is read at all, and the request it responds to. */
export interface HugeBody {
  readonly name: string
  readonly of: 'extension' | 'everyone'
  readonly text: string
  /** It is slow because libphonenumber reads each number once: at most MAX_NEW_NUMBERS of them. */
  readonly newNumbers?: boolean
}

/** In ms. Reading that takes longer is compared with JSON.parse; up to this, main isn't noticeably blocked. */
const AT_ONCE_MS = 200

const CALL = '{"ivrid":"IVR","callstatus":"Ringing","callerphone":"0722776772","callername":"N"}'

/** As many copies as fit between `before` and `after`. */
function filled(of: HugeBody['of'], before: string, copy: (nth: number) => string, after: string): string {
  const room = MAX_BODY_BYTES[of] - before.length - after.length
  const one = copy(1_000_000)
  return (
    before +
    Array.from({ length: Math.floor(room / Buffer.byteLength(one)) }, (_, nth) => copy(nth + 1_000_000)).join(
      '',
    ) +
    after
  )
}

const ENTRY = '{"ERR":0,"EXTENSIONS":[{"username":"SIPSIP2","calls":['
const END = '{}]}]}'
/** Each is one way to take time: length, depth, number, digits, escapes. */
export function hugeBodies(): readonly HugeBody[] {
  const deep = MAX_BODY_BYTES.extension / 2 - 100
  const digits = `,"ivrid":${'7'.repeat(40)}`
  return [
    {
      name: 'calls',
      of: 'extension',
      text: filled('extension', ENTRY, (nth) => `${CALL.replace('IVR', `i${nth}`)},`, END),
    },
    {
      name: 'long ids as numbers',
      of: 'extension',
      text: filled('extension', `${ENTRY}{"a":0`, () => digits, `},${END}`),
    },
    {
      name: 'digits without end',
      of: 'extension',
      text: filled('extension', `${ENTRY}{"ivrid":"a","callStarted":7`, () => '7777777777', `},${END}`),
    },
    {
      name: 'lists in lists',
      of: 'extension',
      text: `${ENTRY}{"ivrid":"a","customdata":${'['.repeat(deep)}${']'.repeat(deep)}}]}]}`,
    },
    {
      name: 'one name',
      of: 'extension',
      text: filled('extension', `${ENTRY}{"ivrid":"a","callername":"`, () => 'x \u0301', `"},${END}`),
    },
    {
      name: 'signs that begin an entity',
      of: 'extension',
      text: filled('extension', `${ENTRY}{"ivrid":"a","callername":"`, () => '&', `"},${END}`),
    },
    {
      name: 'entities in custom data',
      of: 'extension',
      text: filled('extension', `${ENTRY}{"ivrid":"a","customdata":{"k":"`, () => '&amp;', `"}},${END}`),
    },
    {
      name: 'spaces',
      of: 'extension',
      text: filled('extension', `${ENTRY}{"ivrid"`, () => '          ', `:"a"},${END}`),
    },
    {
      name: 'signs that were not escaped',
      of: 'extension',
      text: filled('extension', `${ENTRY}{"callername":"`, () => 'x\t', `"},${END}`),
    },
    {
      name: 'backslashes',
      of: 'extension',
      text: filled('extension', `${ENTRY}{"callername":"`, () => '\\\\', `"},${END}`),
    },
    {
      name: 'keys of custom data',
      of: 'extension',
      text: filled(
        'extension',
        `${ENTRY}{"ivrid":"a","customdata":{"k":0`,
        (nth) => `,"k${nth}":"v"`,
        `}},${END}`,
      ),
    },
    { name: 'a page', of: 'extension', text: filled('extension', '<html>', () => '<p>page</p>', '') },
    {
      name: 'extensions',
      of: 'everyone',
      text: filled(
        'everyone',
        '{"ERR":0,"EXTENSIONS":[',
        (nth) => `{"username":"S${nth}","name":"N","calls":[]},`,
        '{}]}',
      ),
    },
    {
      name: 'more new numbers than are read, each with two country codes',
      of: 'everyone',
      newNumbers: true,
      text: `{"ERR":0,"EXTENSIONS":[${Array.from({ length: MAX_RECORDS / 101 }, (_, entry) => `{"username":"S${entry}","calls":[${Array.from({ length: 100 }, (_entry, nth) => CALL.replace('IVR', `i${nth}`).replace('0722776772', `97200972${500_000_000 + entry * 100 + nth}`)).join(',')}]}`).join(',')}]}`,
    },
    {
      name: 'as many calls of everyone as are read, each with a number of its own',
      of: 'everyone',
      newNumbers: true,
      text: `{"ERR":0,"EXTENSIONS":[${Array.from({ length: MAX_RECORDS / 2 }, (_, nth) => `{"username":"S${nth}","calls":[${CALL.replace('IVR', `i${nth}`).replace('0722776772', `0${500_000_000 + nth}`)}]}`).join(',')}]}`,
    },
  ]
}

/** A line with the reading time next to that of JSON.parse, in CPU time of this thread, and whether it is too long. */
export async function measureHuge({ name, of, text, newNumbers = false }: HugeBody, mostTimes: number) {
  const times = { read: Number.POSITIVE_INFINITY, parse: Number.POSITIVE_INFINITY }
  let kind = ''
  for (let nth = 0; nth < 3; nth++) {
    const client = clientOf({ text })
    const began = cpuMs()
    const attempt = await client.extensions(
      of === 'everyone' ? null : 'SIPSIP2',
      new AbortController().signal,
    )
    times.read = Math.min(times.read, cpuMs() - began)
    kind = attempt.kind === 'malformed' ? `malformed: ${attempt.why}` : attempt.kind
    times.parse = Math.min(times.parse, parseMs(text))
  }
  const size = (text.length / 1024 / 1024).toFixed(1)
  const line = `${name} (${of}, ${size} MB, ${kind}): ${times.read.toFixed(0)} ms; JSON.parse ${times.parse.toFixed(0)} ms`
  return { line, tooLong: !newNumbers && times.read > Math.max(AT_ONCE_MS, mostTimes * times.parse) }
}
