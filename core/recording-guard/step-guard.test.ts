import { describe, expect, it } from 'vitest'
import type { Failure } from '../connection.ts'
import type { Call } from '../domain.ts'
import { seenCall } from '../testing/seen.ts'
import type { MuteAnswer } from '../telephony/telephony-client.ts'
import { guardView } from './guard-view.ts'
import { NOTHING_GUARDED } from './guard-state.ts'
import type { GuardCommand, GuardInput } from './guard-step.ts'
import { nextGuardTick, stepGuard } from './step-guard.ts'

const SETTINGS = { mutedTooLongMs: 120_000, lostAfterMs: 12_000 }
const A = 'SIPSIP2/a'
const B = 'SIPSIP2/b'

const call = (id: string, state: 'recorded' | 'muted' | 'unknown', change: Partial<Call> = {}): Call => ({
  ...seenCall({ ivrid: id, phase: 'talking', answered: true, recording: { state, fileName: '' } }),
  startedAt: 0,
  answeredAt: 0,
  phaseSince: 0,
  mutedSince: null,
  rangHere: true,
  connected: true,
  ...change,
})

const reached = (answer: MuteAnswer) =>
  ({ kind: 'reached', answer, repairs: [], sentAt: 0, receivedAt: 0, serverDate: null }) as const
const DONE = reached({ kind: 'done' })

/** A guard with its clock; snapshots are requested 100 ms before they arrive. */
function guarding() {
  let at = 1_000_000
  let state = NOTHING_GUARDED
  const commands: GuardCommand[] = []
  const raised: string[] = []
  const spans: string[] = []
  const ends: number[] = []
  type Untimed<T> = T extends unknown ? Omit<T, 'at'> : never
  const feed = (input: Untimed<GuardInput>): void => {
    const step = stepGuard(state, { ...input, at }, SETTINGS)
    state = step.state
    commands.push(...step.commands)
    raised.push(
      ...step.raised.map((one) => `${one.kind}${'because' in one ? ` ${one.because}` : ''} ${one.call}`),
    )
    ends.push(...step.spans.flatMap(({ to }) => to ?? []))
    spans.push(
      ...step.spans.map(({ by, to, endedBy, call }) => `${call} ${by} ${to === null ? 'begins' : endedBy}`),
    )
  }
  const guard = {
    raised,
    spans,
    commands,
    pass: (ms: number) => void (at += ms),
    sees: (...calls: Call[]) => {
      at += 5_000
      feed({ kind: 'snapshot', requestedAt: at - 100, calls })
    },
    asks: (muted: boolean, key = A) => feed({ kind: 'ask', call: key, muted }),
    answers: (outcome: Extract<GuardInput, { kind: 'answered' }>['outcome'] = DONE) => {
      const last = commands.findLast((one) => one.do === 'mute')
      feed({ kind: 'answered', id: last?.do === 'mute' ? last.id : -1, outcome })
    },
    late: (requestedAt: number, ...calls: Call[]) => feed({ kind: 'snapshot', requestedAt, calls }),
    tick: () => feed({ kind: 'tick' }),
    fixes: (kind: string) =>
      feed({ kind: 'fix', id: state.warnings.find((one) => one.kind === kind)?.id ?? -1 }),
    dismisses: (kind: string) =>
      feed({ kind: 'dismiss', id: state.warnings.find((one) => one.kind === kind)?.id ?? -1 }),
    now: () => at,
    leaves: () => feed({ kind: 'unwatched' }),
    /** Another guard, which starts with the warnings this one had stored. */
    restarts: (awayMs: number) => {
      const found = state.warnings.map((warning) => ({ warning, lastSeenAt: at }))
      at += awayMs
      state = NOTHING_GUARDED
      raised.length = 0
      spans.length = 0
      feed({ kind: 'restored', found })
    },
    /** When each span ended. */
    ended: () => ends,
    ask: (key = A) => guardView(state)[key]?.ask.kind,
    view: () => guardView(state),
    warnings: () => state.warnings.map(({ kind }) => kind),
    nextTick: () => nextGuardTick(state, SETTINGS),
    asked: () => commands.flatMap((one) => (one.do === 'mute' ? [`${one.ivrid} ${one.muted}`] : [])),
  }
  return guard
}

