import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../connection.ts'
import type { Repair, Phase, SeenExtension } from '../domain.ts'
import type { Polled } from '../telephony/telephony-client.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { seenCall, seenExtension, somePhone } from '../testing/seen.ts'
import { initialMemory } from './session-memory.ts'
import type { SessionMemory } from './session-memory.ts'
import { stepSession } from './step-session.ts'
import type { SessionInput, SessionStep } from './step-session.ts'

const START = Date.UTC(2026, 0, 15, 8, 0, 0)
const ME = 7
const PHASES: readonly Phase[] = ['ringing', 'dialing', 'talking', 'held', 'other']
const FAILURES: readonly Failure[] = [
  { kind: 'unreachable', why: 'dns' },
  { kind: 'refused', why: 'address' },
  { kind: 'limited', retryAfterMs: 4_000 },
  { kind: 'malformed', why: 'wrong-shape' },
]

/** A memory before the first response; `followed`: a person, at whatever extension. */
const begin = (followed: boolean): SessionMemory =>
  initialMemory(
    {
      extension: 'A',
      settings: {
        ...DEFAULT_SETTINGS,
        queues: 'all',
        wideView: true,
        watch: followed ? { kind: 'person', userId: ME } : { kind: 'extension' },
      },
      floorMs: 5_000,
      blindAfterMs: 30_000,
      timeoutMs: 8_000,
    },
    'Asia/Jerusalem',
    START,
  )

const call = fc
  .record({ ivrid: fc.constantFrom('a1', 'a2', 'a3'), phase: fc.constantFrom(...PHASES), age: fc.nat(90) })
  .map(({ ivrid, phase, age }) => ({ ivrid, phase, startedApiSeconds: START / 1000 + 7_200 - age }))
const desk = fc
  .record({
    extension: fc.constantFrom('A', 'B'),
    onlineUserId: fc.constantFrom(0, ME, 9),
    calls: fc.uniqueArray(call, { maxLength: 2, selector: ({ ivrid }) => ivrid }),
  })
  .map(({ extension, onlineUserId, calls }): SeenExtension =>
    seenExtension(
      calls.map((one) => seenCall({ ...one, extension, answered: one.phase === 'talking' })),
      { extension, onlineUserId },
    ),
  )
const desks = fc.uniqueArray(desk, { maxLength: 2, selector: ({ extension }) => extension })
const queues = fc.array(fc.nat(300), { maxLength: 2 }).map((waits) => [
  {
    ...{ id: '7', name: 'Sales', weight: 1 },
    callers: waits.map((waitedSeconds, index) => ({
      ...{ callId: `a${index + 1}`, phone: somePhone, waitedSeconds },
      joinedApiSeconds: START / 1000 + 7_200 - waitedSeconds,
    })),
  },
])
const polled = fc.oneof(
  desks.map((seen): Polled => ({ about: 'extension', extension: 'A', seen })),
  desks.map((seen): Polled => ({ about: 'everyone', seen })),
  queues.map((found): Polled => ({ about: 'queues', queues: found })),
)
const run = fc.record({ slipMs: fc.constantFrom(0, 0, 3_600_000, -90_000), vouched: fc.boolean() })
const repairs = fc.constantFrom<readonly Repair[]>([], [{ path: 'ERR', what: 'missing' }])
/** A step, and how much time passes before it. */
const timed = (gapMs: number, make: (at: number) => SessionInput) => ({ gapMs, make })
const gap = fc.constantFrom(1_000, 5_000, 20_000, 400_000)
const response = fc
  .record({
    gapMs: gap,
    answer: polled,
    run,
    repairs,
    dated: fc.boolean(),
    spareDelayMs: fc.constantFrom(0, 60_000),
  })
  .map(({ gapMs, answer, dated, ...rest }) =>
    timed(gapMs, (at) => ({
      kind: 'response',
      ...{ at, run: rest.run, spareDelayMs: rest.spareDelayMs },
      response: {
        kind: 'reached',
        ...{ answer, repairs: rest.repairs, sentAt: at - 200, receivedAt: at },
        serverDate: dated ? Math.floor((at - rest.run.slipMs) / 1000) * 1000 : null,
      },
    })),
  )
const failure = fc
  .record({
    gapMs: gap,
    about: fc.constantFrom('extension' as const, 'everyone' as const, 'queues' as const),
    failure: fc.constantFrom(...FAILURES),
  })
  .map(({ gapMs, ...rest }) => timed(gapMs, (at) => ({ kind: 'failure', at, ...rest })))
const other = fc
  .constantFrom<SessionInput>(
    { kind: 'sleep' },
    { kind: 'wake' },
    { kind: 'look', views: { queues: true, team: true } },
  )
  .map((input) => timed(1_000, () => input))
const story = fc
  .array(fc.oneof({ arbitrary: response, weight: 6 }, failure, other), { maxLength: 25 })
  .map((steps) => {
    let at = START
    return steps.map(({ gapMs, make }) => make((at += gapMs)))
  })

/** Every step of a story, each with the memory before it. */
function play(memory: SessionMemory, inputs: readonly SessionInput[]) {
  let before = memory
  return inputs.map((input) => {
    const step = stepSession(before, input)
    const played = { input, before, step }
    before = step.memory
    return played
  })
}

