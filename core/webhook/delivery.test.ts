import { describe, expect, it } from 'vitest'
import type { Call, CallEvent } from '../domain.ts'
import { seenCall } from '../testing/seen.ts'
import { deliveryOf } from './delivery.ts'
import { readWebhook } from './read-webhook.ts'
import { WEBHOOK_OFF } from './webhook-settings.ts'

const AT = Date.UTC(2026, 10, 22, 8, 0)
const call = (change: Partial<Call> = {}): Call => ({
  ...seenCall(),
  startedAt: AT - 200_000,
  answeredAt: AT - 184_000,
  phaseSince: AT,
  mutedSince: null,
  rangHere: true,
  connected: true,
  ...change,
})
const ended = (change: Partial<Call> = {}): CallEvent => ({
  type: 'ended',
  at: AT,
  call: call(change),
  outcome: 'completed',
  talkSeconds: 184,
})
const body = (event: CallEvent): Record<string, unknown> =>
  JSON.parse(deliveryOf(event, 'User 2').body) as Record<string, unknown>

describe('deliveryOf', () => {
  it('contains an event in plain values', () => {
    expect(body(ended({ customData: { lang: 'he' } }))).toEqual({
      version: 1,
      id: expect.stringMatching(/^[\da-f]{32}$/) as string,
      type: 'ended',
      at: '2026-11-22T08:00:00.000Z',
      outcome: 'completed',
      talkSeconds: 184,
      call: {
        extension: 'SIPSIP2',
        ivrid: 'a1',
        phone: { kind: 'number', received: '0722776772', e164: '+972722776772' },
        name: 'Sales line',
        client: '',
        company: '',
        did: null,
        direction: 'incoming',
        status: 'completed',
        started: '2026-11-22T07:56:40Z',
        recording: 'recorded',
        agent: 'User 2',
        queue: '',
        waitedSeconds: null,
      },
      customData: { lang: 'he' },
    })
  })

  it('names the customer, if the organisation’s endpoint has said who it is', () => {
    const { body: text } = deliveryOf(ended(), '', { name: 'Dana Levi', company: 'Brightwater' })
    expect(JSON.parse(text)).toMatchObject({ call: { client: 'Dana Levi', company: 'Brightwater' } })
  })

  it('has the same id for the same event and a different one for any other', () => {
    const ids = [ended(), ended(), { ...ended(), at: AT + 1 }, ended({ key: 'SIPSIP2/a2' })].map(
      (event) => deliveryOf(event, '').id,
    )
    expect(ids[0]).toBe(ids[1])
    expect(new Set(ids).size).toBe(3)
  })

  it('leaves out huge custom data, and marks it', () => {
    const sent = body(ended({ customData: { a: 'x'.repeat(1_000_000) } }))
    expect(sent).toMatchObject({ customDataLeftOut: true, type: 'ended' })
    expect(sent['customData']).toBeUndefined()
  })
})

describe('readWebhook', () => {
  const url = 'https://hooks.example.com/calls'
  const problems = (raw: unknown) =>
    readWebhook(raw, 'webhook').problems.map(({ path, why }) => `${path} ${why}`)

  it('is off until it is set', () => {
    expect(readWebhook(undefined, 'webhook').value).toEqual(WEBHOOK_OFF)
    expect(readWebhook({ url: '' }, 'webhook')).toEqual({ value: WEBHOOK_OFF, problems: [] })
  })

  it('reads an address with its events', () => {
    const raw = { on: true, url, events: ['ended'], once: true }
    expect(readWebhook(raw, 'webhook')).toEqual({ value: raw, problems: [] })
    expect(readWebhook({ on: true, url: 'http://127.0.0.1:9000/x' }, 'webhook').value.on).toBe(true)
  })

  it.each([
    ['x', 'webhook wrong-type'],
    [{ on: true }, 'webhook.url missing'],
    [{ on: true, url: 'http://hooks.example.com/' }, 'webhook.url url'],
    [{ on: true, url: 'https://me:pw@hooks.example.com/' }, 'webhook.url url'],
    [{ on: 'yes', url }, 'webhook.on wrong-type'],
    [{ on: true, url, events: ['hungup'] }, 'webhook.events unknown-word'],
    [{ on: true, url, secret: 's' }, 'webhook.secret unknown-key'],
  ])('is off for %j: %s', (raw, problem) => {
    expect(problems(raw)).toEqual([problem])
    expect(readWebhook(raw, 'webhook').value).toEqual(WEBHOOK_OFF)
  })
})
