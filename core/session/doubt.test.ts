import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { seenCall, seenExtension } from '../testing/seen.ts'
import type { SeenExtension } from '../domain.ts'
import { initialMemory } from './session-memory.ts'
import { stepSession } from './step-session.ts'
import type { SessionInput } from './step-session.ts'
import { inShort, playWire, STORY_START, wireCall, wireTalk } from './testing/wire-story.ts'
import type { WireCall, WireStep } from './testing/wire-story.ts'

const at = (index: number): number => STORY_START + index * 5_000
const ring = wireCall()
const talk = wireTalk()
const nameless = (call: WireCall): WireCall => ({ ...call, ivrid: null })
const INCOMPLETE = { kind: 'doubtful', why: 'incomplete' } as const
const OLDER = { kind: 'doubtful', why: 'older' } as const

/** What a response can leave out although it continues; `known` are the continuing calls. */
const DOUBTFUL: Readonly<Record<string, (known: readonly WireCall[]) => WireStep>> = {
  'no calls given': () => ({ entry: {} }),
  'null for calls': () => ({ calls: null }),
  'no list for calls': () => ({ calls: 'none' }),
  'a call without an id': (known) => known.map(nameless),
  'null for a call': (known) => ({ calls: known.map(() => null) }),
  'a list without our extension': () => ({
    extensions: [{ username: 'SIPSIP3', calls: [] }, { username: 'B' }],
  }),
  'an empty list': () => ({ extensions: [] }),
  'ERR 1': () => ({ err: 1 }),
}
const names = Object.keys(DOUBTFUL).map((name) => ({ name }))
const doubtOf = (name: string, known: readonly WireCall[]): WireStep => DOUBTFUL[name]?.(known) ?? []
/** The others only contradict what is known. */
const SAYS_LITTLE = [
  'no calls given',
  'null for calls',
  'no list for calls',
  'a call without an id',
  'null for a call',
]

describe('a call in progress that the first responses don’t show completely', () => {
  const START = STORY_START / 1000
  const old = wireTalk({ callStarted: START - 900, callAnswered: START - 890 })

  it.each<[string, WireStep]>([
    ['without ids', [nameless(old)]],
    ['without calls', { entry: {} }],
    ['with null for its calls', { calls: [null] }],
  ])('was answered at the time of its stamp, even if the responses before were %s', (_how, incomplete) => {
    const { calls } = playWire([incomplete, incomplete, incomplete, [old]])
    expect(calls[3]?.map(({ answeredAt }) => answeredAt)).toEqual([STORY_START - 890_000])
  })
})

