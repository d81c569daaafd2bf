import { describe, expect, it } from 'vitest'
import type { Failure } from '../connection.ts'
import type { SeenExtension } from '../domain.ts'
import { HTTP_LIMITS } from '../telephony/client.ts'
import type { Attempt } from '../telephony/attempt.ts'
import { seenCall, seenExtension } from '../testing/seen.ts'
import { virtualClock } from '../testing/virtual-clock.ts'
import { createSession } from './session.ts'
import type { SessionChange } from './session-types.ts'

const START = Date.UTC(2026, 0, 15, 8, 0, 0)
type Step = Failure | readonly SeenExtension[]

/** A session whose polls receive `steps` in turn, the last one forever. */
function watching(...steps: readonly Step[]) {
  const clock = virtualClock(START)
  const changes: SessionChange[] = []
  const answered: string[] = []
  let asked = 0
  const session = createSession({
    clock,
    random: () => 0,
    log: () => undefined,
    extension: 'SIPSIP2',
    pollSeconds: 5,
    zone: 'UTC',
    onAnswer: ({ receivedAt }) =>
      answered.push(`${(receivedAt - START) / 1000} s, ${changes.length} changes`),
    client: {
      limits: HTTP_LIMITS,
      extensions(): Promise<Attempt<readonly SeenExtension[]>> {
        const step = steps[Math.min(asked++, steps.length - 1)] ?? []
        if ('kind' in step) return Promise.resolve(step)
        const [sentAt, receivedAt] = [clock.now(), clock.now()]
        return Promise.resolve({
          kind: 'reached',
          answer: step,
          repairs: [],
          sentAt,
          receivedAt,
          serverDate: null,
        })
      },
    },
  })
  session.subscribe((change) => changes.push(change))
  session.start()
  return { clock, session, changes, answered, asked: () => asked }
}

const events = (changes: readonly SessionChange[]): string[] =>
  changes.flatMap((change) => change.events.map((event) => event.type))
const lost: Failure = { kind: 'unreachable', why: 'dns' }
const ringing = seenExtension([seenCall()])
const talking = seenExtension([seenCall({ phase: 'talking', answered: true })])

