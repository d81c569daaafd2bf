import { describe, expect, it } from 'vitest'
import type { Failure } from '../connection.ts'
import type { SeenExtension } from '../domain.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import type { Attempt } from '../telephony/attempt.ts'
import { HTTP_LIMITS } from '../telephony/client.ts'
import type { Queue } from '../telephony/telephony-client.ts'
import { seenCall, seenExtension, somePhone } from '../testing/seen.ts'
import { virtualClock } from '../testing/virtual-clock.ts'
import type { SurroundingsSettings } from './surroundings.ts'
import { createSession } from './session.ts'
import type { SurroundingsChange, SessionChange } from './session-types.ts'

const START = Date.UTC(2026, 0, 15, 8, 0, 0)
const ME = 46454322
const lost: Failure = { kind: 'unreachable', why: 'dns' }
const refused: Failure = { kind: 'refused', why: 'address' }

/** An account whose responses show the current `world`. */
function watching(settings: Partial<SurroundingsSettings> = {}) {
  const clock = virtualClock(START)
  const world: {
    desks: readonly SeenExtension[]
    queues: readonly Queue[] | Failure
    wide: Failure | null
    narrow: Failure | null
  } = { desks: [seenExtension()], queues: [], wide: null, narrow: null }
  const asked: { readonly what: string; readonly at: number }[] = []
  const changes: SessionChange[] = []
  const surroundings: SurroundingsChange[] = []
  const answered: number[] = []
  let inFlight = 0
  let most = 0

  async function answer<T>(what: string, said: () => T | Failure): Promise<Attempt<T>> {
    asked.push({ what, at: clock.now() - START })
    most = Math.max(most, ++inFlight)
    const sentAt = clock.now()
    await new Promise<void>((resolve) => void clock.after(200, resolve))
    inFlight--
    const value = said()
    if (typeof value === 'object' && value !== null && 'kind' in value) return value
    return {
      kind: 'reached',
      answer: value,
      repairs: [],
      sentAt,
      receivedAt: clock.now(),
      serverDate: null,
    }
  }

  const session = createSession({
    clock,
    random: () => 0.5,
    log: () => undefined,
    extension: 'SIPSIP2',
    pollSeconds: 5,
    zone: 'UTC',
    onAnswer: ({ receivedAt }) => answered.push(receivedAt),
    client: {
      limits: HTTP_LIMITS,
      extensions: (name) =>
        name === null
          ? answer('everyone', () => world.wide ?? world.desks)
          : answer(name, () => world.narrow ?? world.desks.filter(({ extension }) => extension === name)),
    },
    surroundings: {
      settings: { ...DEFAULT_SETTINGS, ...settings },
      client: { queues: (id) => answer(id === null ? 'queues' : `queue ${id}`, () => world.queues) },
    },
  })
  session.subscribe((change) => changes.push(change))
  session.subscribeSurroundings((change) => surroundings.push(change))
  session.start()
  const events = () => changes.flatMap((change) => change.events)
  return { clock, session, world, asked, answered, changes, surroundings, events, most: () => most }
}

const waiting = (callId: string, waitedSeconds: number, at: number): Queue => ({
  id: '7',
  name: 'Sales',
  weight: 1,
  callers: [
    { callId, phone: somePhone, joinedApiSeconds: Math.floor(at / 1000) - waitedSeconds, waitedSeconds },
  ],
})

function inAnyMinute(asked: readonly { readonly at: number }[]): number {
  return Math.max(
    ...asked.map(({ at }) => asked.filter((one) => one.at >= at && one.at < at + 60_000).length),
  )
}

