import { describe, expect, it } from 'vitest'
import type { ReadCall, ReadExtension } from '../domain.ts'
import { readPhone } from '../phone.ts'
import { seenCall } from '../testing/seen.ts'
import { virtualClock } from '../testing/virtual-clock.ts'
import type { TelephonyClient } from '../telephony/telephony-client.ts'
import { createExpectedLegs } from './expected-legs.ts'
import type { ExpectedLeg } from './own-legs.ts'

const NOW = 1_790_000_000_000
const LEG: ExpectedLeg = {
  ...{ id: 'd1', extension: 'SIPSIP2', target: '972501234567', callId: null, sentAt: NOW, before: [] },
}

const call = (changes: Partial<ReadCall>): ReadCall => {
  const ivrid = changes.ivrid ?? 'a1'
  const own = { key: `SIPSIP2/${ivrid}`, extension: 'SIPSIP2', direction: 'unknown' as const }
  return {
    ...seenCall({ ivrid, phase: 'ringing' }),
    phone: readPhone('0501234567', 'IL'),
    ...own,
    ...changes,
  }
}

function desk() {
  const clock = virtualClock(NOW)
  let answer: readonly ReadExtension[] = []
  const legs = createExpectedLegs(clock.after)
  const none = (): Promise<never> => Promise.reject(new Error('not asked'))
  const bare: TelephonyClient = {
    limits: { requestMs: 1, holdMs: 1, blindMs: 1 },
    extensions: () =>
      Promise.resolve({
        kind: 'reached',
        answer,
        repairs: [],
        sentAt: NOW,
        receivedAt: NOW,
        serverDate: null,
      }),
    ...{ queues: none, mute: none, dial: none, hangUp: none, setStatus: none },
  }
  const client = legs.client(bare)
  return {
    legs,
    later: clock.advance,
    async list() {
      const attempt = await client.extensions('SIPSIP2', new AbortController().signal)
      return attempt.kind === 'reached' ? attempt.answer : []
    },
    shows(...calls: readonly ReadCall[]) {
      answer = [
        {
          ...{ extension: 'SIPSIP2', owner: 'Dana', representative: 'Dana', onlineUserId: 7 },
          ...{ status: { word: 'login', number: 1 }, calls },
        },
      ]
    },
    async directions() {
      return (await this.list()).flatMap(({ calls }) => calls.map(({ direction }) => direction))
    },
  }
}

describe('the agent’s own ringing phone', () => {
  it('is recognised by its number, until it can’t ring any more', async () => {
    const { legs, shows, later, list, directions } = desk()
    shows(call({}))
    expect(await directions.call({ list })).toEqual(['unknown'])
    legs.expect(LEG)
    expect(await directions.call({ list })).toEqual(['click-to-call'])
    await later(90_000)
    expect(await directions.call({ list })).toEqual(['unknown'])
  })

  it('is recognised by its id, whatever its direction and number', async () => {
    const desk1 = desk()
    desk1.legs.expect({ ...LEG, callId: 'a1' })
    desk1.shows(call({ direction: 'incoming', phone: readPhone('Anonymous', 'IL') }))
    expect(await desk1.directions()).toEqual(['click-to-call'])
  })

  it('is only the first call with that number: a later or an incoming one is a caller’s', async () => {
    const one = desk()
    one.legs.expect(LEG)
    one.shows(call({ ivrid: 'a1' }))
    await one.list()
    one.shows(call({ ivrid: 'a1' }), call({ ivrid: 'b2' }), call({ ivrid: 'c3', direction: 'incoming' }))
    expect(await one.directions()).toEqual(['click-to-call', 'unknown', 'incoming'])
    const two = desk()
    two.legs.expect(LEG)
    two.shows(call({ ivrid: 'a1', direction: 'click-to-call' }), call({ ivrid: 'b2' }))
    expect(await two.directions()).toEqual(['click-to-call', 'unknown'])
  })

  it('is told apart from another placed call that still lasts, whichever is shown first', async () => {
    const other = { ...LEG, id: 'd2', target: '972529999999' }
    const talks = call({ ivrid: 'b2', direction: 'click-to-call', phone: readPhone('0529999999', 'IL') })
    for (const calls of [
      [talks, call({})],
      [call({}), talks],
    ]) {
      const one = desk()
      for (const leg of [other, LEG]) one.legs.expect(leg) // as a restart finds them, with nothing about calls before
      one.shows(talks)
      await one.list()
      one.shows(...calls)
      expect(await one.directions()).toEqual(['click-to-call', 'click-to-call'])
    }
  })

  it('isn’t a call that existed before, has another number, or is on another extension', async () => {
    const one = desk()
    one.legs.expect({ ...LEG, before: ['SIPSIP2/a1'] })
    one.shows(
      call({ ivrid: 'a1' }),
      call({ ivrid: 'b2', phone: readPhone('0529999999', 'IL') }),
      call({ ivrid: 'c3', extension: 'SIPSIP1', key: 'SIPSIP1/c3' }),
    )
    expect(await one.directions()).toEqual(['unknown', 'unknown', 'unknown'])
  })

  it('doesn’t replace a response that is unchanged', async () => {
    const one = desk()
    one.shows(call({}))
    const plain = await one.list()
    expect(await one.list()).toBe(plain)
    one.legs.expect(LEG)
    const changed = await one.list()
    expect(changed).not.toBe(plain)
    expect(await one.list()).toBe(changed)
  })
})