/** One recorded call, with a mute requested and confirmed by a response. */
function muting(outcome: Parameters<ReturnType<typeof guarding>['answers']>[0] = DONE) {
  const guard = guarding()
  guard.sees(call('a', 'recorded'))
  guard.asks(true)
  guard.answers(outcome)
  return guard
}

function muted() {
  const guard = muting()
  guard.sees(call('a', 'muted'))
  return guard
}

const TIMEOUT: Failure = { kind: 'unreachable', why: 'timeout' }

describe('a call that is no longer watched', () => {
  it('raises a warning that it was left muted, and ends no span whose end wasn’t seen', () => {
    const guard = muted()
    guard.pass(60_000)
    guard.leaves()
    expect([guard.raised, guard.view()]).toEqual([[`left-muted ${A}`], {}])
    expect(guard.spans).toEqual([`${A} here begins`])
    guard.sees(call('a', 'recorded'))
    expect(guard.raised).toHaveLength(1)
  })

  it('raises a warning about a request that can’t be confirmed any more', () => {
    const guard = muting()
    guard.leaves()
    expect([guard.raised, guard.warnings()]).toEqual([[`unconfirmed ${A}`], ['unconfirmed']])
    guard.fixes('unconfirmed')
    expect([guard.asked(), guard.warnings()]).toEqual([['a true'], []])
  })
})

describe('a warning that wasn’t dismissed', () => {
  it('is still there after a restart, isn’t reported again, and can be dismissed', () => {
    const guard = muted()
    guard.sees()
    guard.restarts(3_600_000)
    guard.sees()
    expect([guard.raised, guard.warnings()]).toEqual([[], ['ended-muted']])
    guard.dismisses('ended-muted')
    expect(guard.warnings()).toEqual([])
  })

  it('continues with its call: the mute counts from its start, and the warning disappears when recording resumes', () => {
    const guard = muted()
    guard.pass(120_000)
    guard.tick()
    guard.restarts(10_000)
    guard.sees(call('a', 'muted'))
    expect([guard.raised, guard.warnings(), guard.nextTick()]).toEqual([[], ['muted-too-long'], null])
    guard.fixes('muted-too-long')
    expect(guard.asked().at(-1)).toBe('a false')
    guard.answers()
    guard.sees(call('a', 'recorded'))
    expect([guard.warnings(), guard.spans.at(-1)]).toEqual([[], `${A} elsewhere here`])
  })

  it('is withdrawn when recording of its call was resumed meanwhile', () => {
    const guard = muted()
    guard.pass(120_000)
    guard.tick()
    guard.restarts(10_000)
    guard.sees(call('a', 'recorded'))
    expect([guard.raised, guard.warnings()]).toEqual([[], []])
  })

  it('says that its call ended muted, at the time it was last seen, when the call is gone', () => {
    const guard = muted()
    guard.pass(120_000)
    guard.tick()
    const lastSeen = guard.now()
    guard.restarts(3_600_000)
    guard.sees()
    expect([guard.raised, guard.warnings(), guard.ended().at(-1)]).toEqual([
      [`ended-muted ${A}`],
      ['ended-muted'],
      lastSeen,
    ])
  })

  it('that offers to mute a call again disappears with that call, or when it is muted', () => {
    const refused = (): ReturnType<typeof guarding> => {
      const guard = muting(reached({ kind: 'not-done', code: '17' }))
      guard.restarts(10_000)
      expect(guard.warnings()).toEqual(['refused'])
      return guard
    }
    const [ended, done] = [refused(), refused()]
    ended.sees()
    expect([ended.raised, ended.warnings()]).toEqual([[], []])
    done.sees(call('a', 'recorded'))
    expect([done.warnings(), done.ask()]).toEqual([['refused'], 'refused'])
    done.sees(call('a', 'muted'))
    expect(done.warnings()).toEqual([])
  })
})