/** Frozen: writing to it throws. Maps throw in `set` and `delete`. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (value instanceof Map) {
    const refuse = (): never => {
      throw new TypeError('a map of the memory was changed')
    }
    Object.assign(value, { set: refuse, delete: refuse, clear: refuse })
    for (const [key, entry] of value) frozen([key, entry])
  }
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

describe('stepSession', () => {
  it('gives the same steps for the same memory and inputs, again and again', () => {
    fc.assert(
      fc.property(story, fc.boolean(), (inputs, followed) => {
        const steps = (): readonly SessionStep[] => play(begin(followed), inputs).map(({ step }) => step)
        expect(steps()).toEqual(steps())
      }),
    )
  })

  it('changes neither the memory nor the input', () => {
    fc.assert(
      fc.property(story, fc.boolean(), (inputs, followed) => {
        let memory = frozen(begin(followed))
        for (const input of inputs) memory = frozen(stepSession(memory, frozen(input)).memory)
      }),
    )
  })

  it('changes only the connection when a request fails', () => {
    fc.assert(
      fc.property(story, fc.boolean(), (inputs, followed) => {
        for (const { input, before, step } of play(begin(followed), inputs)) {
          // A response held back for one about everyone counts once that fails.
          if (input.kind !== 'failure' || before.held !== null) continue
          const [was, is] = [before.surroundings.shown, step.memory.surroundings.shown]
          expect({ ...step.memory.state, connection: null }).toEqual({ ...before.state, connection: null })
          expect({ ...is.queues, connection: null }).toEqual({ ...was.queues, connection: null })
          expect({ ...is.team, connection: null }).toEqual({ ...was.team, connection: null })
          expect([is.location, is.warnings]).toEqual([was.location, was.warnings])
          expect(step.change.changes.flatMap(({ events }) => events)).toEqual([])
        }
      }),
    )
  })

  it('holds back a response in which a ring is gone, and counts it if who answered can’t be found out', () => {
    const at = (ms: number) => START + ms
    const seen = (calls: SeenExtension['calls'], ms: number): SessionInput => ({
      kind: 'response',
      ...{ at: at(ms), run: { slipMs: 0, vouched: true }, spareDelayMs: 0 },
      response: {
        kind: 'reached',
        answer: { about: 'extension', extension: 'A', seen: [seenExtension(calls, { extension: 'A' })] },
        ...{ repairs: [], sentAt: at(ms) - 200, receivedAt: at(ms), serverDate: null },
      },
    })
    const ringing = seenCall({ extension: 'A' })
    const failed = (about: 'extension' | 'everyone', ms: number): SessionInput => ({
      ...{ kind: 'failure', about, failure: { kind: 'unreachable', why: 'dns' }, at: at(ms) },
    })
    const steps = play(begin(false), [seen([ringing], 0), seen([], 5_000), failed('everyone', 6_000)])
    const events = steps.map(({ step }) =>
      step.change.changes.flatMap((change) => change.events.map(({ type }) => type)),
    )
    expect(events).toEqual([['ringing'], [], ['ended']])
    expect(steps.map(({ step }) => step.change.knowsExtension)).toEqual([true, false, true])
    const connectionAfter = (...inputs: readonly SessionInput[]) =>
      play(steps[1]!.step.memory, inputs).at(-1)!.step.memory.state.connection
    expect(connectionAfter(failed('everyone', 6_000))).toEqual({ kind: 'live' })
    const lost = [failed('extension', 8_000), failed('everyone', 12_000)]
    expect(connectionAfter(...lost)).toMatchObject({ kind: 'stale', since: at(5_000) })
    expect(connectionAfter(lost[0]!, seen([], 10_000), lost[1]!)).toEqual({ kind: 'live' })
  })

  it('corrects the times of calls, whichever response shows that this computer’s clock was set', () => {
    const aheadMs = 7_000 // since the first response
    const began = START + 4_500
    const ringing = seenCall({ extension: 'A', startedApiSeconds: Math.floor(began / 1000) + 7_200 })
    const seen = (calls: SeenExtension['calls']): Polled => ({
      ...{ about: 'extension', extension: 'A' },
      seen: [seenExtension(calls, { extension: 'A' })],
    })
    const said = (answer: Polled, trueMs: number, errorMs: number): SessionInput => {
      const at = START + trueMs + errorMs
      return {
        kind: 'response',
        ...{ at, run: { slipMs: 0, vouched: true }, spareDelayMs: 0 },
        response: {
          kind: 'reached',
          ...{ answer, repairs: [], sentAt: at - 200, receivedAt: at },
          serverDate: Math.floor((START + trueMs - 100) / 1000) * 1000,
        },
      }
    }
    const steps = play(begin(false), [
      said(seen([]), 500, 0),
      said(seen([ringing]), 6_000, aheadMs),
      said({ about: 'queues', queues: [] }, 6_500, aheadMs),
      said(seen([{ ...ringing, phase: 'talking' }]), 12_000, aheadMs),
    ])
    const [shown] = steps.at(-1)!.step.memory.state.calls
    expect(Math.abs(shown!.startedAt - began - aheadMs)).toBeLessThan(2_000)
  })
})
