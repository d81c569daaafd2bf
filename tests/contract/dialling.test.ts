import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../../core/telephony/client.ts'
import type { DialOrder, TelephonyClient } from '../../core/telephony/telephony-client.ts'
import { gatewayClient } from '../../core/telephony/testing/gateway-client.ts'
import { openSimulatorAccount, type SimulatorAccount } from './simulator-account.ts'

const signal = (): AbortSignal => new AbortController().signal
const order: DialOrder = { extension: 'SIPSIP2', target: '972501234567', record: null, callerId: null }

let account: SimulatorAccount
beforeAll(async () => {
  account = await openSimulatorAccount()
})
afterAll(() => account.close())
beforeEach(async () => {
  await account.sim('clear')
  await account.sim('first-leg')
  await fetch(new URL('/sim/fault', account.baseUrl), { method: 'DELETE' })
})

const direct = (code = account.code): TelephonyClient =>
  createClient({ ...account, code, fetch, now: Date.now, region: 'IL' })

const throughGateway = (): TelephonyClient =>
  gatewayClient(direct(), { extension: 'SIPSIP2', dials: 1_000, prefixes: [] })

/** The calls on the extension, as the port shows them. */
async function calls(client: TelephonyClient) {
  const outcome = await client.extensions('SIPSIP2', signal())
  return outcome.kind === 'reached' ? (outcome.answer[0]?.calls ?? []) : []
}

describe.each([
  ['the account itself', () => direct()],
  ['a gateway in front of it', throughGateway],
])('a call placed through %s', (_way, open: () => TelephonyClient) => {
  it('rings at the agent’s own phone, then at the target, and both talk', async () => {
    const client = open()
    const placed = await client.dial(order, signal())
    expect(placed).toMatchObject({ kind: 'reached', repairs: [], answer: { kind: 'accepted' } })
    const callId =
      placed.kind === 'reached' && placed.answer.kind === 'accepted' ? placed.answer.callId : null
    const shown = { ivrid: callId, direction: 'click-to-call', phone: { e164: '+972501234567' } }
    expect(await calls(client)).toMatchObject([{ ...shown, phase: 'ringing' }])
    await account.sim('answer', { extension: 'SIPSIP2' })
    expect(await calls(client)).toMatchObject([{ ...shown, phase: 'dialing' }])
    await account.sim('answer', { extension: 'SIPSIP2' })
    expect(await calls(client)).toMatchObject([{ ...shown, phase: 'talking', answered: true }])
    expect(await client.hangUp('SIPSIP2', signal())).toMatchObject({ answer: { kind: 'accepted' } })
    expect(await calls(client)).toEqual([])
  })

  it('may have another id and other words while the agent’s phone rings', async () => {
    const client = open()
    await account.sim('first-leg', { direction: 'Outgoing', word: 'Dialing', sameId: false })
    const placed = await client.dial(order, signal())
    const callId =
      placed.kind === 'reached' && placed.answer.kind === 'accepted' ? placed.answer.callId : null
    const [first] = await calls(client)
    expect(first).toMatchObject({ direction: 'outgoing', phase: 'dialing' })
    expect(first?.ivrid).not.toBe(callId)
    await account.sim('answer', { extension: 'SIPSIP2' })
    expect(await calls(client)).toMatchObject([{ ivrid: callId, phase: 'dialing' }])
  })

  it.each([
    ['declined-1', { kind: 'reached', answer: { kind: 'declined', why: 'parameters', code: '1' } }],
    ['declined-2', { kind: 'reached', answer: { kind: 'declined', why: 'fault' } }],
    ['declined-3', { kind: 'reached', answer: { kind: 'declined', why: 'offline' } }],
    ['declined-4', { kind: 'reached', answer: { kind: 'declined', why: 'blocked' } }],
    ['as-text', { kind: 'reached', answer: { kind: 'accepted' } }],
    ['as-xml', { kind: 'reached', answer: { kind: 'accepted' } }],
    ['403', { kind: 'refused', why: 'address' }],
    ['429', { kind: 'limited' }],
    ['500', { kind: 'faulty', status: 500 }],
    ['web-page', { kind: 'malformed', why: 'web-page' }],
    ['lost-answer', { kind: 'unreachable', why: 'connection-lost' }],
  ])('has its own outcome if the response is %s', async (kind, outcome) => {
    await account.sim('fault', { kind, count: 1, endpoint: 'dial' })
    expect(await open().dial(order, signal())).toMatchObject(outcome)
  })

  it('is refused while the phone is offline, and for an unknown extension', async () => {
    await account.sim('offline', { extension: 'SIPSIP2' })
    expect(await open().dial(order, signal())).toMatchObject({ answer: { why: 'offline' } })
    await account.sim('offline', { extension: 'SIPSIP2', offline: false })
    expect(await open().dial({ ...order, extension: 'NOSUCH99' }, signal())).toMatchObject({
      answer: { kind: 'declined' },
    })
  })
})

describe('a gateway', () => {
  it('places calls only from the agent’s extension, and only as often and to where it allows', async () => {
    const client = gatewayClient(direct(), { extension: 'SIPSIP2', dials: 1, prefixes: ['972'] })
    const blocked = { answer: { kind: 'declined', why: 'blocked' } }
    expect(await client.dial({ ...order, extension: 'SIPSIP1' }, signal())).toMatchObject(blocked)
    expect(await client.hangUp('SIPSIP1', signal())).toMatchObject(blocked)
    expect(await client.dial({ ...order, target: '15551234567' }, signal())).toMatchObject(blocked)
    expect(await client.dial(order, signal())).toMatchObject({ answer: { kind: 'accepted' } })
    expect(await client.dial(order, signal())).toMatchObject(blocked)
    expect(await client.extensions('SIPSIP1', signal())).toMatchObject({ answer: [] })
  })
})

it('sends the code only in the body, and never by GET', async () => {
  await direct().dial(order, signal())
  const { recent } = (await (await fetch(new URL('/sim/requests', account.baseUrl))).json()) as {
    recent: readonly { endpoint: string; method: string; codeIn: string }[]
  }
  const dials = recent.filter(({ endpoint }) => endpoint === 'dial')
  expect(dials.length).toBeGreaterThan(0)
  for (const { method, codeIn } of dials) expect([method, codeIn]).toEqual(['POST', 'body'])
})