describe('a call that ended in a long silence', () => {
  it('counts as muted until it was last seen, and doesn’t carry over to the next call', () => {
    const guard = muted()
    const lastSeen = guard.now()
    guard.pass(3_600_000)
    guard.sees(call('b', 'recorded'))
    expect(guard.raised).toEqual([`ended-muted ${A}`])
    expect(guard.ended()).toEqual([lastSeen])
  })
})

describe('a mute', () => {
  it('is shown as requested, then as confirmed by the next snapshot', () => {
    const guard = muting()
    expect([guard.ask(), guard.view()[A]?.recording]).toEqual(['asked', 'recorded'])
    expect(guard.commands).toEqual([{ do: 'mute', id: 1, ivrid: 'a', muted: true }, { do: 'poll-now' }])
    guard.sees(call('a', 'muted'))
    expect(guard.view()[A]).toMatchObject({ ask: { kind: 'confirmed', muted: true }, muted: { by: 'here' } })
    expect(guard.raised).toEqual([])
  })

  it('isn’t confirmed by a snapshot requested before it', () => {
    const guard = guarding()
    guard.sees(call('a', 'recorded'))
    const before = guard.now()
    guard.pass(1_000)
    guard.asks(true)
    guard.late(before, call('a', 'muted'))
    expect(guard.view()[A]).toMatchObject({ ask: { kind: 'asked' }, muted: { by: 'elsewhere' } })
  })

  it.each<[string, Parameters<ReturnType<typeof guarding>['answers']>[0]]>([
    ['no such call', reached({ kind: 'no-such-call' })],
    ['not done', reached({ kind: 'not-done', code: '400' })],
    ['refused', { kind: 'refused', why: 'address' }],
    ['limited', { kind: 'limited', retryAfterMs: null }],
    ['not found', { kind: 'faulty', status: 404, err: null }],
    ['a web page', { kind: 'malformed', why: 'web-page' }],
    ['no server', { kind: 'unreachable', why: 'connection-refused' }],
  ])('is refused at once, with the reason: %s', (_, outcome) => {
    const guard = muting(outcome)
    expect([guard.ask(), guard.raised, guard.warnings()]).toEqual(['refused', [`refused ${A}`], ['refused']])
    guard.fixes('refused')
    expect([guard.ask(), guard.asked(), guard.warnings()]).toEqual(['asked', ['a true', 'a true'], []])
  })

  it.each<Failure>([
    TIMEOUT,
    { kind: 'unreachable', why: 'connection-lost' },
    { kind: 'faulty', status: 502, err: null },
    { kind: 'malformed', why: 'not-json' },
  ])('may have been done all the same: %j', (failure) => {
    const guard = muting(failure)
    expect(guard.ask()).toBe('asked')
    guard.sees(call('a', 'muted'))
    expect([guard.ask(), guard.raised]).toEqual(['confirmed', []])
  })

  it.each([DONE, TIMEOUT])('raises one warning when three snapshots contradict it', (outcome) => {
    const guard = muting(outcome)
    for (const said of ['recorded', 'unknown', 'recorded', 'recorded', 'recorded'] as const)
      guard.sees(call('a', said))
    expect([guard.ask(), guard.raised]).toEqual(['unconfirmed', [`unconfirmed ${A}`]])
    guard.sees(call('a', 'muted'))
    expect([guard.ask(), guard.warnings(), guard.view()[A]?.muted?.by]).toEqual(['confirmed', [], 'here'])
  })

  it('ignores snapshots while its response is in flight', () => {
    const guard = guarding()
    guard.sees(call('a', 'recorded'))
    guard.asks(true)
    for (let poll = 0; poll < 20; poll++) guard.late(guard.now() + 1, call('a', 'recorded'))
    expect(guard.ask()).toBe('asked')
  })

  it('without a response is judged by the snapshots', () => {
    const guard = guarding()
    guard.sees(call('a', 'recorded'))
    guard.asks(true)
    for (let poll = 0; poll < 6; poll++) guard.sees(call('a', 'recorded'))
    expect([guard.ask(), guard.raised]).toEqual(['unconfirmed', [`unconfirmed ${A}`]])
  })

  it('waits for the one before it, so that the last one wins', () => {
    const guard = guarding()
    guard.sees(call('a', 'recorded'))
    for (const wish of [true, false, true, false]) guard.asks(wish)
    guard.sees(call('a', 'recorded'))
    expect([guard.asked(), guard.ask(), guard.view()[A]?.toggle]).toEqual([['a true'], 'asked', 'mute'])
    guard.answers()
    expect(guard.asked()).toEqual(['a true', 'a false'])
    guard.answers()
    guard.sees(call('a', 'recorded'))
    expect(guard.ask()).toBe('confirmed')
  })

  it('is sent when the response to the one before it was lost', () => {
    const guard = guarding()
    guard.sees(call('a', 'recorded'))
    guard.asks(true)
    guard.asks(false)
    for (let poll = 0; poll < 4; poll++) guard.sees(call('a', 'muted'))
    expect(guard.asked()).toEqual(['a true', 'a false'])
  })

  it('is refused for a call that is gone', () => {
    const guard = guarding()
    guard.asks(true)
    expect([guard.commands, guard.raised]).toEqual([[], [`refused ${A}`]])
  })

  it('survives a clock being set back', () => {
    const guard = muting()
    guard.pass(-3_600_000)
    for (let poll = 0; poll < 5; poll++) guard.sees(call('a', 'recorded'))
    expect(guard.ask()).toBe('unconfirmed')
  })
})

