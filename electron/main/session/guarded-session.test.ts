import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SurroundingsSettings } from '../../../core/session/surroundings.ts'
import { maxHeldGapMs, maxPollGapMs } from '../../../core/polling/max-poll-gap.ts'
import type { Session } from '../../../core/session/session-types.ts'
import { createSession } from '../../../core/session/session.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import { HTTP_LIMITS } from '../../../core/telephony/client.ts'
import type { Queue, TelephonyClient } from '../../../core/telephony/telephony-client.ts'
import type { SeenExtension } from '../../../core/domain.ts'
import { seenCall, seenExtension } from '../../../core/testing/seen.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import type { Account } from './account.ts'
import { guardedSession } from './guarded-session.ts'

const TIMES = 3
const HOUR_MS = 3_600_000

/** How the server responds to one request. */
type Met =
  | 'idle'
  | 'rings'
  | 'talks'
  | 'nobody'
  | 'lost'
  | 'refused'
  | 'wait-5-min'
  | 'down-5-min'
  | 'hangs-8-s'

/** What else happens, every few minutes. */
type Doing = 'nothing' | 'poll-now' | 'look' | 'look-away' | 'sleep' | 'wake'

const surroundings = fc.record({
  queues: fc.constantFrom<SurroundingsSettings['queues']>([], ['7']),
  wideView: fc.boolean(),
  watch: fc.constantFrom<SurroundingsSettings['watch']>({ kind: 'extension' }, { kind: 'person', userId: 5 }),
  requestsPerMinute: fc.integer({ min: 4, max: 60 }),
})

const desk = fc.record({
  pollSeconds: fc.constantFrom(1, 5, 20, 60),
  surroundings: fc.option(surroundings),
  met: fc.array(
    fc.constantFrom<Met>(
      'idle',
      'idle',
      'rings',
      'talks',
      'nobody',
      'lost',
      'refused',
      'wait-5-min',
      'down-5-min',
      'hangs-8-s',
    ),
    { minLength: 1, maxLength: 12 },
  ),
  does: fc.array(
    fc.record({
      what: fc.constantFrom<Doing>('nothing', 'poll-now', 'look', 'look-away', 'sleep', 'wake'),
      afterMs: fc.integer({ min: 0, max: 900_000 }),
    }),
    { maxLength: 8 },
  ),
})

type Desk = typeof desk extends fc.Arbitrary<infer T> ? T : never

function sitAt({ pollSeconds, surroundings: wide, met }: Desk) {
  const clock = virtualClock(1_800_000_000_000)
  const asked: number[] = []
  let stopped = 0
  let session: Session | null = null
  let dead = false

  const reached = <T>(answer: T, sentAt: number): Attempt<T> => ({
    kind: 'reached',
    answer,
    repairs: [],
    sentAt,
    receivedAt: clock.now(),
    serverDate: null,
  })

  function ask<T>(answer: (how: Met) => T, signal: AbortSignal): Promise<Attempt<T>> {
    const sentAt = clock.now()
    const how = met[asked.length % met.length]!
    asked.push(sentAt)
    return new Promise((resolve) => {
      const end = (): void => {
        if (how === 'lost' || how === 'hangs-8-s') resolve({ kind: 'unreachable', why: 'timeout' })
        else if (how === 'refused') resolve({ kind: 'refused', why: 'code' })
        else if (how === 'down-5-min')
          resolve({ kind: 'faulty', status: 503, err: null, retryAfterMs: 300_000 })
        else if (how === 'wait-5-min') resolve({ kind: 'limited', retryAfterMs: 300_000 })
        else resolve(reached(answer(how), sentAt))
      }
      const cancel = clock.after(how === 'hangs-8-s' ? 8_000 : 200, end)
      signal.addEventListener('abort', () => {
        cancel()
        end()
      })
    })
  }

  const client: TelephonyClient = {
    limits: HTTP_LIMITS,
    extensions: (_extension, signal) =>
      ask<readonly SeenExtension[]>((how) => {
        if (how === 'nobody') return []
        const phase = how === 'rings' ? 'ringing' : 'talking'
        return [seenExtension(how === 'idle' ? [] : [seenCall({ phase })])]
      }, signal),
    queues: (_queue, signal) => ask<readonly Queue[]>(() => [], signal),
    mute: () => Promise.resolve({ kind: 'unreachable', why: 'aborted' }),
    dial: () => Promise.resolve({ kind: 'unreachable', why: 'aborted' }),
    hangUp: () => Promise.resolve({ kind: 'unreachable', why: 'aborted' }),
    setStatus: () => Promise.resolve({ kind: 'unreachable', why: 'aborted' }),
  }
  const account: Account = {
    baseUrl: '',
    muteUrl: '',
    dialUrl: '',
    statusUrl: null,
    callLogUrl: null,
    isOwnByPolicy: false,
    extension: 'SIPSIP2',
    pollSeconds,
    region: 'IL',
    zone: 'UTC',
    code: '',
    masked: false,
    surroundings:
      wide === null
        ? null
        : { ...wide, queueThresholdSeconds: 60, queueThresholds: {}, maskTeamNumbers: false },
  }
  const guarded = guardedSession({
    account,
    client,
    clock,
    random: () => 0.999,
    log: () => undefined,
    open: (parts) => (session = createSession(parts)),
    onAnswer: () => undefined,
    onStopped: () => void (stopped += 1),
  })
  return {
    clock,
    guarded,
    asked,
    stopped: () => stopped,
    usualMs: maxPollGapMs(
      { floorMs: pollSeconds * 1000, limit: wide?.requestsPerMinute ?? Infinity },
      HTTP_LIMITS,
    ),
    /** The poller stops by itself, without notifying the guard. */
    die() {
      dead = true
      session?.stop()
    },
    do(what: Doing) {
      if (dead) return
      if (what === 'poll-now') void guarded.pollNow()
      if (what === 'look') guarded.look({ queues: true, team: true })
      if (what === 'look-away') guarded.look({ queues: false, team: false })
      if (what === 'sleep') guarded.sleep()
      if (what === 'wake') guarded.wake()
    },
  }
}

