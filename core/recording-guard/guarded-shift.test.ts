import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Call } from '../domain.ts'
import { seenCall } from '../testing/seen.ts'
import { virtualClock } from '../testing/virtual-clock.ts'
import type { GuardInput, GuardStep } from './guard-step.ts'
import { NOTHING_GUARDED } from './guard-state.ts'
import { nextGuardTick, stepGuard } from './step-guard.ts'

const SETTINGS = { mutedTooLongMs: 15_000, lostAfterMs: 12_000 }
const POLL_MS = 5_000
const CLIENT_LIMIT_MS = 8_000

/** What the server does with a request, and what it responds. */
const fate = fc.record({
  applies: fc.boolean(),
  says: fc.constantFrom('done', 'no-such-call', 'web-page', 'timeout', 'connection-lost', 'nothing'),
  takesMs: fc.integer({ min: 0, max: CLIENT_LIMIT_MS }),
})

const incident = fc.record({
  after: fc.integer({ min: 0, max: 15_000 }),
  call: fc.constantFrom('a', 'b', 'c'),
  what: fc.constantFrom(
    'begin',
    'end',
    'hold',
    'mute',
    'unmute',
    'flip',
    'fix',
    'dismiss',
    'blur',
    'clock-back',
  ),
})

const story = fc.record({
  incidents: fc.array(incident, { maxLength: 30 }),
  fates: fc.array(fate, { minLength: 1, maxLength: 8 }),
  pollMs: fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 5 }),
})

interface Real {
  muted: boolean
  held: boolean
  /** The responses leave out whether it is recorded. */
  blurred: boolean
}

const asCall = (ivrid: string, { muted, held, blurred }: Real): Call => ({
  ...seenCall({
    ivrid,
    phase: held ? 'held' : 'talking',
    recording: { state: blurred ? 'unknown' : muted ? 'muted' : 'recorded', fileName: '' },
  }),
  startedAt: 0,
  answeredAt: 0,
  phaseSince: 0,
  mutedSince: null,
  rangHere: true,
  connected: true,
})

/** `realAt`: by a clock that is never set. */
type PlayedStep = GuardStep & { readonly input: GuardInput; readonly realAt: number }

/** Plays a story to the end, and a quiet minute after it; returns all inputs and outputs of the guard. */
async function play({ incidents, fates, pollMs }: typeof story extends fc.Arbitrary<infer S> ? S : never) {
  const clock = virtualClock(1_000_000)
  const real = new Map<string, Real>()
  const steps: PlayedStep[] = []
  let behind = 0
  let state = NOTHING_GUARDED
  let requests = 0
  let polls = 0
  const now = (): number => clock.now() - behind

  function feed(input: GuardInput): void {
    const step = stepGuard(state, input, SETTINGS)
    state = step.state
    steps.push({ ...step, input, realAt: clock.now() })
    for (const command of step.commands)
      if (command.do === 'mute') send(command.id, command.ivrid, command.muted)
    const tick = nextGuardTick(state, SETTINGS)
    if (tick !== null && tick > now()) clock.after(tick - now(), () => feed({ kind: 'tick', at: now() }))
  }

  function send(id: number, ivrid: string, muted: boolean): void {
    const { applies, says, takesMs } = fates[requests++ % fates.length]!
    const target = real.get(ivrid)
    clock.after(takesMs / 2, () => {
      if (applies && target !== undefined) target.muted = muted
    })
    if (says === 'nothing') return
    const outcome =
      says === 'done' || says === 'no-such-call'
        ? ({
            kind: 'reached',
            answer: { kind: says },
            repairs: [],
            sentAt: 0,
            receivedAt: 0,
            serverDate: null,
          } as const)
        : says === 'web-page'
          ? ({ kind: 'malformed', why: says } as const)
          : ({ kind: 'unreachable', why: says } as const)
    clock.after(takesMs, () => feed({ kind: 'answered', at: now(), id, outcome }))
  }

  function poll(): void {
    const requestedAt = now()
    const takes = pollMs[polls++ % pollMs.length]!
    let calls: readonly Call[] = []
    clock.after(takes / 2, () => (calls = [...real].map(([id, one]) => asCall(id, one))))
    clock.after(takes, () => {
      feed({ kind: 'snapshot', requestedAt: Math.min(requestedAt, now()), at: now(), calls })
      clock.after(POLL_MS, poll)
    })
  }

  function happen(id: string, what: (typeof incidents)[number]['what']): void {
    const one = real.get(id)
    if (what === 'begin' && one === undefined) real.set(id, { muted: false, held: false, blurred: false })
    if (what === 'end') real.delete(id)
    if (what === 'clock-back') behind += 3_600_000
    if (what === 'hold' && one !== undefined) one.held = !one.held
    if (what === 'flip' && one !== undefined) one.muted = !one.muted
    if (what === 'blur' && one !== undefined) one.blurred = !one.blurred
    if (what === 'mute' || what === 'unmute')
      feed({ kind: 'ask', at: now(), call: `SIPSIP2/${id}`, muted: what === 'mute' })
    const warning = state.warnings.at(-1)
    if ((what === 'fix' || what === 'dismiss') && warning !== undefined)
      feed({ kind: what, at: now(), id: warning.id })
  }

  poll()
  for (const { after, call, what } of incidents) {
    await clock.advance(after)
    happen(call, what)
  }
  for (const one of real.values()) one.blurred = false
  await clock.advance(60_000)
  return { steps, state, real }
}

