import { describe, expect, it } from 'vitest'
import type { Actor, HandResult } from './hand.ts'
import { createWorld, type World } from './world.ts'

const START = Date.UTC(2026, 6, 15, 6)
const HOUR = 3_600_000

function still(): { world: World; hand: Actor; phases: (extension: string) => string[] } {
  const world = createWorld({ seed: 7, scenario: 'busy-shift', startAt: START, zone: 'UTC' })
  world.setQuiet(true)
  const phases = (extension: string): string[] => world.agent(extension)!.legs.map(({ phase }) => phase)
  return { world, hand: world.hand, phases }
}

const idOf = (result: HandResult): string => {
  if (result.kind !== 'done' || result.ivrid === null) throw new Error(`not done: ${result.kind}`)
  return result.ivrid
}

describe('a call placed by hand', () => {
  it('rings until another command, in a busy world too', () => {
    const world = createWorld({ seed: 7, scenario: 'busy-shift', startAt: START, zone: 'UTC' })
    const ivrid = idOf(world.hand.call({ extension: 'SIPSIP2' }))
    world.advanceTo(START + HOUR)
    expect(world.agent('SIPSIP2')!.legs.map(({ call, phase }) => [call.ivrid, phase])).toEqual([
      [ivrid, 'Ringing'],
    ])
  })

  it('waits in the queue of an extension, rings there, and leaves the queue when answered', () => {
    const { world, hand, phases } = still()
    const ivrid = idOf(hand.wait({ extension: 'SIPSIP2', phone: '0501234567' }))
    const waiting = (): string[] =>
      world.queues().flatMap((queue) => world.waiting(queue).map((call) => call.ivrid))
    world.advanceTo(START + HOUR)
    expect(waiting()).toEqual([ivrid])
    hand.call({ extension: 'SIPSIP2', ivrid })
    expect([phases('SIPSIP2'), waiting()]).toEqual([['Ringing'], [ivrid]])
    hand.answer({ ivrid })
    expect([phases('SIPSIP2'), waiting()]).toEqual([['Talking'], []])
    expect(hand.wait({ extension: 'nobody' })).toEqual({ kind: 'unknown-extension' })
  })

  it('is answered, held, resumed, muted and ended by hand', () => {
    const { world, hand, phases } = still()
    const ivrid = idOf(hand.call({ extension: 'SIPSIP2' }))
    hand.answer({ extension: 'SIPSIP2' })
    expect(phases('SIPSIP2')).toEqual(['Talking'])
    hand.hold({ ivrid })
    expect(phases('SIPSIP2')).toEqual(['Hold'])
    hand.resume({ ivrid })
    hand.mute({ extension: 'SIPSIP2' }, true)
    expect(world.agent('SIPSIP2')!.legs[0]).toMatchObject({ phase: 'Talking', muted: true })
    world.advanceTo(START + HOUR)
    expect(phases('SIPSIP2')).toEqual(['Talking'])
    hand.hangUp({ ivrid })
    expect(phases('SIPSIP2')).toEqual([])
    expect(world.events().map(({ kind }) => kind)).toEqual([
      'call-began',
      'ring-began',
      'ring-ended',
      'answered',
      'held',
      'resumed',
      'muted',
      'talk-ended',
      'call-ended',
    ])
  })

  it('accepts hostile text unchanged', () => {
    const { world, hand } = still()
    const hostile = { phone: '<img src=x onerror=alert(1)>', name: '\u202Eevil\u0000', did: '💥'.repeat(500) }
    hand.call({ extension: 'SIPSIP2', ...hostile })
    expect(world.agent('SIPSIP2')!.legs[0]!.call).toMatchObject(hostile)
  })

  it('rings with one id on several extensions, until one of them answers', () => {
    const { hand, phases } = still()
    const ivrid = idOf(hand.call({ extension: 'SIPSIP1' }))
    hand.call({ extension: 'SIPSIP2', ivrid })
    expect(hand.call({ extension: 'SIPSIP2', ivrid })).toEqual({ kind: 'not-now', phase: 'Ringing' })
    hand.answer({ extension: 'SIPSIP1', ivrid })
    expect([phases('SIPSIP1'), phases('SIPSIP2')]).toEqual([['Talking'], []])
  })

  it('is declined by one phone and keeps ringing at the other', () => {
    const { hand, phases } = still()
    const ivrid = idOf(hand.call({ extension: 'SIPSIP1' }))
    hand.call({ extension: 'SIPSIP2', ivrid })
    hand.hangUp({ extension: 'SIPSIP2' })
    expect([phases('SIPSIP1'), phases('SIPSIP2')]).toEqual([['Ringing'], []])
  })

  it('names the call that it was transferred from', () => {
    const { world, hand, phases } = still()
    const from = idOf(hand.call({ extension: 'SIPSIP2', phone: '0501234567' }))
    hand.answer({ ivrid: from })
    const ivrid = idOf(hand.transfer({ ivrid: from }, 'SIPSIP1'))
    expect(phases('SIPSIP2')).toEqual([])
    expect(world.agent('SIPSIP1')!.legs[0]!.call).toMatchObject({
      ivrid,
      phone: '0501234567',
      customData: { OriginalIvrUniqueID: from },
    })
  })

  it('dials when outgoing, with no dialled number of its own', () => {
    const { world, hand, phases } = still()
    hand.call({ extension: 'SIPSIP2', direction: 'Outgoing' })
    expect(phases('SIPSIP2')).toEqual(['Dialing'])
    expect(world.agent('SIPSIP2')!.legs[0]!.call.did).toBe('')
  })
})

describe('a manual command that isn’t possible', () => {
  it('gets a sentence that says so', () => {
    const { hand } = still()
    expect(hand.call({ extension: 'sipsip2' })).toEqual({ kind: 'unknown-extension' })
    expect(hand.answer({ ivrid: 'no-such' })).toEqual({ kind: 'unknown-call' })
    expect(hand.mute({ extension: 'SIPSIP2' }, true)).toEqual({ kind: 'unknown-call' })
    const ivrid = idOf(hand.call({ extension: 'SIPSIP2' }))
    expect(hand.hold({ ivrid })).toEqual({ kind: 'not-now', phase: 'Ringing' })
    expect(hand.transfer({ ivrid }, 'nobody')).toEqual({ kind: 'unknown-extension' })
  })
})

describe('statuses by hand', () => {
  it('log out, log in and log a guest in', () => {
    const { world, hand } = still()
    const dana = world.agent('SIPSIP2')!
    hand.logOut('SIPSIP2')
    expect(dana).toMatchObject({ status: 2, onlineUserId: 0, representative: 'Dana Levi' })
    hand.setStatus('SIPSIP2', 3)
    expect(dana).toMatchObject({ status: 3, onlineUserId: dana.userId })
    hand.logIn('SIPSIP2', 'Yael Mor')
    expect(dana).toMatchObject({
      status: 1,
      representative: 'Yael Mor',
      onlineUserId: world.agent('SIPSIP1')!.userId,
    })
  })
})

describe('a mute through the API', () => {
  it('is not undone by a call that continues automatically', () => {
    const world = createWorld({ seed: 7, scenario: 'demo', startAt: START, zone: 'UTC' })
    world.advanceTo(START + 20_000)
    world.hand.mute({ extension: 'SIPSIP2' }, true)
    for (let second = 21; second < 66; second += 1) {
      world.advanceTo(START + second * 1_000)
      expect(world.agent('SIPSIP2')!.legs[0]!.muted).toBe(true)
    }
  })
})
