import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { somePhone } from '../testing/seen.ts'
import type { GuardWarning, NotDone, Remedy } from './guard-state.ts'
import { readWarning, storedText } from './stored-warning.ts'

const CALL = 'SIPSIP2/a/1'
const at = fc.integer({ min: 0, max: 4_000_000_000_000 })
const remedy: fc.Arbitrary<Remedy> = fc.constantFrom<Remedy>(
  { do: 'acknowledge' },
  { do: 'mute', call: CALL },
  { do: 'unmute', call: CALL },
)
const why: fc.Arbitrary<NotDone> = fc.constantFrom<NotDone>(
  { kind: 'no-such-call' },
  { kind: 'not-done', code: '17' },
  { kind: 'refused', why: 'address' },
  { kind: 'refused', why: 'code', err: 1 },
  { kind: 'limited', retryAfterMs: null },
  { kind: 'limited', retryAfterMs: 4_000 },
  { kind: 'faulty', status: 503, err: null },
  { kind: 'faulty', status: 200, err: 9, retryAfterMs: 1_000 },
  { kind: 'malformed', why: 'web-page' },
  { kind: 'unreachable', why: 'timeout' },
)
const base = { id: fc.constant(7), call: fc.constant(CALL), phone: fc.constant(somePhone), at, remedy }
const warning: fc.Arbitrary<GuardWarning> = fc.oneof(
  fc.record({ ...base, kind: fc.constant('muted-too-long' as const), since: at }),
  fc.record({
    ...base,
    kind: fc.constant('recorded-again' as const),
    because: fc.constantFrom('new-call' as const, 'resumed' as const, 'unmuted-elsewhere' as const),
  }),
  fc.record({
    ...base,
    kind: fc.constantFrom('ended-muted' as const, 'left-muted' as const),
    from: at,
    to: at,
  }),
  fc.record({ ...base, kind: fc.constant('refused' as const), muted: fc.boolean(), why }),
  fc.record({
    ...base,
    kind: fc.constant('unconfirmed' as const),
    muted: fc.boolean(),
    why: fc.option(why),
  }),
)

describe('a stored warning', () => {
  it('reads back unchanged, whatever its kind, and contains neither call nor number', () => {
    fc.assert(
      fc.property(warning, (one) => {
        const text = storedText(one)
        expect(text).not.toContain(somePhone.received)
        expect(readWarning(text, { call: CALL, phone: somePhone })).toEqual({ ...one, id: 0 })
      }),
    )
  })

  it('calls its remedy `mend`, as the databases that exist do', () => {
    const text = '{"kind":"muted-too-long","at":5,"since":2,"mend":{"do":"acknowledge"}}'
    const read = readWarning(text, { call: CALL, phone: null })
    expect(read).toMatchObject({ kind: 'muted-too-long', remedy: { do: 'acknowledge' } })
    expect(read !== null && JSON.parse(storedText(read))).toEqual(JSON.parse(text))
  })

  it('is null where the text isn’t a warning', () => {
    for (const text of ['', 'null', '[]', '{}', '{"kind":"muted-too-long","at":"1"}', '{"kind":"elsewhere"}'])
      expect(readWarning(text, { call: CALL, phone: null })).toBeNull()
  })
})
