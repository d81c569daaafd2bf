import { describe, expect, it } from 'vitest'
import type { Clock } from '../clock.ts'
import type { Attempt } from '../telephony/attempt.ts'
import { virtualClock } from '../testing/virtual-clock.ts'
import { createPoller, type PollerParts } from './poller.ts'

const reached: Attempt<string> = {
  kind: 'reached',
  answer: '',
  repairs: [],
  sentAt: 0,
  receivedAt: 0,
  serverDate: null,
}
const lost: Attempt<string> = { kind: 'unreachable', why: 'connection-lost' }

/** One kind of request, five seconds after its response or when its failures allow it. */
const everyFiveSeconds =
  (clock: Clock): PollerParts<'calls', string>['plan'] =>
  (heldUntil, atOnce) => {
    const held = heldUntil('calls') - clock.now()
    return { kind: 'calls', waitMs: atOnce ? 0 : held > 0 ? held : 5_000 }
  }

/** A poller whose requests take `takesMs` and get `answers` in turn, the last one forever. */
function watching(answers: readonly Attempt<string>[], takesMs = 0) {
  const clock = virtualClock(1_000_000)
  const asked: number[] = []
  const reported: string[] = []
  let inFlight = 0
  let most = 0
  let aborted = 0
  const poller = createPoller<'calls', string>({
    clock,
    random: () => 0.999,
    intervalMs: 5_000,
    plan: everyFiveSeconds(clock),
    log: () => undefined,
    report: (_kind, attempt) => reported.push(attempt.kind),
    ask: (_kind, signal) =>
      new Promise((resolve) => {
        const answer = answers[Math.min(asked.length, answers.length - 1)] ?? reached
        asked.push(clock.now() - 1_000_000)
        most = Math.max(most, ++inFlight)
        const finish = (): void => {
          inFlight--
          resolve(answer)
        }
        const cancel = clock.after(takesMs, finish)
        signal.addEventListener('abort', () => {
          aborted++
          cancel()
          finish()
        })
      }),
  })
  return { clock, poller, asked, reported, most: () => most, aborted: () => aborted }
}

describe('createPoller', () => {
  it('works, then waits: the interval counts from the response', async () => {
    const { clock, poller, asked } = watching([reached], 1_000)
    poller.start()
    await clock.advance(20_000)
    expect(asked).toEqual([0, 6_000, 12_000, 18_000])
  })

  it('has one request in flight, however often it is asked to poll', async () => {
    const { clock, poller, asked, most } = watching([reached], 3_000)
    poller.start()
    for (let i = 0; i < 50; i++) {
      void poller.pollNow()
      await clock.advance(500)
    }
    expect(most()).toBe(1)
    expect(asked[1]).toBe(3_000)
  })

  it('lets pollNow join the request in flight and settle with it', async () => {
    const { clock, poller, asked } = watching([reached], 2_000)
    poller.start()
    let settled = false
    void poller.pollNow().then(() => (settled = true))
    await clock.advance(1_999)
    expect(settled).toBe(false)
    await clock.advance(1)
    expect(settled).toBe(true)
    expect(asked).toEqual([0])
  })

  it('polls at once on pollNow between two polls, and restarts the interval', async () => {
    const { clock, poller, asked } = watching([reached])
    poller.start()
    await clock.advance(2_000)
    void poller.pollNow()
    await clock.advance(5_000)
    expect(asked).toEqual([0, 2_000, 7_000])
  })

  it('backs off after failures and returns to the interval after one good response', async () => {
    const { clock, poller, asked } = watching([lost, lost, reached])
    poller.start()
    await clock.advance(40_000)
    expect(asked).toEqual([0, 9_990, 29_970, 34_970, 39_970])
  })

  it('forgets failures on restart and drops the hanging request', async () => {
    const { clock, poller, asked, aborted, reported } = watching([lost, reached], 7_000)
    poller.start()
    await clock.advance(20_000)
    void poller.restart()
    await clock.advance(7_000)
    expect(aborted()).toBe(1)
    expect(asked).toEqual([0, 16_990, 20_000])
    expect(reported).toEqual(['unreachable', 'reached'])
  })

  it('reports nothing after stop, and leaves no timer behind', async () => {
    const { clock, poller, reported } = watching([reached], 1_000)
    poller.start()
    await clock.advance(500)
    poller.stop()
    await clock.advance(60_000)
    expect(reported).toEqual([])
    expect(clock.waiting()).toBe(0)
    await expect(poller.pollNow()).resolves.toBeUndefined()
  })

  it('continues when a request or a listener throws', async () => {
    const clock = virtualClock()
    const reported: string[] = []
    const logged: string[] = []
    const poller = createPoller<'calls', string>({
      clock,
      random: () => 0,
      intervalMs: 1_000,
      plan: everyFiveSeconds(clock),
      log: (line) => logged.push(line),
      report: (_kind, attempt) => {
        reported.push(attempt.kind)
        throw new TypeError('0501234567')
      },
      ask: () => Promise.reject(new RangeError('0501234567')),
    })
    poller.start()
    await clock.advance(2_500)
    expect(reported).toEqual(['unreachable', 'unreachable', 'unreachable'])
    expect(logged.join()).not.toContain('0501234567')
    poller.stop()
  })

  it('retries in time when the computer’s clock is set back a day during a back-off, however often it replans', async () => {
    const clock = virtualClock(1_000_000)
    let setBackMs = 0
    const shown = { ...clock, now: () => clock.now() - setBackMs }
    const asked: number[] = []
    const poller = createPoller<'calls', string>({
      clock: shown,
      random: () => 0,
      intervalMs: 5_000,
      plan: everyFiveSeconds(shown),
      log: () => undefined,
      report: () => undefined,
      ask: () => {
        asked.push(clock.now() - 1_000_000)
        return Promise.resolve(lost)
      },
    })
    poller.start()
    await clock.advance(1_000)
    setBackMs = 86_400_000
    for (let planned = 0; planned < 8; planned++) {
      poller.replan()
      await clock.advance(1_000)
    }
    poller.stop()
    expect(asked).toEqual([0, 6_000])
  })
})
