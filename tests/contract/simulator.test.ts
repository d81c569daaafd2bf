import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { initialBelief, observe } from '../../core/clock/api-clock.ts'
import { atOffset } from '../../core/clock/read-stamp.ts'
import { createClient } from '../../core/telephony/client.ts'
import { openSimulatorAccount } from './simulator-account.ts'
import type { SimulatorAccount } from './simulator-account.ts'

const signal = (): AbortSignal => new AbortController().signal

let account: SimulatorAccount
beforeAll(async () => {
  account = await openSimulatorAccount('--wrong-code', 'empty', '--zone', 'Asia/Kolkata')
})
afterAll(() => account.close())

const clientOf = (code = account.code) =>
  createClient({
    fetch,
    now: Date.now,
    baseUrl: account.baseUrl,
    muteUrl: account.muteUrl,
    code,
    region: 'IL',
  })

/** The watched extension's current calls, as the client sees them. */
async function calls() {
  const outcome = await clientOf().extensions(account.extension, signal())
  if (outcome.kind !== 'reached') throw new Error(outcome.kind)
  return outcome.answer[0]?.calls ?? []
}

describe('a call in the simulator', () => {
  it('is seen by the client from the first ring to the end', async () => {
    await account.sim('hangup', { ivrid: account.ivrid })
    const asked = { extension: account.extension, phone: '0501234567', name: 'שירות', did: '0747000000' }
    const { ivrid } = (await account.sim('call', asked)) as { ivrid: string }
    expect(await calls()).toMatchObject([
      {
        ivrid,
        phase: 'ringing',
        direction: 'incoming',
        answered: false,
        name: 'שירות',
        phone: { e164: '+972501234567' },
        did: { received: '0747000000' },
        answeredApiSeconds: null,
      },
    ])
    const steps = [
      ['answer', { phase: 'talking', answered: true, recording: { state: 'recorded' } }],
      ['mute', { phase: 'talking', recording: { state: 'muted' } }],
      ['unmute', { phase: 'talking', recording: { state: 'recorded' } }],
      ['hold', { phase: 'held' }],
      ['resume', { phase: 'talking' }],
    ] as const
    for (const [command, expected] of steps) {
      await account.sim(command, { ivrid })
      expect(await calls(), command).toMatchObject([expected])
    }
    await account.sim('hangup', { ivrid })
    expect(await calls()).toEqual([])
  })

  it('lets the clock learn the account’s time zone, whatever the settings say', async () => {
    const { ivrid } = (await account.sim('call', { extension: account.extension, phone: '0501234567' })) as {
      ivrid: string
    }
    const now = Date.now()
    const started = (await calls()).find((call) => call.ivrid === ivrid)?.startedApiSeconds ?? 0
    const belief = observe(
      initialBelief('Asia/Jerusalem', now),
      { kind: 'ring', apiSeconds: started, notBefore: now - 5_000 },
      now,
    )
    expect(belief.offset.minutes).toBe(330)
    expect(Math.abs(atOffset(started, 330, belief) - now)).toBeLessThan(5_000)
    await account.sim('hangup', { ivrid })
  })

  it('is hidden by an empty list if the code is wrong, where the API responds that way', async () => {
    expect(await clientOf('another-code').extensions(account.extension, signal())).toMatchObject({
      kind: 'reached',
      answer: [],
    })
  })
})

describe('a fault in the simulator', () => {
  afterEach(async () => {
    await fetch(new URL('/sim/fault', account.baseUrl), { method: 'DELETE' })
  })

  it.each([
    ['401', { kind: 'refused', why: 'code' }],
    ['403', { kind: 'refused', why: 'address' }],
    ['429', { kind: 'limited', retryAfterMs: 7_000 }],
    ['500', { kind: 'faulty', status: 500 }],
    ['internal-error', { kind: 'faulty', err: 2 }],
    ['half-body', { kind: 'unreachable', why: 'connection-lost' }],
    ['web-page', { kind: 'malformed', why: 'web-page' }],
    ['not-json', { kind: 'malformed', why: 'not-json' }],
    ['wrong-shape', { kind: 'malformed', why: 'wrong-shape' }],
    ['redirect', { kind: 'malformed', why: 'redirect' }],
    ['too-large', { kind: 'malformed', why: 'too-large' }],
    ['dropped', { kind: 'unreachable', why: 'connection-lost' }],
  ])('%s has its own outcome, and the next response is good again', async (kind, failure) => {
    const client = clientOf()
    await account.sim('fault', { kind, count: 1, retryAfter: 7 })
    expect(await client.extensions(null, signal())).toMatchObject(failure)
    expect(await client.extensions(null, signal())).toMatchObject({ kind: 'reached' })
  })
})