const played = (check: (steps: Awaited<ReturnType<typeof play>>) => void): Promise<void> =>
  fc.assert(
    fc.asyncProperty(story, async (steps) => check(await play(steps))),
    { numRuns: 150 },
  )

describe('the recording guard, through any shift', () => {
  it('shows exactly what the last snapshot said', () =>
    played(({ steps }) => {
      for (const { input, state } of steps) {
        if (input.kind !== 'snapshot') continue
        const said = input.calls.map((call) => [call.key, call.recording.state])
        expect(state.calls.map(({ key, recording }) => [key, recording])).toEqual(said)
      }
    }))

  it('confirms a mute or unmute only by a snapshot requested after it', () =>
    played(({ steps }) => {
      let before = NOTHING_GUARDED
      for (const { input, state } of steps) {
        for (const { key, ask, recording } of state.calls) {
          const was = before.calls.find((one) => one.key === key)?.ask
          if (ask.kind !== 'confirmed' || was?.kind === 'confirmed') continue
          if (input.kind !== 'snapshot') expect.fail(`confirmed by ${input.kind}`)
          // Where the clock was set back in between, only the order of events counts.
          if (was?.kind === 'asked' && was.since <= input.at)
            expect(input.requestedAt).toBeGreaterThanOrEqual(was.since)
          expect(recording).toBe(ask.muted ? 'muted' : 'recorded')
        }
        before = state
      }
    }))

  it('leaves no mute or unmute pending', () =>
    played(({ state }) => {
      for (const { ask, pending, next } of state.calls) {
        expect(ask.kind).not.toBe('asked')
        expect([pending, next]).toEqual([null, null])
      }
    }))

  it('has at most one request per call in flight, and sends none unless the agent clicked', () =>
    played(({ steps }) => {
      const wishes = steps.filter(({ input }) => input.kind === 'ask' || input.kind === 'fix').length
      const sent = steps.flatMap(({ commands }) => commands.filter((one) => one.do === 'mute'))
      expect(sent.length).toBeLessThanOrEqual(wishes)
      const flying = new Map<string, { id: number; realAt: number }>()
      for (const { input, commands, realAt, state } of steps) {
        for (const [ivrid, { id }] of flying) {
          const gone = !state.calls.some((call) => call.ivrid === ivrid)
          if (gone || (input.kind === 'answered' && input.id === id)) flying.delete(ivrid)
        }
        for (const command of commands) {
          if (command.do !== 'mute') continue
          const other = flying.get(command.ivrid)
          if (other !== undefined) expect(realAt - other.realAt).toBeGreaterThanOrEqual(SETTINGS.lostAfterMs)
          flying.set(command.ivrid, { id: command.id, realAt })
        }
      }
    }))

  it('reports each warning once, and withdraws those that no longer apply', () =>
    played(({ steps, state }) => {
      const ids = steps.flatMap(({ raised }) => raised.map(({ id }) => id))
      expect(ids).toEqual([...new Set(ids)])
      for (const { kind, call } of state.warnings) {
        const live = state.calls.find((one) => one.key === call)
        if (kind === 'muted-too-long') expect(live?.recording).toBe('muted')
        if (kind === 'recorded-again') expect(live?.recording).toBe('recorded')
      }
    }))

  it('reports every mute that ended with the call, and every one that lasted too long', () =>
    played(({ steps, state }) => {
      const raised = steps.flatMap((step) => step.raised.map(({ kind }) => kind))
      const ended = steps.flatMap(({ spans }) => spans.filter(({ endedBy }) => endedBy === 'call-ended'))
      expect(raised.filter((kind) => kind === 'ended-muted')).toHaveLength(ended.length)
      const at = steps.at(-1)!.input.at
      for (const { span, longReported } of state.calls)
        if (span !== null && at - span.from >= SETTINGS.mutedTooLongMs) expect(longReported).toBe(true)
    }))

  it('reports a refused or lost mute, unless it took effect', () =>
    played(({ steps }) => {
      let before = NOTHING_GUARDED
      for (const { raised, state } of steps) {
        for (const { key, ask } of state.calls) {
          const was = before.calls.find((one) => one.key === key)?.ask.kind
          if ((ask.kind === 'refused' || ask.kind === 'unconfirmed') && was !== ask.kind)
            expect(raised.map(({ kind, call }) => `${kind} ${call}`)).toContain(`${ask.kind} ${key}`)
        }
        before = state
      }
    }))

  it('gives the journal spans of each call that start, end and don’t overlap', () =>
    played(({ steps, state }) => {
      const open = new Set<string>()
      for (const { call, to } of steps.flatMap(({ spans }) => spans)) {
        expect(open.has(call)).toBe(to !== null)
        if (to === null) open.add(call)
        else open.delete(call)
      }
      expect([...open].sort()).toEqual(
        state.calls.flatMap(({ key, span }) => (span === null ? [] : key)).sort(),
      )
    }))
})