describe('a response that leaves out something known to continue', () => {
  describe.each(names)('$name', ({ name }) => {
    const failure = name === 'ERR 1' ? { kind: 'faulty', status: 200, err: 1 } : INCOMPLETE

    it('is doubted during a ring, and the ring continues', () => {
      const { events, calls, connections } = playWire([[], [ring], doubtOf(name, [ring]), [ring], [talk], []])
      expect(events.map(inShort)).toEqual([
        ...[[], ['ringing a1'], [], [], ['answered a1']],
        ['ended a1 completed 15'],
      ])
      expect(connections[2]).toEqual({ kind: 'stale', since: at(1), failure })
      expect(connections[3]).toEqual({ kind: 'live' })
      expect(calls[2]).toEqual(calls[1])
    })

    it('is doubted during a talk, and the talk continues', () => {
      const { events, calls, connections } = playWire([[], [ring], [talk], doubtOf(name, [talk]), [talk], []])
      expect(events.slice(2).map(inShort)).toEqual([['answered a1'], [], [], ['ended a1 completed 15']])
      expect(connections[3]).toEqual({ kind: 'stale', since: at(2), failure })
      expect(calls[4]).toEqual(calls[2])
    })

    it('doesn’t prevent filling in what a later response leaves out', () => {
      const bare = wireCall({ callerphone: null, callername: null })
      const { calls } = playWire([[], [ring], doubtOf(name, [ring]), [bare]])
      expect(calls[3]).toMatchObject([{ name: 'Sales line', phone: { received: '0722776772' } }])
    })

    it('is doubted again after a good response', () => {
      const doubt = doubtOf(name, [ring])
      const { events, connections } = playWire([[], [ring], doubt, [ring], doubt, [ring]])
      expect(events.flatMap(inShort)).toEqual(['ringing a1'])
      expect(connections[4]).toEqual({ kind: 'stale', since: at(3), failure })
    })
  })

  it.each(SAYS_LITTLE)('is believed when a second one says the same: %s', (name) => {
    const [first, second] = [doubtOf(name, [ring]), doubtOf(name, [ring])]
    const { events, connections } = playWire([[], [ring], first, second])
    expect(events.map(inShort)).toEqual([[], ['ringing a1'], [], ['ended a1 missed 0']])
    expect(connections[3]).toEqual({ kind: 'live' })
  })

  it.each(['a list without our extension', 'an empty list'])('is believed the second time: %s', (name) => {
    const { events, calls, connections } = playWire([
      [],
      [ring],
      doubtOf(name, []),
      doubtOf(name, []),
      [ring],
    ])
    expect(events.flatMap(inShort)).toEqual(['ringing a1'])
    expect(connections[3]).toEqual({ kind: 'unknown-extension', since: at(1) })
    expect(calls[3]).toEqual(calls[1])
  })

  it('is believed the second time: ERR 1', () => {
    const { connections } = playWire([[], [ring], { err: 1 }, { err: 1 }, { err: 1 }, [ring], { err: 1 }])
    expect(connections.slice(3).map(({ kind }) => kind)).toEqual(['refused', 'refused', 'live', 'stale'])
  })

  it('counts as the second one whatever the first doubt was about, and whatever failed in between', () => {
    const lost = { failure: { kind: 'unreachable', why: 'timeout' } } as const
    const { events, connections } = playWire([[], [ring], { err: 1 }, lost, { calls: null }])
    expect(events.flatMap(inShort)).toEqual(['ringing a1', 'ended a1 missed 0'])
    expect(connections.map(({ kind }) => kind)).toEqual(['live', 'live', 'stale', 'stale', 'live'])
  })

  it('is doubted after a failure as well', () => {
    const lost = { failure: { kind: 'unreachable', why: 'timeout' } } as const
    expect(playWire([[ring], lost, { calls: null }, [ring]]).events.flatMap(inShort)).toEqual(['ringing a1'])
  })

  it.each(SAYS_LITTLE)('contradicts nothing while there are no calls: %s', (name) => {
    const { connections } = playWire([[], doubtOf(name, [ring]), []])
    expect(connections.map(({ kind }) => kind)).toEqual(['live', 'live', 'live'])
  })

  it.each(['a list without our extension', 'an empty list', 'ERR 1'])(
    'is a doubt while nothing is in progress: %s',
    (name) => {
      const { connections } = playWire([[], doubtOf(name, []), []])
      expect(connections.map(({ kind }) => kind)).toEqual(['live', 'stale', 'live'])
    },
  )

  it('isn’t history when it is the first: what the next one shows existed before', () => {
    const { events, connections } = playWire([{ calls: null }, [talk], []])
    expect(events.flatMap(inShort)).toEqual(['ended a1 completed 5'])
    expect(connections[0]).toEqual({ kind: 'connecting', failure: INCOMPLETE })
    expect(playWire([{ calls: null }, { calls: null }]).connections[1]).toEqual({ kind: 'live' })
  })

  it('reports at once an unknown extension and a wrong code that never worked', () => {
    const first = (step: WireStep) => playWire([step]).connections[0]
    expect(first({ extensions: [] })).toEqual({ kind: 'unknown-extension', since: null })
    expect(first({ err: 1 })).toEqual({ kind: 'refused', since: null, why: 'code' })
  })

  it('ends a call that is missing from a complete list at once', () => {
    const other = wireCall({ ivrid: 'b2' })
    expect(playWire([[], [ring, other], [nameless(ring), other], [other]]).events.map(inShort)).toEqual([
      ...[[], ['ringing a1', 'ringing b2'], []],
      ['ended a1 missed 0'],
    ])
  })

  it('accepts a new call from a list that contains everything known', () => {
    const { events } = playWire([[], [ring], [ring, nameless(wireCall()), wireCall({ ivrid: 'b2' })]])
    expect(events[2]?.map(({ call }) => call.ivrid)).toEqual(['b2'])
  })
})

