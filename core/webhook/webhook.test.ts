import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { FiredStore } from '../crm/fired-store.ts'
import type { CallEvent } from '../domain.ts'
import { virtualClock } from '../testing/virtual-clock.ts'
import type { AlertDelivery } from './delivery.ts'
import { createWebhook, MAX_PER_MINUTE, MAX_TRIES, MAX_WAITING } from './webhook.ts'
import type { WebhookParts } from './webhook.ts'

const NOW = 1_700_000_000_000

function delivery(id: string, change: Partial<AlertDelivery> = {}): AlertDelivery {
  return {
    id,
    type: 'ringing',
    call: `SIPSIP2/${id}`,
    body: JSON.stringify({ id, name: 'מכירות' }),
    ...change,
  }
}

interface Got {
  readonly at: number
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string
}

/** A webhook whose receiver responds with `answer`: a status, headers, or an error to throw. */
function sending(
  answer: (got: Got, signal: AbortSignal) => Promise<Response> | Response,
  more: Partial<WebhookParts> = {},
) {
  const clock = virtualClock(NOW)
  const got: Got[] = []
  const receiver = (async (url: string, init: RequestInit) => {
    const one = {
      at: clock.now(),
      url,
      headers: init.headers as Record<string, string>,
      body: init.body as string,
    }
    got.push(one)
    return await answer(one, init.signal!)
  }) as typeof fetch
  const webhook = createWebhook({
    fetch: receiver,
    clock,
    url: 'https://hooks.example.com/calls',
    secret: 'shared secret',
    random: () => 0.999,
    once: null,
    ...more,
  })
  return { webhook, clock, got, ids: () => got.map(({ headers }) => headers['x-ringside-delivery']) }
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(null, { status: code, headers })
const refusing = (code: string) => () => {
  throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('x'), { code }) })
}
const hanging = () => new Promise<Response>(() => undefined)

function keeping(): FiredStore {
  const stored = new Set<string>()
  return {
    wasFired: (rule, call) => stored.has(`${rule} ${call}`),
    noteFired: (rule, call) => void stored.add(`${rule} ${call}`),
  }
}

