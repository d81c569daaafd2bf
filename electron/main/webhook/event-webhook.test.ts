import { describe, expect, it, vi } from 'vitest'
import { WEBHOOK_OFF } from '../../../core/webhook/webhook-settings.ts'
import type { WebhookSettings } from '../../../core/webhook/webhook-settings.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createEventWebhook } from './event-webhook.ts'
import { missed, ringing, sampleCall } from '../testing/sample-call.ts'

function setUp(change: Partial<WebhookSettings> = {}) {
  const clock = virtualClock(1_000_000)
  const got: { readonly url: string; readonly body: string }[] = []
  const onState = vi.fn()
  const noted: string[] = []
  const is = {
    settings: { ...WEBHOOK_OFF, on: true, url: 'https://hooks.example.com/', ...change },
    secret: 's3cret' as string | null,
    demo: false,
    status: 200,
  }
  const webhook = createEventWebhook({
    settings: () => is.settings,
    secret: () => is.secret,
    isDemo: () => is.demo,
    store: () => ({ wasFired: () => false, noteFired: (rule) => void noted.push(rule) }),
    fetch: ((url: string, init: RequestInit) => {
      got.push({ url, body: init.body as string })
      return Promise.resolve(new Response(null, { status: is.status }))
    }) as typeof fetch,
    clock,
    random: () => 0.5,
    onState,
  })
  webhook.reconfigure()
  return { webhook, clock, got, onState, noted, is }
}

const call = sampleCall()

describe('the configured webhook', () => {
  it('sends the wanted events, without delaying the caller', async () => {
    const { webhook, clock, got } = setUp({ events: ['ended'] })
    webhook.follow([ringing(call), missed(call)], 'Dana')
    expect(got).toEqual([])
    await clock.advance(0)
    expect(got.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      { type: 'ended', outcome: 'missed', call: { ivrid: '1', agent: 'Dana' } },
    ])
  })

  it.each([
    ['switched off', { on: false }, 's3cret', false],
    ['without a secret', {}, null, false],
    ['in the demo', {}, 's3cret', true],
  ])('sends nothing %s', async (_, change, secret, demo) => {
    const { webhook, clock, got, is } = setUp(change)
    Object.assign(is, { secret, demo })
    webhook.reconfigure()
    webhook.follow([ringing(call)], '')
    await clock.advance(60_000)
    expect(got).toEqual([])
  })

  it('sends to this computer in the demo too: to try it out', async () => {
    const { webhook, clock, got, is } = setUp({ url: 'http://127.0.0.1:9/' })
    is.demo = true
    webhook.reconfigure()
    webhook.follow([ringing(call)], '')
    await clock.advance(0)
    expect(got).toHaveLength(1)
  })

  it('starts over at another address, and sends it nothing meant for the first', async () => {
    const { webhook, clock, got, is } = setUp()
    is.status = 500
    webhook.follow([ringing(call)], '')
    await clock.advance(0)
    is.settings = { ...is.settings, url: 'https://other.example/' }
    webhook.reconfigure()
    await clock.advance(300_000)
    expect(got.map(({ url }) => url)).toEqual(['https://hooks.example.com/'])
    expect(webhook.state()).toMatchObject({ waiting: 0, lost: 0 })
  })

  it('continues if only the events changed', async () => {
    const { webhook, clock, is } = setUp()
    webhook.follow([ringing(call)], '')
    await clock.advance(0)
    is.settings = { ...is.settings, events: ['ended'] }
    webhook.reconfigure()
    expect(webhook.state().delivered).toBe(1)
  })

  it('reports its state at most twice a second', async () => {
    const { webhook, clock, onState } = setUp()
    await clock.advance(500)
    onState.mockClear()
    for (let index = 0; index < 20; index++) webhook.follow([ringing(sampleCall({ key: `x/${index}` }))], '')
    await clock.advance(499)
    expect(onState).toHaveBeenCalledTimes(0)
    await clock.advance(1)
    expect(onState).toHaveBeenCalledTimes(1)
    await clock.advance(60_000)
    expect(onState).toHaveBeenCalledTimes(1)
  })

  it('records what it sends before sending, if an event must not be sent twice', async () => {
    const { webhook, clock, noted } = setUp({ once: true })
    webhook.follow([ringing(call)], '')
    await clock.advance(0)
    expect(noted).toEqual(['webhook ringing'])
  })

  it('ends with nothing left to wait for', async () => {
    const { webhook, clock, is } = setUp()
    is.status = 500
    webhook.follow([ringing(call)], '')
    await clock.advance(0)
    webhook.end()
    expect(clock.waiting()).toBe(0)
  })
})