describe('a session with queues', () => {
  it('requests both within the budget, never two at once, for an hour', async () => {
    const { clock, asked, most, world } = watching()
    await clock.advance(1_800_000)
    world.desks = [seenExtension([seenCall()])]
    await clock.advance(1_800_000)
    expect(inAnyMinute(asked)).toBeLessThanOrEqual(12)
    expect(most()).toBe(1)
    expect(new Set(asked.map(({ what }) => what))).toEqual(new Set(['SIPSIP2', 'queues']))
  })

  it('stays within the budget when the user keeps refreshing, and settles every refresh', async () => {
    const { clock, session, asked } = watching()
    let answered = 0
    for (let second = 0; second < 180; second++) {
      void session.pollNow().then(() => answered++)
      await clock.advance(1_000)
    }
    await clock.advance(60_000)
    expect(inAnyMinute(asked)).toBeLessThanOrEqual(12)
    expect(answered).toBe(180)
  })

  it('continues with the extension while the queues are refused, reports that, and requests them rarely', async () => {
    const { clock, session, asked, world } = watching()
    world.queues = refused
    await clock.advance(600_000)
    expect(session.state().connection).toEqual({ kind: 'live' })
    expect(session.surroundings().queues.connection).toEqual({ kind: 'refused', since: null, why: 'address' })
    expect(asked.filter(({ what }) => what === 'queues').length).toBeLessThan(15)
    expect(asked.filter(({ what }) => what === 'SIPSIP2').length).toBeGreaterThan(85)
  })

  it('keeps the queues, marked with their age, when only they fail, and the reverse', async () => {
    const { clock, session, world } = watching()
    world.queues = [waiting('a1', 10, START)]
    await clock.advance(10_000)
    world.queues = lost
    await clock.advance(60_000)
    expect(session.surroundings().queues).toMatchObject({
      connection: { kind: 'stale' },
      queues: [{ waiting: 1 }],
    })
    world.queues = []
    world.narrow = lost
    await clock.advance(300_000)
    expect(session.surroundings().queues).toMatchObject({ connection: { kind: 'live' }, queues: [] })
    expect(session.state().connection.kind).toBe('stale')
  })

  it('reports nothing for responses without changes', async () => {
    const { clock, surroundings, world } = watching()
    world.queues = [waiting('a1', 10, START)]
    const turning = setWaits(world, clock.now)
    for (let step = 0; step < 60; step++) {
      turning()
      await clock.advance(1_000)
    }
    expect(surroundings.filter(({ state }) => state.queues.queues.length > 0)).toHaveLength(1)
  })

  it('shows where a ringing caller waited', async () => {
    const { clock, session, world, events } = watching()
    world.queues = [waiting('a1', 100, START)]
    await clock.advance(12_000)
    world.queues = []
    world.desks = [seenExtension([seenCall()])]
    await clock.advance(7_000)
    const seconds = session.state().calls[0]?.waited?.seconds ?? 0
    expect(session.state().calls[0]?.waited?.queue).toBe('Sales')
    expect(seconds).toBeGreaterThan(100)
    expect(seconds).toBeLessThan(125)
    expect(events()[0]?.call.waited).toEqual(session.state().calls[0]?.waited)
    await clock.advance(60_000)
    expect(session.state().calls[0]?.waited?.seconds).toBe(seconds)
  })

  it('requests only a single chosen queue, and none where none is chosen', async () => {
    const one = watching({ queues: ['7'] })
    await one.clock.advance(30_000)
    expect(one.asked.map(({ what }) => what)).toContain('queue 7')
    expect(one.session.surroundings().queues.unknown).toEqual(['7'])
    const none = watching({ queues: [] })
    await none.clock.advance(60_000)
    expect(none.session.surroundings().queues.connection).toEqual({ kind: 'off' })
    expect(none.asked.every(({ what }) => what === 'SIPSIP2')).toBe(true)
  })
})

/** The single caller's wait up to now, at each call. */
function setWaits(world: { queues: readonly Queue[] | Failure }, now: () => number): () => void {
  return () => {
    const seconds = 10 + Math.floor((now() - START) / 1000)
    const [queue] = [waiting('a1', 10, START)]
    world.queues = [{ ...queue, callers: queue.callers.map((one) => ({ ...one, waitedSeconds: seconds })) }]
  }
}