describe('a webhook', () => {
  it('signs id, time and body, so that the receiver knows who sent it and when', async () => {
    const { webhook, clock, got } = sending(status(204))
    webhook.send(delivery('a'))
    await clock.advance(0)
    const [one] = got
    const expected = createHmac('sha256', 'shared secret')
      .update(`a.${NOW / 1000}.${one!.body}`)
      .digest('hex')
    expect(one!.headers).toEqual({
      'content-type': 'application/json',
      'x-ringside-delivery': 'a',
      'x-ringside-timestamp': '1700000000',
      'x-ringside-signature': `v1=${expected}`,
    })
    expect(webhook.state()).toMatchObject({ waiting: 0, delivered: 1, lastDeliveredAt: NOW, lost: 0 })
  })

  it('sends nothing before the caller has continued', async () => {
    const { webhook, clock, got } = sending(status(200))
    webhook.send(delivery('a'))
    expect(got).toEqual([])
    await clock.advance(0)
    expect(got).toHaveLength(1)
  })

  it('retries after increasing waits, signed again with the same id, and gives up', async () => {
    const { webhook, clock, got, ids } = sending(status(500))
    webhook.send(delivery('a'))
    await clock.advance(300_000)
    expect(ids()).toEqual(Array.from({ length: MAX_TRIES }, () => 'a'))
    const waits = got.slice(1).map(({ at }, index) => Math.round((at - got[index]!.at) / 1000))
    expect(waits).toEqual([2, 4, 8, 16, 30])
    expect(new Set(got.map(({ headers }) => headers['x-ringside-signature'])).size).toBe(MAX_TRIES)
    expect(webhook.state().givenUp).toMatchObject([
      { id: 'a', type: 'ringing', tries: MAX_TRIES, why: { kind: 'faulty', status: 500 } },
    ])
    expect([webhook.state().retrying, webhook.state().waiting, clock.waiting()]).toEqual([null, 0, 0])
  })

  it('reports while it waits why, and until when', async () => {
    const { webhook, clock } = sending(status(429, { 'retry-after': '90' }))
    webhook.send(delivery('a'))
    await clock.advance(0)
    expect(webhook.state().retrying).toEqual({
      why: { kind: 'limited', retryAfterMs: 90_000 },
      tries: 1,
      nextAt: NOW + 90_000,
    })
  })

  it('keeps the order, and continues after an abandoned one', async () => {
    const { webhook, clock, ids } = sending(({ body }) => status(body.includes('"b"') ? 400 : 200)())
    for (const id of ['a', 'b', 'c']) webhook.send(delivery(id))
    await clock.advance(0)
    expect(ids()).toEqual(['a', 'b', 'c'])
    expect(webhook.state()).toMatchObject({ delivered: 2, lost: 1 })
  })

  it.each([301, 302, 307, 308, 400, 401, 403, 404, 410])('doesn’t retry after %i', async (code) => {
    const { webhook, clock, got } = sending(status(code, { location: 'https://evil.example/' }))
    webhook.send(delivery('a'))
    await clock.advance(300_000)
    expect(got).toHaveLength(1)
    expect(webhook.state().lost).toBe(1)
  })

  it('doesn’t retry where the connection isn’t secure: a certificate doesn’t fix itself', async () => {
    const { webhook, clock, got } = sending(refusing('CERT_HAS_EXPIRED'))
    webhook.send(delivery('a'))
    await clock.advance(300_000)
    expect(got).toHaveLength(1)
    expect(webhook.state().givenUp[0]?.why).toEqual({ kind: 'unreachable', why: 'tls' })
  })

  it('waits 8 seconds for a receiver that hangs, even one that doesn’t notice the abort', async () => {
    const { webhook, clock, got } = sending(hanging)
    webhook.send(delivery('a'))
    await clock.advance(7_999)
    expect(webhook.state().retrying).toBeNull()
    await clock.advance(1)
    expect(webhook.state().retrying?.why).toEqual({ kind: 'unreachable', why: 'timeout' })
    await clock.advance(2_000)
    expect(got).toHaveLength(2)
  })

  it('queues at most a hundred: the oldest waiting one is dropped, and reported', async () => {
    const { webhook, clock, ids } = sending(hanging)
    for (let index = 0; index < MAX_WAITING + 5; index++) webhook.send(delivery(`${index}`))
    expect(webhook.state()).toMatchObject({ waiting: MAX_WAITING, lost: 5 })
    expect(webhook.state().givenUp.map(({ id, why }) => `${id} ${why.kind}`)).toContain('1 queue-full')
    await clock.advance(0)
    expect(ids()).toEqual(['0'])
  })

  it('limits deliveries per minute, whatever a response reports, and drops and counts the rest', async () => {
    const { webhook, clock, got } = sending(status(200))
    for (let second = 0; second < 180; second++) {
      for (let event = 0; event < 30; event++) webhook.send(delivery(`${second}-${event}`))
      await clock.advance(1_000)
    }
    for (const { at } of got) {
      const within = got.filter((other) => other.at >= at && other.at < at + 60_000)
      expect(within.length).toBeLessThanOrEqual(MAX_PER_MINUTE)
    }
    const { delivered, waiting, lost } = webhook.state()
    expect(delivered).toBeGreaterThanOrEqual(3 * MAX_PER_MINUTE)
    expect(delivered + waiting + lost).toBe(180 * 30)
    await clock.advance(120_000)
    expect(webhook.state()).toMatchObject({ waiting: 0, delivered: delivered + waiting })
    expect(clock.waiting()).toBe(0)
  })

  it.each([
    'http://hooks.example.com/',
    'ftp://hooks.example.com/',
    'https://me:pw@hooks.example.com/',
    'nonsense',
  ])('sends nothing to %s', async (url) => {
    const { webhook, clock, got } = sending(status(200), { url })
    webhook.send(delivery('a'))
    await clock.advance(60_000)
    expect(got).toEqual([])
    expect(webhook.state().givenUp[0]?.why).toEqual({ kind: 'unreachable', why: 'insecure-url' })
  })

  it('stops at once, including the one in flight', async () => {
    const aborted = vi.fn()
    const { webhook, clock, got } = sending((_, signal) => {
      signal.addEventListener('abort', aborted)
      return hanging()
    })
    webhook.send(delivery('a'))
    await clock.advance(0)
    webhook.stop()
    webhook.send(delivery('b'))
    await clock.advance(60_000)
    expect([got.length, aborted.mock.calls.length, clock.waiting()]).toEqual([1, 1, 0])
  })

  it('isn’t blocked by a listener that throws', async () => {
    const { webhook, clock } = sending(status(200))
    webhook.subscribe(() => {
      throw new Error('view')
    })
    webhook.send(delivery('a'))
    await clock.advance(0)
    expect(webhook.state().delivered).toBe(1)
  })

  it('includes neither secret nor body in its state', async () => {
    const { webhook, clock } = sending(refusing('ECONNRESET'))
    webhook.send(delivery('a', { body: '{"phone":"0722776772"}' }))
    await clock.advance(300_000)
    expect(JSON.stringify(webhook.state())).not.toMatch(/shared secret|0722776772|hooks\.example/)
  })

  describe('that sends at most once', () => {
    it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'ETIMEDOUT'])(
      'does not try again where the receiver may have it: %s',
      async (code) => {
        const { webhook, clock, got } = sending(refusing(code), { once: keeping() })
        webhook.send(delivery('a'))
        await clock.advance(300_000)
        expect(got).toHaveLength(1)
        expect(webhook.state().lost).toBe(1)
      },
    )

    it.each(['ECONNREFUSED', 'ENOTFOUND'])('retries where the receiver can’t have it: %s', async (code) => {
      const { webhook, clock, got } = sending(refusing(code), { once: keeping() })
      webhook.send(delivery('a'))
      await clock.advance(300_000)
      expect(got).toHaveLength(MAX_TRIES)
    })

    it('sends nothing where it can’t be stored', async () => {
      const broken = { wasFired: () => false, noteFired: () => expect.fail('disk full') }
      const { webhook, clock, got } = sending(status(200), { once: broken })
      webhook.send(delivery('a'))
      await clock.advance(0)
      expect([got.length, webhook.state().givenUp[0]?.why.kind]).toEqual([0, 'not-stored'])
    })

    it('reaches the receiver at most once for a call and type, through faults and crashes', async () => {
      const type = fc.constantFrom<CallEvent['type'][]>('ringing', 'answered')
      const step = fc.record({
        type,
        call: fc.constantFrom('x/1', 'x/2'),
        fault: fc.constantFrom('none', 'before', 'after', 'refused', 'busy'),
        crash: fc.boolean(),
        wait: fc.integer({ min: 0, max: 20_000 }),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          const once = keeping()
          const taken: string[] = []
          let fault = 'none'
          const start = () =>
            sending(
              ({ body }) => {
                if (fault === 'before') return refusing('ECONNREFUSED')()
                if (fault === 'busy') return status(503)()
                if (fault === 'refused') return status(404)()
                taken.push(body)
                return fault === 'after' ? refusing('ECONNRESET')() : status(200)()
              },
              { once },
            )
          let run = start()
          for (const { type, call, crash, wait, ...next } of steps) {
            fault = next.fault
            run.webhook.send(delivery('x', { type, call, body: `${type} ${call}` }))
            await run.clock.advance(wait)
            if (!crash) continue
            run.webhook.stop()
            run = start()
          }
          await run.clock.advance(600_000)
          expect(taken.length).toBe(new Set(taken).size)
        }),
        { numRuns: 50 },
      )
    })
  })
})