describe('an older response after a newer one', () => {
  it('is ignored: a ring is reported once, and the clock estimate doesn’t change', () => {
    const { events, connections, memory } = playWire([
      ...[[], [ring], [talk], { calls: [ring], date: at(1) }, [talk], [], { calls: [talk], date: at(4) }, []],
    ])
    expect(events.map(inShort)).toEqual([
      ...[[], ['ringing a1'], ['answered a1'], [], []],
      ...[['ended a1 completed 15'], [], []],
    ])
    expect(connections[3]).toEqual({ kind: 'stale', since: at(2), failure: OLDER })
    expect(memory.belief.computer).toMatchObject({ errorMs: 0, rival: null })
  })

  it('is ignored however often a cache repeats it', () => {
    const cached = Array.from({ length: 12 }, () => ({ calls: [ring], date: at(1) }))
    const { events, connections } = playWire([[], [ring], [talk], ...cached, [talk], []])
    expect(events.flatMap(inShort)).toEqual(['ringing a1', 'answered a1', 'ended a1 completed 70'])
    expect(connections.slice(3, 15).every(({ kind }) => kind === 'stale')).toBe(true)
    expect(connections[15]).toEqual({ kind: 'live' })
  })

  it('is still ignored when its placed call is no longer expected, and so has the direction of the response', () => {
    const cached = (direction: string) => ({ calls: [wireCall({ direction })], date: at(1) })
    const { events, connections } = playWire([[], [ring], [talk], cached('Click2Call'), cached('Outgoing')])
    expect(events.flatMap(inShort)).toEqual(['ringing a1', 'answered a1'])
    expect(connections.slice(3).map(({ kind }) => kind)).toEqual(['stale', 'stale'])
  })

  it('is distinguished from a server whose clock is behind: its second response is believed', () => {
    const behind = (index: number, calls: readonly WireCall[]) => ({ calls, date: at(index) - 60_000 })
    const { events, connections } = playWire([
      [],
      [ring],
      behind(2, [ring]),
      behind(3, [talk]),
      behind(4, []),
    ])
    expect(events.map(inShort)).toEqual([
      ...[[], ['ringing a1'], [], ['answered a1']],
      ['ended a1 completed 10'],
    ])
    expect(connections.map(({ kind }) => kind)).toEqual(['live', 'live', 'stale', 'live', 'live'])
  })

  it('is distinguished from a clock that stands still: changes are believed', () => {
    const still = (calls: readonly WireCall[]) => ({ calls, date: at(0) - 60_000 })
    const { events } = playWire([[], still([]), still([ring]), still([talk]), still([])])
    expect(events.flatMap(inShort)).toEqual(['ringing a1', 'answered a1', 'ended a1 completed 10'])
  })

  it('is skipped where two servers respond in turn and one of them lags', () => {
    const lags = (index: number, calls: readonly WireCall[]) => ({ calls, date: at(index) - 60_000 })
    const { events } = playWire([
      ...[[], lags(1, []), [ring], lags(3, []), [ring], lags(5, []), [talk], lags(7, [ring]), [talk]],
      ...[lags(9, [talk]), []],
    ])
    expect(events.flatMap(inShort)).toEqual(['ringing a1', 'answered a1', 'ended a1 completed 40'])
  })

  it('can’t be recognised without a date, nor by less than a second or two', () => {
    const { connections } = playWire([[], { calls: [], date: null }, { calls: [], date: at(0) - 1_000 }])
    expect(connections.map(({ kind }) => kind)).toEqual(['live', 'live', 'live'])
  })

  it('costs one response when a single date was far in the future', () => {
    const { connections } = playWire([[], { calls: [], date: Date.UTC(9999, 0) }, [], [], []])
    expect(connections.map(({ kind }) => kind)).toEqual(['live', 'live', 'stale', 'live', 'live'])
  })
})