describe('a session with the wide view', () => {
  const colleague = (calls: SeenExtension['calls'] = []): SeenExtension =>
    seenExtension(calls, { extension: 'SIPSIP9', representative: 'Yael', onlineUserId: 9 })
  const taken = seenCall({ extension: 'SIPSIP9', phase: 'talking', answered: true })

  it('names the colleague who answered, instead of a missed call', async () => {
    const { clock, session, world, events } = watching({ wideView: true })
    world.desks = [seenExtension([seenCall()]), colleague([seenCall({ extension: 'SIPSIP9' })])]
    await clock.advance(10_000)
    world.desks = [seenExtension(), colleague([taken])]
    await clock.advance(7_000)
    expect(session.state().calls).toEqual([])
    expect(events().at(-1)).toMatchObject({ type: 'ended', outcome: 'completed', answeredBy: 'Yael' })
  })

  it('reports a missed call where nobody took it, and where the wide view is refused', async () => {
    for (const wide of [null, refused]) {
      const { clock, world, events, session } = watching({ wideView: true })
      world.wide = wide
      world.desks = [seenExtension([seenCall()]), colleague()]
      await clock.advance(10_000)
      world.desks = [seenExtension(), colleague()]
      await clock.advance(7_000)
      expect(events().at(-1)).toMatchObject({ type: 'ended', outcome: 'missed' })
      expect(session.state().connection).toEqual({ kind: 'live' })
    }
  })

  it('requests who took a ring again five minutes after the wide view failed', async () => {
    const { clock, world, events } = watching({ wideView: true })
    const taking = async () => {
      world.desks = [seenExtension([seenCall()]), colleague()]
      await clock.advance(10_000)
      world.desks = [seenExtension(), colleague([taken])]
      await clock.advance(7_000)
      return events().at(-1)
    }
    world.wide = refused
    expect(await taking()).toMatchObject({ type: 'ended', outcome: 'missed' })
    world.wide = null
    expect(await taking()).toMatchObject({ type: 'ended', outcome: 'missed' })
    await clock.advance(300_000)
    expect(await taking()).toMatchObject({ type: 'ended', outcome: 'completed', answeredBy: 'Yael' })
  })

  it('requests all extensions only while the team is on screen, and reports what changed', async () => {
    const { clock, session, world, asked, surroundings } = watching({ wideView: true })
    world.desks = [seenExtension(), colleague()]
    await clock.advance(60_000)
    expect(asked.filter(({ what }) => what === 'everyone')).toEqual([])
    session.look({ queues: false, team: true })
    await clock.advance(60_000)
    expect(session.surroundings().team.rows.size).toBe(2)
    world.desks = [seenExtension(), colleague([taken])]
    await clock.advance(30_000)
    expect(surroundings.at(-1)?.team.changed.map(({ extension }) => extension)).toEqual(['SIPSIP9'])
    expect(inAnyMinute(asked)).toBeLessThanOrEqual(12)
  })

  it('never requests all extensions where that isn’t allowed', async () => {
    const { clock, session, asked, world } = watching({ watch: { kind: 'person', userId: ME } })
    session.look({ queues: true, team: true })
    world.desks = [seenExtension([seenCall()])]
    await clock.advance(30_000)
    world.desks = [seenExtension()]
    await clock.advance(60_000)
    expect(asked.some(({ what }) => what === 'everyone')).toBe(false)
    expect(session.surroundings().location).toEqual({ kind: 'fixed', extension: 'SIPSIP2' })
  })
})

