import fc from 'fast-check'
import { DEFAULT_SETTINGS, SETTING_KEYS } from '../../../core/settings/settings.ts'
import { REQUEST_CHANNELS } from '../../../core/ipc/channels.ts'
import { HOSTILE } from '../../fuzz/hostile-texts.ts'
import { goodArguments } from './well-formed.ts'

/** Values that structured clone allows and no reader expects. Created anew each time: some are cyclic. */
const STRANGE: readonly (() => unknown)[] = [
  () => NaN,
  () => -0,
  () => Infinity,
  () => -1,
  () => 2 ** 53,
  () => 0.5,
  () => 10n ** 40n,
  () => undefined,
  () => null,
  () => '',
  () => 'x'.repeat(50_000),
  () => '\u0000',
  () => '\ud800',
  () => [],
  () => [[]],
  () => new Array<unknown>(2 ** 32 - 1),
  () => new Array<unknown>(1_000),
  () => new Date(NaN),
  () => new Date(0),
  () => /(a+)+$/g,
  () => new Map([['code', 'x']]),
  () => new Set(['S/1']),
  () => new Error('S/1'),
  () => new Uint8Array(64),
  () => new ArrayBuffer(8),
  () => Object(true) as unknown,
  () => Object('S/1') as unknown,
  () => Object(15) as unknown,
  () => JSON.parse('{"__proto__": {"code": "x", "extension": "S", "queues": true, "team": true}}') as unknown,
  () => JSON.parse('{"constructor": {"prototype": {"polluted": 1}}}') as unknown,
  () => ({ length: 3, 0: 'S/1' }),
  () => ({ toString: 'S/1', valueOf: 15, then: 1 }),
  cycle,
  () => [cycle()],
  () => deep(1_000),
]

function cycle(): unknown {
  const one: Record<string, unknown> = { kind: 'extension', code: 'x', extension: 'S' }
  one['self'] = one
  one['list'] = [one]
  return one
}

const deep = (levels: number): unknown => {
  let value: unknown = 'S/1'
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value }
  return value
}

const strange = fc.constantFrom(...STRANGE).map((make) => make())

const value = fc.oneof(
  { weight: 3, arbitrary: strange },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
  {
    weight: 2,
    arbitrary: fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true, withSet: true }),
  },
)

/** What each channel accepts, or almost: whole, or with one part spoiled. */
const nearly: fc.Arbitrary<readonly unknown[]> = fc.oneof(
  { weight: 3, arbitrary: fc.oneof(...REQUEST_CHANNELS.flatMap(goodArguments)) },
  fc.constantFrom<readonly unknown[]>(
    [null],
    ['S/1', 'Card'],
    [{ code: 'c0de', extension: 'SIPSIP2' }],
    [{ template: '{phone}', format: 'text' }],
    [{ filter: 'all', limit: 50, text: 'Dana' }],
    [[{ name: 'a', url: 'https://crm.example/{phone}', hosts: ['crm.example'] }]],
  ),
  fc
    .tuple(fc.constantFrom(...SETTING_KEYS, '__proto__', 'code', 'unknown'), value)
    .map(([key, one]) => [ownKey({}, key, one)]),
  fc.tuple(fc.constantFrom(...SETTING_KEYS)).map(([key]) => [{ [key]: DEFAULT_SETTINGS[key] }]),
  fc
    .tuple(fc.constantFrom('url', 'on', 'events', 'once'), value)
    .map(([key, one]) => [{ webhook: { [key]: one } }]),
  fc
    .tuple(fc.constantFrom('name', 'template', 'format', 'key'), value)
    .map(([key, one]) => [{ copyTemplates: [{ name: 'a', template: 'b', [key]: one }] }]),
  fc
    .tuple(fc.constantFrom('name', 'url', 'hosts', 'when', 'on'), value)
    .map(([key, one]) => [[{ name: 'a', url: 'https://crm.example/', hosts: ['crm.example'], [key]: one }]]),
)

/** An own property of any name, even `__proto__`, as structured clone creates it. */
function ownKey(target: object, key: string, one: unknown): object {
  return Object.defineProperty(target, key, {
    value: one,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

const spoiled = fc
  .tuple(nearly, fc.nat(4), value, fc.constantFrom('replace', 'add', 'drop', 'wrap'))
  .map(([args, at, one, how]): readonly unknown[] => {
    const index = at % Math.max(1, args.length)
    if (how === 'add' || args.length === 0) return [...args, one]
    if (how === 'drop') return args.slice(0, -1)
    if (how === 'wrap') return [args]
    const head = args[index]
    if (typeof head !== 'object' || head === null || Array.isArray(head)) return args.with(index, one)
    const keys = Object.keys(head)
    return args.with(index, ownKey({ ...head }, keys[at % Math.max(1, keys.length)] ?? 'code', one))
  })

/** The arguments of one message, as they come out of structured clone. */
export const hostileArguments = fc
  .oneof(
    { weight: 3, arbitrary: spoiled },
    { weight: 2, arbitrary: fc.array(value, { maxLength: 4 }) },
    { weight: 1, arbitrary: nearly },
  )
  .map((args) => args.map(cloned))

/** What can't be cloned can't be sent: Electron throws in the page. */
function cloned(one: unknown): unknown {
  try {
    const copy: unknown = structuredClone(one)
    return copy
  } catch {
    return null
  }
}