describe('a true sequence of responses', () => {
  const phases = fc.record({
    ringing: fc.integer({ min: 1, max: 3 }),
    talking: fc.nat(3),
    muted: fc.nat(2),
    held: fc.nat(2),
    pause: fc.integer({ min: 1, max: 2 }),
  })
  /** Calls one after the other, each with its own id, in responses 5 s apart. */
  const truth = fc.array(phases, { minLength: 1, maxLength: 3 }).map((calls) => {
    const responses: WireCall[][] = [[]]
    calls.forEach(({ ringing, talking, muted, held, pause }, number) => {
      const began = at(responses.length) / 1000
      const ivrid = `a${number + 1}`
      const call = wireCall({ ivrid, callStarted: began })
      const answered = { answered: 1, callAnswered: began + ringing * 5 - 1 }
      const talks = { ...call, ...answered, callstatus: 'Talking' }
      for (let n = 0; n < ringing; n += 1) responses.push([call])
      for (let n = 0; n < talking; n += 1) responses.push([talks])
      for (let n = 0; n < muted; n += 1) responses.push([{ ...talks, recording: { IsMuted: 1 } }])
      for (let n = 0; n < held; n += 1) responses.push([{ ...talks, callstatus: 'Hold' }])
      for (let n = 0; n < pause; n += 1) responses.push([])
    })
    return responses
  })

  /** Events without their times, and what is known about each ended call. */
  const account = (steps: readonly WireStep[]) => {
    const { events, memory } = playWire(steps)
    const reported = events.flat().map((event) => {
      const { type, call } = event
      const { phone, did, name, direction, rangHere, connected, recording, startedAt, phase } = call
      const outcome = event.type === 'ended' ? event.outcome : null
      const unseen = event.type === 'answered' && event.unseen
      const known = { phone, did, name, direction, rangHere, connected, recording, startedAt, phase }
      return { type, outcome, unseen, key: call.key, known }
    })
    return { reported, left: memory.state.calls.map(({ key, phase }) => ({ key, phase })) }
  }

  /** The same responses at the same times, with an extra one in between. */
  const inserted = (responses: readonly WireStep[], index: number, step: WireStep): readonly WireStep[] => [
    ...responses.slice(0, index),
    step,
    ...responses.slice(index),
  ]

  it('gives the same result with one doubtful response anywhere in it', () => {
    fc.assert(
      fc.property(truth, fc.nat(), fc.constantFrom(...Object.keys(DOUBTFUL)), (responses, position, name) => {
        const index = 1 + (position % responses.length)
        const known = responses[index - 1] ?? []
        const doubt = known.length === 0 && name.includes('a call') ? [] : doubtOf(name, known)
        expect(account(inserted(responses, index, doubt))).toEqual(account(responses))
      }),
      { seed: 14, numRuns: 300 },
    )
  })

  it('gives the same result with one older response anywhere in it', () => {
    fc.assert(
      fc.property(truth, fc.nat(), fc.nat(), (responses, position, back) => {
        const index = 2 + (position % (responses.length - 1))
        const from = back % (index - 1)
        const older = { calls: responses[from] ?? [], date: at(from) }
        expect(account(inserted(responses, index, older))).toEqual(account(responses))
      }),
      { seed: 14, numRuns: 300 },
    )
  })
})