describe('a warning', () => {
  it('is raised once for a recording muted too long, and its fix unmutes it', () => {
    const guard = muted()
    expect(guard.nextTick()).toBe(guard.now() + 120_000)
    guard.pass(119_999)
    guard.tick()
    expect(guard.raised).toEqual([])
    guard.pass(1)
    for (let again = 0; again < 3; again++) guard.tick()
    expect([guard.raised, guard.nextTick()]).toEqual([[`muted-too-long ${A}`], null])
    guard.fixes('muted-too-long')
    guard.answers()
    guard.sees(call('a', 'recorded'))
    expect([guard.asked().at(-1), guard.warnings(), guard.ask()]).toEqual(['a false', [], 'confirmed'])
    expect(guard.spans).toEqual([`${A} here begins`, `${A} here here`])
  })

  it('disappears when its cause is gone, whoever fixed it', () => {
    const guard = guarding()
    guard.sees(call('a', 'recorded'))
    guard.sees(call('a', 'muted'))
    guard.pass(120_000)
    guard.sees(call('a', 'muted'), call('b', 'recorded'))
    expect(guard.warnings()).toEqual(['muted-too-long', 'recorded-again'])
    guard.sees(call('a', 'recorded'), call('b', 'muted'))
    expect(guard.warnings()).toEqual([])
  })

  it('is raised once for a second call that is recorded while one is muted, and its fix mutes it', () => {
    const guard = muted()
    const ringing = call('b', 'recorded', { phase: 'ringing', answered: false, connected: false })
    guard.sees(call('a', 'muted'), ringing)
    expect(guard.raised).toEqual([])
    for (let again = 0; again < 3; again++) guard.sees(call('a', 'muted'), call('b', 'recorded'))
    expect(guard.raised).toEqual([`recorded-again new-call ${B}`])
    guard.fixes('recorded-again')
    guard.answers()
    guard.sees(call('a', 'muted'), call('b', 'muted'))
    expect([guard.asked().at(-1), guard.warnings(), guard.ask(B)]).toEqual(['b true', [], 'confirmed'])
  })

  it('is raised when someone else’s mute by extension doesn’t cover a later call', () => {
    const guard = guarding()
    guard.sees(call('a', 'recorded'))
    guard.sees(call('a', 'muted'))
    guard.sees(call('a', 'muted'), call('b', 'recorded'))
    expect(guard.raised).toEqual([`recorded-again new-call ${B}`])
    expect(guard.spans).toEqual([`${A} elsewhere begins`])
  })

  it('isn’t raised for a call that was recorded before the other was muted', () => {
    const guard = guarding()
    guard.sees(call('a', 'recorded'), call('b', 'recorded', { phase: 'held' }))
    guard.asks(true)
    guard.answers()
    guard.sees(call('a', 'muted'), call('b', 'recorded', { phase: 'held' }))
    guard.sees(call('a', 'muted', { phase: 'held' }), call('b', 'recorded'))
    expect(guard.raised).toEqual([])
  })

  it('isn’t raised for calls found at startup', () => {
    const guard = guarding()
    guard.sees(call('a', 'muted'), call('b', 'recorded'))
    guard.sees(call('a', 'muted'), call('b', 'recorded'))
    expect(guard.raised).toEqual([])
  })

  it('is raised when taking a call off hold restarts its recording', () => {
    const guard = muted()
    guard.sees(call('a', 'muted', { phase: 'held' }))
    guard.sees(call('a', 'recorded'))
    expect(guard.raised).toEqual([`recorded-again resumed ${A}`])
  })

  it('is raised when someone else unmutes, and not when the agent does', () => {
    const guard = muted()
    guard.sees(call('a', 'recorded'))
    expect(guard.raised).toEqual([`recorded-again unmuted-elsewhere ${A}`])
    const other = muted()
    other.asks(false)
    other.sees(call('a', 'recorded'))
    expect([other.raised, other.spans.at(-1)]).toEqual([[], `${A} here here`])
  })

  it('is raised once when a call ended muted, and stays until acknowledged', () => {
    const guard = muted()
    for (let again = 0; again < 3; again++) guard.sees()
    expect([guard.raised, guard.warnings()]).toEqual([[`ended-muted ${A}`], ['ended-muted']])
    expect(guard.spans).toEqual([`${A} here begins`, `${A} here call-ended`])
    guard.fixes('ended-muted')
    guard.sees(call('b', 'recorded'))
    expect([guard.warnings(), guard.raised]).toEqual([[], [`ended-muted ${A}`]])
  })

  it('is raised when a caller who was cut off while muted calls again within two minutes, and not later', () => {
    const guard = muted()
    guard.sees()
    guard.sees(call('b', 'recorded'))
    expect(guard.raised).toEqual([`ended-muted ${A}`, `recorded-again new-call ${B}`])
    const later = muted()
    later.sees()
    later.pass(120_000)
    later.sees(call('b', 'recorded'))
    expect(later.raised).toEqual([`ended-muted ${A}`])
  })

  it('can be dismissed, and isn’t raised again', () => {
    const guard = muted()
    guard.sees(call('a', 'muted'), call('b', 'recorded'))
    guard.dismisses('recorded-again')
    guard.sees(call('a', 'muted'), call('b', 'recorded'))
    expect([guard.warnings(), guard.raised.length]).toEqual([[], 1])
  })
})

describe('a muted span', () => {
  it('lasts through snapshots that don’t report the recording, and moves with a clock that is set', () => {
    const guard = guarding()
    guard.sees(call('a', 'muted', { mutedSince: 990_000 }))
    guard.sees(call('a', 'unknown'))
    guard.sees(call('a', 'muted', { mutedSince: 1_015_000 }))
    expect(guard.view()[A]?.muted?.since).toBe(990_000)
    guard.sees(call('a', 'muted', { mutedSince: 1_015_000 + 3_600_000 }))
    expect(guard.view()[A]?.muted?.since).toBe(990_000 + 3_600_000)
    expect(guard.spans).toEqual([`${A} elsewhere begins`])
  })
})
