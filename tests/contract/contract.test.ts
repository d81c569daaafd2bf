import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../core/telephony/client.ts'
import type { Account } from './account.ts'
import { documentedShape } from './documented-shape.ts'
import { openFixtureAccount } from './fixture-account.ts'
import { openSimulatorAccount } from './simulator-account.ts'

const signal = (): AbortSignal => new AbortController().signal

const clientOf = (account: Account, code = account.code) =>
  createClient({
    fetch,
    now: Date.now,
    baseUrl: account.baseUrl,
    muteUrl: account.muteUrl,
    dialUrl: account.dialUrl,
    code,
    region: 'IL',
  })

async function post(url: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return JSON.parse(await response.text())
}

describe.each([
  ['the documented examples', openFixtureAccount],
  ['the simulator', openSimulatorAccount],
])('the telephony API of %s', (_player, open: () => Promise<Account>) => {
  let account: Account
  beforeAll(async () => {
    account = await open()
  })
  afterAll(() => account.close())

  it('responds in the documented form', async () => {
    const { baseUrl, muteUrl, code, ivrid } = account
    v.parse(documentedShape.extensions, await post(`${baseUrl}/GetExtensionsCalls`, { code }))
    v.parse(documentedShape.queues, await post(`${baseUrl}/GetQueuesCallers`, { code }))
    v.parse(documentedShape.mute, await post(muteUrl, { ivrid, state: '0' }))
  })

  it('lists every extension once, with nothing to repair', async () => {
    const outcome = await clientOf(account).extensions(null, signal())
    expect(outcome).toMatchObject({ kind: 'reached', repairs: [] })
    const names = outcome.kind === 'reached' ? outcome.answer.map((one) => one.extension) : []
    expect(names).toContain(account.extension)
    expect(new Set(names).size).toBe(names.length)
  })

  it('returns a named extension alone, with its call', async () => {
    expect(await clientOf(account).extensions(account.extension, signal())).toMatchObject({
      kind: 'reached',
      answer: [
        {
          extension: account.extension,
          calls: [
            { ivrid: account.ivrid, phase: 'talking', answered: true, phone: { e164: '+972722776772' } },
          ],
        },
      ],
    })
  })

  it.each(['NOSUCH99', 'sipsip2'])('returns no extension for %s', async (name) => {
    expect(await clientOf(account).extensions(name, signal())).toMatchObject({ kind: 'reached', answer: [] })
  })

  it('lists the queues, and each by its id', async () => {
    const client = clientOf(account)
    const all = await client.queues(null, signal())
    expect(all).toMatchObject({ kind: 'reached', repairs: [] })
    const queues = all.kind === 'reached' ? all.answer : []
    expect(queues.length).toBeGreaterThan(0)
    for (const { id, name } of queues) {
      expect(await client.queues(id, signal())).toMatchObject({ kind: 'reached', answer: [{ id, name }] })
    }
  })

  it('returns no queue for an unknown id', async () => {
    expect(await clientOf(account).queues('999', signal())).toMatchObject({ kind: 'reached', answer: [] })
  })

  it('mutes the recording of a call, and of an extension', async () => {
    const client = clientOf(account)
    const done = { kind: 'reached', answer: { kind: 'done' }, repairs: [] }
    expect(await client.mute({ ivrid: account.ivrid }, true, signal())).toMatchObject(done)
    expect(await client.mute({ extension: account.extension }, false, signal())).toMatchObject(done)
  })

  it('reports that there is no such call to mute', async () => {
    expect(await clientOf(account).mute({ ivrid: 'nowhere' }, true, signal())).toMatchObject({
      kind: 'reached',
      answer: { kind: 'no-such-call' },
    })
  })

  it('refuses a wrong code', async () => {
    const client = clientOf(account, 'another-code')
    expect(await client.extensions(null, signal())).toEqual({ kind: 'refused', why: 'code', err: 1 })
    expect(await client.queues(null, signal())).toEqual({ kind: 'refused', why: 'code', err: 1 })
  })
})