describe('guardedSession', () => {
  it('never mistakes a working session for a stopped one, whatever the responses and however long it sleeps', async () => {
    await fc.assert(
      fc.asyncProperty(desk, async (one) => {
        const at = sitAt(one)
        at.guarded.start()
        for (const { what, afterMs } of one.does) {
          await at.clock.advance(afterMs)
          at.do(what)
        }
        await at.clock.advance(HOUR_MS)
        expect(at.stopped()).toBe(0)
        at.guarded.stop()
        expect(at.clock.waiting()).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  it('sends requests of a working session within the longest wait of each other', async () => {
    await fc.assert(
      fc.asyncProperty(desk, async (one) => {
        const at = sitAt(one)
        at.guarded.start()
        await at.clock.advance(HOUR_MS)
        const isAskedToWait = one.met.includes('wait-5-min') || one.met.includes('down-5-min')
        const isHeld = isAskedToWait || (one.surroundings !== null && hasFailures(one))
        const gaps = at.asked.slice(1).map((sentAt, index) => sentAt - at.asked[index]!)
        expect(Math.max(0, ...gaps)).toBeLessThanOrEqual(
          isHeld ? Math.max(at.usualMs, maxHeldGapMs(HTTP_LIMITS)) : at.usualMs,
        )
        at.guarded.stop()
      }),
      { numRuns: 60 },
    )
  })

  it('always notices a stopped one, once, within three times the longest wait', async () => {
    await fc.assert(
      fc.asyncProperty(desk, fc.integer({ min: 0, max: 600_000 }), async (one, livesMs) => {
        const at = sitAt(one)
        at.guarded.start()
        await at.clock.advance(livesMs)
        at.die()
        const last = at.asked.at(-1)!
        const boundMs = TIMES * Math.max(at.usualMs, maxHeldGapMs(HTTP_LIMITS)) + 8_000
        await at.clock.advance(last + boundMs - at.clock.now())
        expect(at.stopped()).toBe(1)
        await at.clock.advance(HOUR_MS)
        expect(at.stopped()).toBe(1)
      }),
      { numRuns: 60 },
    )
  })

  it('notices within minutes on an account that responds', async () => {
    const at = sitAt({ pollSeconds: 5, surroundings: null, met: ['idle'], does: [] })
    at.guarded.start()
    await at.clock.advance(60_000)
    at.die()
    const sinceLastMs = at.clock.now() - at.asked.at(-1)!
    await at.clock.advance(TIMES * at.usualMs - sinceLastMs - 1)
    expect(at.stopped()).toBe(0)
    await at.clock.advance(1)
    expect(at.stopped()).toBe(1)
    expect(TIMES * at.usualMs).toBeLessThan(130_000)
  })

  it('expects nothing while the computer sleeps', async () => {
    const at = sitAt({ pollSeconds: 5, surroundings: null, met: ['idle'], does: [] })
    at.guarded.start()
    await at.clock.advance(60_000)
    at.guarded.sleep()
    await at.clock.advance(10 * HOUR_MS)
    expect([at.stopped(), at.clock.waiting()]).toEqual([0, 0])
  })
})

const hasFailures = ({ met }: Desk): boolean =>
  met.some((how) => how === 'lost' || how === 'refused' || how === 'hangs-8-s')
