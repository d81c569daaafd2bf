import fc from 'fast-check'

/** One way to spoil a body; `at` picks the position, 0 (included) to 1 (excluded). */
export interface Spoiling {
  readonly at: number
  readonly how: How
  /** What is inserted, if anything: an index of ODD. */
  readonly what: number
}

const HOWS = [
  'flip',
  'cut',
  'repeat',
  'insert',
  'drop-key',
  'double-before',
  'double-after',
  'retype',
  'rename-key',
  'wrap',
] as const
type How = (typeof HOWS)[number]

const deep = (open: string, close: string, levels: number): string =>
  open.repeat(levels) + close.repeat(levels)

/** JSON that doesn't belong there. */
const ODD: readonly string[] = [
  'null',
  '""',
  '[]',
  '{}',
  '0',
  '-1',
  '1e400',
  '1.5',
  '12345678901234567890',
  'true',
  '"0"',
  '"Ringing"',
  '"\\u0000\\u202e\\ud83d"',
  '"<img src=x onerror=alert(1)>"',
  '"=1+1"',
  '[null]',
  '[[{}]]',
  '{"0":{}}',
  '{"__proto__":{"ivrid":"p"}}',
  '{"constructor":{"prototype":{}},"toString":1}',
  '{"ivrid":"extra","callstatus":"Ringing"}',
  '[{"ivrid":"listed"}]',
  deep('[', ']', 500),
  deep('{"a":', '}', 0) + '{"a":'.repeat(300) + '1' + '}'.repeat(300),
]

/** Rare, because they take time. */
const HUGE: readonly string[] = [
  JSON.stringify('x '.repeat(100_000)),
  JSON.stringify('\u202e\u0301'.repeat(50_000)),
  deep('[', ']', 20_000),
]

const KEY = /"[A-Za-z]+"\s*:/g
const SCALAR = /(?<=:\s*)("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|\{\}|\[\])/g

export const spoilings = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 9_999 }).map((position) => position / 10_000),
    how: fc.constantFrom<How>(...HOWS),
    what: fc.oneof(
      { weight: 400, arbitrary: fc.integer({ min: 0, max: ODD.length - 1 }) },
      { weight: 1, arbitrary: fc.integer({ min: ODD.length, max: ODD.length + HUGE.length - 1 }) },
    ),
  }),
  { minLength: 1, maxLength: 4 },
)

/** `body` spoiled in each of these ways, one after the other. */
export const spoiled = (body: string, ways: readonly Spoiling[]): string => ways.reduce(spoil, body)

function spoil(body: string, { at, how, what }: Spoiling): string {
  const position = Math.floor(at * body.length)
  const odd = ODD[what] ?? HUGE[what - ODD.length] ?? 'null'
  switch (how) {
    case 'flip':
      return `${body.slice(0, position)}${String.fromCharCode(body.charCodeAt(position) ^ (1 << (what % 8)))}${body.slice(position + 1)}`
    case 'cut':
      return body.slice(0, position)
    case 'repeat':
      return body.slice(0, position) + body.slice(position, position + 40 * what) + body.slice(position)
    case 'insert':
      return body.slice(0, position) + odd + body.slice(position)
    case 'drop-key':
      return replaced(body, /"[A-Za-z]+"\s*:\s*(?:"[^"\\]*"|-?\d+|\{\})\s*,/g, at, () => '')
    case 'double-before':
      return replaced(body, KEY, at, (key) => `${key}${odd},${key}`)
    case 'double-after':
      return replaced(
        body,
        /("[A-Za-z]+")\s*:\s*(?:"[^"\\]*"|-?\d+|\{\})/g,
        at,
        (pair) => `${pair},${pair.slice(0, pair.indexOf(':'))}:${odd}`,
      )
    case 'retype':
      return replaced(body, SCALAR, at, () => odd)
    case 'rename-key':
      return replaced(body, KEY, at, () => ['"__proto__":', '"Ivrid":', '"":', '"calls":'][what % 4]!)
    case 'wrap':
      return replaced(body, /\{[^{}]*\}/g, at, (inner) => (what % 2 === 0 ? `[${inner}]` : `{"0":${inner}}`))
  }
}

/** Replaces one of the matches of `pattern`; returns the body unchanged if there is none. */
function replaced(body: string, pattern: RegExp, at: number, exchange: (found: string) => string): string {
  const found = [...body.matchAll(pattern)]
  const one = found[Math.floor(at * found.length)]
  if (one === undefined) return body
  return body.slice(0, one.index) + exchange(one[0]) + body.slice(one.index + one[0].length)
}
