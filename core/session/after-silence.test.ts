import { describe, expect, it } from 'vitest'
import type { Failure } from '../connection.ts'
import type { CallEvent } from '../domain.ts'
import { watchAccount } from './testing/watched-account.ts'
import type { WatchedAccount } from './testing/watched-account.ts'

const START = Date.UTC(2026, 0, 15, 8, 0, 0)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const DNS: Failure = { kind: 'unreachable', why: 'dns' }

async function begun(): Promise<WatchedAccount> {
  const account = watchAccount({ startAt: START, offsetAt: () => 120 })
  account.session.start()
  await account.advance(6_000)
  return account
}

const reported = ({ changes }: WatchedAccount): string[] =>
  changes.flatMap(({ events }) => events.map((event) => `${event.type} ${event.call.ivrid}${outcome(event)}`))

const outcome = (event: CallEvent): string =>
  event.type === 'ended' ? ` ${event.outcome} ${event.talkSeconds}` : ''

const connection = ({ session }: WatchedAccount): string => session.state().connection.kind

describe('after a silence', () => {
  it('of a day without a good response, watching resumes with the first request when the network’s return is reported', async () => {
    const account = await begun()
    account.fail(DNS)
    await account.advance(DAY)
    expect(connection(account)).toBe('stale')
    account.fail(null)
    account.session.wake()
    await account.advance(200)
    expect(connection(account)).toBe('live')
  })

  it('of a day whose end isn’t reported, watching resumes within the longest wait between two tries', async () => {
    const account = await begun()
    account.fail(DNS)
    await account.advance(DAY)
    account.fail(null)
    await account.advance(30_200)
    expect(connection(account)).toBe('live')
    expect(account.session.state().clock).toMatchObject({ offsetMinutes: 120, computerErrorMs: 0 })
  })

  it('in which the computer slept during a request, that request is dropped and sent again', async () => {
    const account = await begun()
    account.fail('hangs')
    await account.advance(5_000)
    const asked = account.asked()
    account.session.sleep()
    account.setClock(0)
    await account.advance(60 * MINUTE)
    account.fail(null)
    account.session.wake()
    await account.advance(200)
    expect(account.asked()).toBe(asked + 1)
    expect(connection(account)).toBe('live')
  })

  it('in which the network came back while a request hung, another is sent at once', async () => {
    const account = await begun()
    account.fail('hangs')
    await account.advance(5_000)
    account.fail(null)
    account.session.wake()
    await account.advance(200)
    expect(connection(account)).toBe('live')
  })

  it.each([DAY, -DAY, 90_000])(
    'in which the computer’s clock was set by %i ms, timers are true at once',
    async (ms) => {
      const account = await begun()
      account.call('a', 'talking')
      await account.advance(20_000)
      const status = account.now() - (account.session.state().agent?.statusSince ?? 0)
      account.session.sleep()
      await account.advance(60 * MINUTE)
      account.setClock(ms)
      account.session.wake()
      await account.advance(300)
      expect(connection(account)).toBe('live')
      for (const off of account.errors()) expect(Math.abs(off)).toBeLessThanOrEqual(2_000)
      const statusNow = account.now() - (account.session.state().agent?.statusSince ?? 0)
      expect(Math.abs(statusNow - status - 60 * MINUTE)).toBeLessThanOrEqual(2_000)
    },
  )

  it('no ring is reported that is over, and no continuing one twice', async () => {
    const account = await begun()
    account.call('goes-on', 'ringing')
    await account.advance(6_000)
    account.session.sleep()
    account.call('over', 'ringing')
    await account.advance(15_000)
    account.hangUp('over')
    account.session.wake()
    await account.advance(20_000)
    expect(reported(account)).toEqual(['ringing goes-on'])
  })

  it('a call that rang before and is gone counts as missed, and the change says that its end wasn’t seen', async () => {
    const account = await begun()
    account.call('a', 'ringing')
    await account.advance(6_000)
    const lastGoodAt = account.session.state().lastGoodAt ?? 0
    account.session.sleep()
    await account.advance(8 * 60 * MINUTE)
    account.hangUp('a')
    account.session.wake()
    await account.advance(300)
    expect(reported(account)).toEqual(['ringing a', 'ended a missed 0'])
    expect(account.changes.at(-1)?.blind).toEqual({
      from: lastGoodAt,
      to: account.session.state().lastGoodAt,
    })
  })

  it('a talk that is gone lasted only as long as it was seen', async () => {
    const account = await begun()
    account.call('a', 'talking')
    await account.advance(60_000)
    account.session.sleep()
    await account.advance(60 * MINUTE)
    account.hangUp('a')
    account.session.wake()
    await account.advance(300)
    const [, ended] = reported(account)
    expect(Number(ended?.replace('ended a completed ', ''))).toBeGreaterThanOrEqual(54)
    expect(Number(ended?.replace('ended a completed ', ''))).toBeLessThanOrEqual(61)
  })

  it('of an ordinary gap, or of one failed request, nothing is reported as unseen', async () => {
    const account = await begun()
    account.call('a', 'ringing')
    await account.advance(6_000)
    account.fail(DNS)
    await account.advance(5_000)
    account.fail(null)
    account.hangUp('a')
    await account.advance(12_000)
    expect(reported(account)).toEqual(['ringing a', 'ended a missed 0'])
    expect(account.changes.some(({ blind }) => blind !== undefined)).toBe(false)
  })

  it('listeners are not called when the clock estimate didn’t change', async () => {
    const account = await begun()
    const before = account.changes.length
    await account.advance(60 * MINUTE)
    expect(account.changes.length).toBe(before)
  })

  it('a clock that is set between two equal responses is reported, and every time moves along', async () => {
    const account = await begun()
    account.call('a', 'talking')
    await account.advance(22_000)
    const before = account.session.state()
    account.setClock(DAY)
    await account.advance(6_000)
    const after = account.session.state()
    expect(after.clock?.computerErrorMs).toBe(DAY)
    expect(after.clock?.since).toBe(after.lastGoodAt)
    expect(after.calls[0]?.phaseSince).toBe((before.calls[0]?.phaseSince ?? 0) + DAY)
    expect(after.agent?.statusSince).toBe((before.agent?.statusSince ?? 0) + DAY)
    expect(account.changes.at(-1)?.state).toBe(after)
    expect(account.changes.at(-1)?.events).toEqual([])
    expect(account.log.at(-1)).toBe('clock: offset +120 min, from zone, computer +0 → +86400 s')
  })
})
