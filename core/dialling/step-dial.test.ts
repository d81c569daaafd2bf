import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../connection.ts'
import type { Call } from '../domain.ts'
import { readPhone } from '../phone.ts'
import { knownCall } from '../testing/seen.ts'
import type { Attempt } from '../telephony/attempt.ts'
import type { DialAnswer } from '../telephony/telephony-client.ts'
import type { Dial } from './dial-state.ts'
import type { DialTarget } from './dial-target.ts'
import { EXPECTED_MS } from './own-legs.ts'
import { dialWait, stepDial, type DialCommand, type DialInput } from './step-dial.ts'

const NOW = 1_790_000_000_000
const NOA: DialTarget = { phone: readPhone('0501234567', 'IL'), name: 'Noa', target: '972501234567' }

const reached = (answer: DialAnswer): Attempt<DialAnswer> => ({
  ...{ kind: 'reached', answer, repairs: [], sentAt: NOW, receivedAt: NOW, serverDate: null },
})
const ACCEPTED = reached({ kind: 'accepted', callId: 'a1' })

const leg = (changes: Partial<Call>): Call =>
  knownCall({
    ...{ ivrid: 'a1', phone: NOA.phone, direction: 'click-to-call', phase: 'dialing', rangHere: false },
    ...changes,
  })
const OWN = leg({ statusWord: 'Ringing' })
const DIALLED = leg({ statusWord: 'Dialing' })
const TALKS = leg({ statusWord: 'Talking', phase: 'talking', answered: true, connected: true })
const CALLER = knownCall({ ivrid: 'c9' })

/** A dial, played step by step; `at` is in seconds. */
function play(...inputs: readonly DialInput[]) {
  let dial = null as Dial | null
  const commands: DialCommand[] = []
  const stages = inputs.map((input) => {
    const step = stepDial(dial, input)
    dial = step.dial
    commands.push(...step.commands)
    return step.dial?.stage ?? null
  })
  return { stages, done: commands.map((one) => one.do), dial }
}

const asked = (id = 'd1'): DialInput => ({ kind: 'asked', at: NOW, id, extension: 'SIPSIP2', target: NOA })
const confirmed = (id = 'd1', at = NOW + 1_000): DialInput => ({
  kind: 'confirmed',
  at,
  id,
  refused: null,
  before: [],
})
const answered = (outcome: Attempt<DialAnswer>, at = NOW + 2_000): DialInput => ({
  kind: 'answered',
  at,
  id: 'd1',
  outcome,
})
const shows = (seconds: number, ...calls: readonly Call[]): DialInput => ({
  ...{ kind: 'snapshot', at: NOW + seconds * 1_000, calls },
})
const START = [asked(), confirmed()] as const