describe('a doubtful response about everyone', () => {
  const ME = 7
  const desk = (extension: string, change: Partial<SeenExtension> = {}): SeenExtension =>
    seenExtension(change.calls ?? [], { extension, onlineUserId: 0, ...change })
  const ringing = seenCall({ extension: 'A' })
  const taken = seenCall({ extension: 'B', phase: 'talking', answered: true })
  const taken2 = seenCall({ extension: 'A', ivrid: 'a2' })

  function play(
    followed: boolean,
    ...answers: readonly (readonly ['A' | 'all', readonly SeenExtension[], number?])[]
  ) {
    let memory = initialMemory(
      {
        extension: 'A',
        settings: {
          ...{ ...DEFAULT_SETTINGS, queues: [], wideView: true },
          watch: followed ? { kind: 'person', userId: ME } : { kind: 'extension' },
        },
        ...{ floorMs: 5_000, blindAfterMs: 30_000, timeoutMs: 8_000 },
      },
      'UTC',
      STORY_START,
    )
    return answers.map(([about, seen, date]) => {
      const now = memory.state.lastGoodAt === null ? STORY_START : (last += 1_000)
      last = now
      const answer =
        about === 'A'
          ? ({ about: 'extension', extension: 'A', seen } as const)
          : ({ about: 'everyone', seen } as const)
      const input: SessionInput = {
        kind: 'response',
        ...{ at: now, run: { slipMs: 0, vouched: true }, spareDelayMs: 0 },
        response: {
          ...{ kind: 'reached', answer, repairs: [], sentAt: now - 200, receivedAt: now },
          serverDate: date ?? null,
        },
      }
      const step = stepSession(memory, input)
      memory = step.memory
      const { connection } = memory.state
      const { location, team } = memory.surroundings.shown
      const events = step.change.changes.flatMap((change) => change.events)
      return { events, kind: connection.kind, location: location.kind, team: team.connection.kind }
    })
  }
  let last = STORY_START

  it('doesn’t lose the person the first time, but does the second time', () => {
    const here = desk('A', { onlineUserId: ME, calls: [ringing] })
    const steps = play(true, ['all', [here, desk('B')]], ['all', [desk('B')]], ['all', [desk('B')]])
    expect(steps.map(({ location }) => location)).toEqual(['at', 'at', 'nowhere'])
    expect(steps[1]).toMatchObject({ events: [], team: 'stale' })
  })

  it('follows the person at once to another extension', () => {
    const steps = play(
      true,
      ['all', [desk('A', { onlineUserId: ME })]],
      ['all', [desk('B', { onlineUserId: ME })]],
    )
    expect(steps[1]).toMatchObject({ location: 'at', kind: 'live' })
  })

  it('is believed the second time, whatever the extension’s own responses showed in between', () => {
    const here = desk('A', { onlineUserId: ME })
    const there = desk('B', { onlineUserId: ME })
    const rings = desk('B', {
      onlineUserId: ME,
      calls: [seenCall({ extension: 'B' })],
      callsMissing: true,
    })
    const steps = play(
      true,
      ['all', [here, there]],
      ['all', [here, rings]],
      ['A', [here]],
      ['all', [here, rings]],
    )
    expect(steps.map(({ location }) => location)).toEqual(['several', 'several', 'several', 'several'])
    expect(steps.map(({ events }) => events.map(({ type }) => type))).toEqual([[], [], [], ['ringing']])
  })

  it('holds back the end of a ring until the next one shows who took it', () => {
    const colleague = desk('B', { onlineUserId: 8, representative: 'Yael Mor', calls: [taken] })
    const [, , , last] = play(
      false,
      ...([
        ['A', [desk('A', { calls: [ringing] })]],
        ['A', [desk('A')]],
        ['all', [desk('A', { callsMissing: true }), colleague]],
        ['all', [desk('A'), colleague]],
      ] as const),
    )
    expect(last?.events).toMatchObject([{ type: 'ended', outcome: 'completed', answeredBy: 'Yael Mor' }])
  })

  it.each([
    ['keeps waiting where the next response about the extension says the same', [desk('A')], ['completed']],
    ['stops waiting where that says something new', [desk('A', { calls: [taken2] })], ['missed']],
  ] as const)('a ring that is gone %s', (_what, between, outcomes) => {
    const colleague = desk('B', { onlineUserId: 8, representative: 'Yael Mor', calls: [taken] })
    const steps = play(
      false,
      ...([
        ['A', [desk('A', { calls: [ringing] })]],
        ['A', [desk('A')]],
        ['A', between],
        ['all', [...between, colleague]],
      ] as const),
    )
    const ended = steps.flatMap(({ events }) => events).filter((event) => event.type === 'ended')
    expect(ended.map(({ outcome }) => outcome)).toEqual(outcomes)
  })

  it('ends a doubt about the extension when nothing is missing', () => {
    const rings = [desk('A', { calls: [ringing] })]
    const lacks = [desk('A', { callsMissing: true })]
    const steps = play(false, ['A', rings], ['A', lacks], ['all', rings], ['A', lacks])
    expect(steps.map(({ kind }) => kind)).toEqual(['live', 'stale', 'live', 'stale'])
    expect(steps.flatMap(({ events }) => events)).toHaveLength(1)
  })

  it('is also recognised as older by the date of the last response about the extension', () => {
    const steps = play(
      false,
      ...([
        ['A', [desk('A', { calls: [ringing] })], at(4)],
        ['all', [desk('A')], at(2)],
        ['A', [desk('A', { calls: [ringing] })], at(4)],
      ] as const),
    )
    expect(steps.map(({ events }) => events.length)).toEqual([1, 0, 0])
    expect(steps.map(({ team }) => team)).toEqual(['connecting', 'connecting', 'connecting'])
  })
})
