import { describe, expect, it } from 'vitest'
import { watchAccount } from './testing/watched-account.ts'
import type { WatchedAccount } from './testing/watched-account.ts'

const START = Date.UTC(2026, 0, 15, 8, 0, 0, 321)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const worst = (account: WatchedAccount): number => Math.max(0, ...account.errors().map(Math.abs))

/** Advances time second by second; throughout, every timer on screen must be accurate to 2 s, and no age negative. */
async function trueFor(account: WatchedAccount, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1_000) {
    await account.advance(1_000)
    expect(worst(account)).toBeLessThanOrEqual(2_000)
    for (const { startedAt, answeredAt, phaseSince } of account.session.state().calls)
      expect(account.now() - Math.max(startedAt, answeredAt ?? 0, phaseSince)).toBeGreaterThanOrEqual(0)
  }
}

/** A small shift: a call that rings, talks, is held; a second one; then the computer's clock is set, twice. */
async function shift(account: WatchedAccount): Promise<void> {
  account.session.start()
  await account.advance(7_000)
  account.call('a', 'ringing')
  await trueFor(account, 9_000)
  account.call('a', 'talking')
  await trueFor(account, 30_000)
  account.call('b', 'dialing')
  account.call('a', 'held')
  await trueFor(account, 20_000)
  for (const ms of [-DAY, 90_000, HOUR]) {
    account.setClock(ms)
    await account.advance(5_500)
    await trueFor(account, 20_000)
  }
  account.hangUp('b')
  await trueFor(account, 10_000)
}

const COMPUTERS = [0, DAY, -DAY, 3_700, -47 * MINUTE]
const OFFSETS = [0, 120, 180]

describe.each(OFFSETS)('an account whose clock is %i minutes ahead of UTC', (offset) => {
  it.each(COMPUTERS)('has correct timers on a computer whose clock is wrong by %i ms', async (errorMs) => {
    const account = watchAccount({ startAt: START, errorMs, offsetAt: () => offset })
    await shift(account)
    expect(account.session.state().clock).toMatchObject({ offsetMinutes: offset })
    account.session.stop()
    expect(account.waiting()).toBe(0)
  })
})

describe('summer time', () => {
  const JERUSALEM_ON = Date.UTC(2026, 2, 27, 0, 0, 0)
  const JERUSALEM_BACK = Date.UTC(2026, 9, 24, 23, 0, 0)
  it.each([
    ['comes', JERUSALEM_ON, 120, 180],
    ['goes', JERUSALEM_BACK, 180, 120],
  ])(
    'leaves the timers of calls alone when it %s, and is right for those that come after',
    async (_word, jump, before, after) => {
      for (const errorMs of [0, DAY]) {
        const account = watchAccount({
          startAt: jump - 40_000,
          errorMs,
          offsetAt: (at) => (at < jump ? before : after),
        })
        account.call('found', 'talking')
        account.session.start()
        await account.advance(6_000)
        await trueFor(account, 14_000)
        account.call('early', 'ringing')
        await trueFor(account, 8_000)
        account.call('early', 'talking')
        await trueFor(account, 30_000)
        account.call('late', 'ringing')
        account.call('unseen', 'talking')
        await trueFor(account, 15_000)
        account.call('late', 'talking')
        await trueFor(account, 15_000)
        expect(account.session.state().clock).toMatchObject({ offsetMinutes: after })
      }
    },
  )

  it.each([
    ['comes', JERUSALEM_ON, 120, 180],
    ['goes', JERUSALEM_BACK, 180, 120],
  ])(
    'once it %s, a program that starts anew still reads the calls from before',
    async (_word, jump, before, after) => {
      const account = watchAccount({
        startAt: jump - 10 * MINUTE,
        offsetAt: (at) => (at < jump ? before : after),
      })
      account.call('long', 'talking')
      await account.advance(15 * MINUTE)
      account.call('new', 'talking')
      account.session.start()
      await account.advance(1_000)
      await trueFor(account, 30_000)
    },
  )

  it('at a moment unknown to the settings moves the clock at the second call', async () => {
    const jump = START + 10 * MINUTE
    const account = watchAccount({ startAt: START, zone: 'UTC', offsetAt: (at) => (at < jump ? 120 : 180) })
    account.session.start()
    for (const ivrid of ['a', 'b', 'c', 'd', 'e']) {
      await account.advance(7_000)
      account.call(ivrid, 'ringing')
      await trueFor(account, 4 * MINUTE)
    }
    expect(account.session.state().clock).toMatchObject({ offsetMinutes: 180, source: 'ring' })
    expect(account.log).toContain('clock: offset +120 → +180 min, from ring, computer +0 s')
  })
})