describe('a placed call', () => {
  it('goes from confirmation to talking, each step as the responses show it', () => {
    const { stages, done } = play(
      ...START,
      shows(2),
      answered(ACCEPTED),
      shows(3, OWN),
      shows(4, OWN, CALLER),
      shows(5, DIALLED),
      shows(6, TALKS),
      shows(9),
    )
    expect(stages).toEqual([
      ...['confirming', 'requested', 'requested', 'requested'],
      ...['own-leg', 'own-leg', 'dialling', 'talking', 'over'],
    ])
    expect(done).toEqual(['place', 'poll-now', 'conclude'])
  })

  it('is the same call even if its first leg had another id, and a response in between shows neither leg', () => {
    const first = leg({ ivrid: 'z0', statusWord: 'Ringing' })
    const { stages } = play(
      ...START,
      answered(ACCEPTED),
      shows(3, first),
      shows(4),
      shows(5, DIALLED),
      shows(6, TALKS),
    )
    expect(stages.slice(3)).toEqual(['own-leg', 'own-leg', 'dialling', 'talking'])
  })

  it('shows how far it got', () => {
    const { dial } = play(...START, answered(ACCEPTED), shows(3, OWN), shows(4), shows(5))
    expect(dial).toMatchObject({ stage: 'over', reached: 'own-leg' })
    expect(play(...START, shows(3, DIALLED), shows(4), shows(5)).dial).toMatchObject({ reached: 'dialling' })
  })

  it('is refused with the reason, and removed when dismissed', () => {
    const declined: DialAnswer = { kind: 'declined', why: 'offline', code: '3', message: '' }
    const { dial, done } = play(...START, answered(reached(declined)))
    expect(dial).toMatchObject({ stage: 'refused', why: declined })
    expect(done).toEqual(['place', 'conclude'])
    expect(play(...START, answered(reached(declined)), { kind: 'closed', at: NOW, id: 'd1' }).dial).toBeNull()
  })

  it.each<[Failure, string]>([
    [{ kind: 'unreachable', why: 'timeout' }, 'unknown'],
    [{ kind: 'unreachable', why: 'connection-lost' }, 'unknown'],
    [{ kind: 'malformed', why: 'web-page' }, 'unknown'],
    [{ kind: 'faulty', status: 500, err: null }, 'unknown'],
    [{ kind: 'unreachable', why: 'dns' }, 'refused'],
    [{ kind: 'unreachable', why: 'tls' }, 'refused'],
    [{ kind: 'refused', why: 'address' }, 'refused'],
    [{ kind: 'limited', retryAfterMs: null }, 'refused'],
    [{ kind: 'faulty', status: 404, err: null }, 'refused'],
    [{ kind: 'malformed', why: 'redirect' }, 'refused'],
  ])('after %o is %s', (failure, stage) => {
    const { dial, done } = play(...START, answered(failure))
    expect(dial).toMatchObject({ stage, why: failure })
    expect(done.filter((one) => one === 'place')).toHaveLength(1)
  })

  it('is known again as soon as a response shows it, even if its own response was lost', () => {
    const lost = answered({ kind: 'unreachable', why: 'timeout' })
    expect(play(...START, lost, shows(9, OWN), shows(10, TALKS)).stages.slice(2)).toEqual([
      ...['unknown', 'own-leg', 'talking'],
    ])
    expect(play(...START, shows(3, OWN), lost).dial?.stage).toBe('own-leg')
  })

  it('isn’t sent if that couldn’t be stored, or a limit is reached', () => {
    expect(play(...START, { kind: 'not-stored', at: NOW, id: 'd1' }).dial).toMatchObject({
      stage: 'refused',
      why: { kind: 'not-placed', why: 'not-stored' },
    })
    const { dial, done } = play(asked(), { ...confirmed(), refused: 'per-minute' } as DialInput)
    expect(dial).toMatchObject({ stage: 'refused', why: { why: 'per-minute' } })
    expect(done).toEqual([])
  })

  it('is reported if it never appears in time', () => {
    const { dial } = play(...START, answered(ACCEPTED), shows(3))
    expect(dialWait(dial)).toBe(EXPECTED_MS)
    expect(stepDial(dial, { kind: 'tick', at: NOW }).dial?.stage).toBe('unseen')
  })

  it('is over once it is gone, also after the clock was set back', () => {
    const HOUR_S = 3_600
    expect(play(...START, shows(3, OWN), shows(3 - HOUR_S, TALKS), shows(8 - HOUR_S)).dial?.stage).toBe(
      'over',
    )
  })

  it('from an earlier run is followed, and never sent again', () => {
    const restored: DialInput = {
      ...{
        kind: 'restored',
        at: NOW + 5_000,
        id: 'd1',
        extension: 'SIPSIP2',
        target: NOA,
        sentAt: NOW,
        callId: null,
      },
    }
    const { stages, done } = play(restored, confirmed(), asked(), shows(6, OWN))
    expect(stages).toEqual(['unknown', 'unknown', 'unknown', 'own-leg'])
    expect(done).toEqual(['poll-now'])
  })

  it('isn’t another placed call that still lasts when a later run finds it', () => {
    const restored: DialInput = {
      ...{
        kind: 'restored',
        at: NOW + 5_000,
        id: 'd1',
        extension: 'SIPSIP2',
        target: NOA,
        sentAt: NOW,
        callId: null,
      },
    }
    const other = { ivrid: 'z0', phone: CALLER.phone }
    const earlier = { ...TALKS, ...other, key: 'SIPSIP2/z0', startedAt: NOW - 60_000 }
    expect(play(restored, shows(6, earlier), shows(8, earlier, OWN)).stages).toEqual([
      'unknown',
      'unknown',
      'own-leg',
    ])
    const near = { ...earlier, startedAt: NOW }
    expect(play(restored, shows(8, near, OWN)).stages.at(-1)).toBe('own-leg')
  })

  it('isn’t a caller’s call, or one that existed before', () => {
    const earlier = leg({ ivrid: 'z0' })
    const before = { ...confirmed(), before: [earlier.key] } as DialInput
    expect(play(asked(), before, shows(3, earlier, CALLER)).dial?.stage).toBe('requested')
  })
})

describe('whatever is clicked, received and shown, in any order', () => {
  const id = fc.constantFrom('d1', 'd2', 'd3')
  const at = fc.integer({ min: 0, max: 200_000 }).map((ms) => NOW + ms)
  const failure = fc.constantFrom<Failure>(
    { kind: 'unreachable', why: 'timeout' },
    { kind: 'unreachable', why: 'dns' },
    { kind: 'malformed', why: 'web-page' },
    { kind: 'refused', why: 'code' },
  )
  const outcome = fc.oneof(
    failure,
    fc.constantFrom(ACCEPTED, reached({ kind: 'declined', why: 'blocked', code: '4', message: '' })),
  )
  const calls = fc.subarray([OWN, DIALLED, TALKS, CALLER, leg({ ivrid: 'z0' })])
  const input: fc.Arbitrary<DialInput> = fc.oneof(
    fc.record({
      kind: fc.constant('asked' as const),
      at,
      id,
      extension: fc.constant('SIPSIP2'),
      target: fc.constant(NOA),
    }),
    fc.record({
      ...{ kind: fc.constant('confirmed' as const), at, id },
      ...{ refused: fc.constantFrom(null, null, 'per-day' as const), before: fc.constant([]) },
    }),
    fc.record({ kind: fc.constant('answered' as const), at, id, outcome }),
    fc.record({ kind: fc.constant('not-stored' as const), at, id }),
    fc.record({ kind: fc.constant('snapshot' as const), at, calls }),
    fc.record({ kind: fc.constant('closed' as const), at, id }),
    fc.record({ kind: fc.constant('tick' as const), at }),
  )

  it('a call is placed only after confirmation, and its stages never go back', () => {
    const RANK = ['own-leg', 'dialling', 'talking']
    fc.assert(
      fc.property(fc.array(input, { maxLength: 30 }), (inputs) => {
        let before = null as Dial | null
        for (const one of inputs) {
          const { dial: next, commands } = stepDial(before, one)
          for (const command of commands) {
            if (command.do !== 'place') continue
            expect(one).toMatchObject({ kind: 'confirmed', id: before?.id, refused: null })
            expect(before?.stage).toBe('confirming')
          }
          const [was, is] = [before, next].map((each) => RANK.indexOf(each?.stage ?? ''))
          if (before?.id === next?.id && was !== -1 && is !== -1) expect(is).toBeGreaterThanOrEqual(was ?? 0)
          before = next
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