describe('a session that follows a person', () => {
  const desk = (extension: string, onlineUserId: number, calls: SeenExtension['calls'] = []) =>
    seenExtension(calls, { extension, onlineUserId, representative: onlineUserId === ME ? 'Me' : 'Dana' })
  const following = () => watching({ wideView: true, watch: { kind: 'person', userId: ME }, queues: [] })

  it('finds the extension, requests only that one, and follows when they move', async () => {
    const { clock, session, world, asked, events } = following()
    world.desks = [desk('A', 0), desk('B', ME)]
    await clock.advance(30_000)
    expect(session.surroundings().location).toMatchObject({ kind: 'at', extension: 'B' })
    expect(session.state().agent).toMatchObject({ name: 'Me', extension: 'B' })
    expect(asked.filter(({ what }) => what === 'everyone')).toHaveLength(1)
    world.desks = [desk('A', ME, [seenCall({ extension: 'A' })]), desk('B', 0)]
    await clock.advance(20_000)
    expect(session.surroundings().location).toMatchObject({ kind: 'at', extension: 'A' })
    expect(session.state().calls).toMatchObject([{ extension: 'A', phase: 'ringing' }])
    expect(events().map(({ type, call }) => `${type} ${call.extension}`)).toEqual(['ringing A'])
  })

  it('shows no call of someone else who logged in to the extension', async () => {
    const { clock, session, world, events } = following()
    world.desks = [desk('B', ME)]
    await clock.advance(20_000)
    world.desks = [desk('B', 5, [seenCall({ extension: 'B' })])]
    await clock.advance(60_000)
    expect(events()).toEqual([])
    expect(session.state().calls).toEqual([])
    expect(session.surroundings().location.kind).toBe('nowhere')
  })

  it('continues with a call when they log out and in again at the same extension', async () => {
    const { clock, session, world, events } = following()
    const muted = { state: 'muted', fileName: '' } as const
    const talk = seenCall({ extension: 'B', phase: 'talking', answered: true, recording: muted })
    world.desks = [desk('B', ME, [talk])]
    await clock.advance(20_000)
    const [before] = session.state().calls
    const reported = events().length
    world.desks = [desk('B', 0, [talk])]
    for (let ms = 0; ms < 30_000 && session.surroundings().location.kind !== 'nowhere'; ms += 100)
      await clock.advance(100)
    expect(session.surroundings().location.kind).toBe('nowhere')
    world.desks = [desk('B', ME, [talk])]
    await clock.advance(20_000)
    expect(session.surroundings().location).toMatchObject({ kind: 'at', extension: 'B' })
    expect(session.state().calls).toEqual([before])
    expect(events()).toHaveLength(reported)
  })

  it('shows nothing of the extension they left while they are nowhere, without counting as blind', async () => {
    const { clock, session, world, answered } = following()
    world.desks = [desk('B', ME, [seenCall({ extension: 'B', phase: 'talking', answered: true })])]
    await clock.advance(20_000)
    expect(session.state().calls).toHaveLength(1)
    world.desks = [desk('B', 0, [seenCall({ extension: 'B', phase: 'talking', answered: true })])]
    await clock.advance(120_000)
    expect(session.surroundings().location.kind).toBe('nowhere')
    expect(session.state().calls).toEqual([])
    const before = answered.length
    await clock.advance(120_000)
    expect(answered.length).toBeGreaterThan(before + 2)
  })

  it('reports when they are nowhere or at several extensions, and when the wide view is refused', async () => {
    const { clock, session, world } = following()
    world.wide = refused
    await clock.advance(10_000)
    expect(session.state().connection).toMatchObject({ kind: 'refused' })
    expect(session.surroundings().location).toEqual({ kind: 'looking' })
    world.wide = null
    world.desks = [desk('A', 0)]
    await clock.advance(120_000)
    expect(session.surroundings().location.kind).toBe('nowhere')
    expect(session.state().connection).toEqual({ kind: 'live' })
    world.desks = [desk('A', ME), desk('B', ME)]
    await clock.advance(30_000)
    expect(session.surroundings().location).toMatchObject({ kind: 'several', extensions: ['A', 'B'] })
  })
})