describe('a session', () => {
  it('knows nothing, then the agent and the calls', async () => {
    const { clock, session } = watching([talking])
    expect(session.state()).toMatchObject({
      agent: null,
      calls: [],
      connection: { kind: 'connecting', failure: null },
    })
    await clock.advance(1)
    expect(session.state()).toMatchObject({
      agent: { name: 'User 2', extension: 'SIPSIP2', statusSince: START },
      calls: [{ ivrid: 'a1', phase: 'talking' }],
      connection: { kind: 'live' },
      lastGoodAt: START,
    })
  })

  it('keeps the calls when polls fail, and shows since when they are out of date', async () => {
    const { clock, session, changes } = watching(
      [ringing],
      lost,
      { kind: 'faulty', status: 500, err: null },
      [ringing],
    )
    await clock.advance(5_001)
    expect(session.state()).toMatchObject({
      calls: [{ ivrid: 'a1' }],
      connection: { kind: 'stale', since: START, failure: lost },
    })
    await clock.advance(60_000)
    expect(session.state().connection).toEqual({ kind: 'live' })
    expect(events(changes)).toEqual(['ringing'])
  })

  it('never reads an empty list as no calls', async () => {
    const { clock, session, changes } = watching([ringing], [], [], [ringing])
    await clock.advance(10_001)
    expect(session.state()).toMatchObject({
      calls: [{ ivrid: 'a1' }],
      connection: { kind: 'unknown-extension', since: START },
    })
    await clock.advance(10_000)
    expect(events(changes)).toEqual(['ringing'])
  })

  it('ignores every other extension', async () => {
    const other = seenExtension([seenCall({ extension: 'sipsip2', ivrid: 'x' })], { extension: 'sipsip2' })
    const { clock, session } = watching([other, ringing])
    await clock.advance(1)
    expect(session.state().calls.map((call) => call.ivrid)).toEqual(['a1'])
  })

  it('reports a refusal, with the calls known so far', async () => {
    const { clock, session } = watching([ringing], { kind: 'refused', why: 'address' })
    await clock.advance(5_001)
    expect(session.state()).toMatchObject({
      calls: [{ ivrid: 'a1' }],
      connection: { kind: 'refused', since: START, why: 'address' },
    })
  })

  it('reports why it can’t connect before it ever could', async () => {
    const { clock, session } = watching(lost)
    await clock.advance(1)
    expect(session.state().connection).toEqual({ kind: 'connecting', failure: lost })
  })

  it('notifies nobody of a thousand identical responses', async () => {
    const { clock, changes, asked, session } = watching([ringing])
    await clock.advance(1)
    const before = changes.length
    await clock.advance(5_000_000)
    expect(asked()).toBe(1001)
    expect(changes.length).toBe(before)
    expect(session.state().lastGoodAt).toBe(START + 5_000_000)
  })

  it('reports with each change which request caused it, and null when none did', async () => {
    const { clock, session, changes } = watching([ringing], lost, [])
    await clock.advance(20_000)
    session.sleep()
    const poll = (at: number) => ({ sentAt: START + at, receivedAt: START + at })
    expect(changes.map((change) => change.poll)).toEqual([poll(0), null, null, poll(15_000), null])
  })

  it('reports every good response, changed or not, after its listeners; and no other', async () => {
    const { clock, answered } = watching([ringing], [ringing], lost, [], [talking], [talking])
    await clock.advance(35_000)
    expect(answered).toEqual([
      '0 s, 1 changes',
      '5 s, 1 changes',
      '20 s, 4 changes',
      '25 s, 4 changes',
      '30 s, 4 changes',
      '35 s, 4 changes',
    ])
  })

  it('keeps the order of the calls when the response shuffles them', async () => {
    const call = (ivrid: string) => seenCall({ ivrid })
    const { clock, session } = watching(
      [seenExtension([call('a'), call('b')])],
      [seenExtension([call('c'), call('b'), call('a')])],
    )
    await clock.advance(5_001)
    expect(session.state().calls.map(({ ivrid }) => ivrid)).toEqual(['a', 'b', 'c'])
  })

  it('sends nothing while asleep, and a request at once on waking', async () => {
    const { clock, session, asked } = watching([ringing])
    await clock.advance(1)
    session.sleep()
    expect(session.state().connection).toEqual({ kind: 'paused', why: 'asleep' })
    await clock.advance(3_600_000)
    expect(asked()).toBe(1)
    session.wake()
    await clock.advance(1)
    expect(asked()).toBe(2)
    expect(session.state().connection).toEqual({ kind: 'live' })
  })

  it('learns the account’s clock from a new call, so that its timer starts near zero', async () => {
    const wallClock = (START + 5_000 + 2 * 3_600_000) / 1000 - 3
    const fresh = seenExtension([seenCall({ startedApiSeconds: wallClock })])
    const { clock, session } = watching([seenExtension()], [fresh])
    await clock.advance(5_001)
    expect(clock.now() - (session.state().calls[0]?.startedAt ?? 0)).toBe(3_001)
  })

  it('doesn’t move a timer while its stamps don’t change', async () => {
    const old = seenExtension([
      seenCall({
        phase: 'talking',
        answered: true,
        startedApiSeconds: START / 1000 - 100,
        answeredApiSeconds: START / 1000 - 90,
      }),
    ])
    const { clock, session } = watching([old], [{ ...old }], [{ ...old }])
    await clock.advance(1)
    const first = session.state().calls[0]
    await clock.advance(20_000)
    expect(session.state().calls[0]).toBe(first)
    expect(first).toMatchObject({ startedAt: START - 100_000, answeredAt: START - 90_000 })
  })

  it('doesn’t believe a stamp that is hours ahead', async () => {
    const odd = seenExtension([
      seenCall({ phase: 'talking', answered: true, answeredApiSeconds: START / 1000 + 3 * 3600 }),
    ])
    const { clock, session } = watching([odd])
    await clock.advance(30_000)
    expect(session.state().calls[0]?.answeredAt).toBe(START)
  })

  it('is silent and leaves no timer after stop', async () => {
    const { clock, session, changes } = watching([ringing])
    await clock.advance(1)
    session.stop()
    const before = changes.length
    await clock.advance(60_000)
    expect(changes.length).toBe(before)
    expect(clock.waiting()).toBe(0)
  })
})
