import { expect, it } from 'vitest'
import { createWorld, type World } from '../../../simulator/world/world.ts'
import { worldCalls } from './world-calls.ts'

const START = Date.UTC(2026, 0, 15, 6)
const HERE = 'SIPSIP2'

function quietWorld(): World {
  const world = createWorld({ seed: 7, scenario: 'busy-shift', startAt: START, zone: 'UTC' })
  world.setQuiet(true)
  return world
}

const callsOf = (world: World) => worldCalls(world.callLog.records(Infinity))

it('is one call for each extension, whatever rang how often, with what came of it there', () => {
  const world = quietWorld()
  world.hand.call({ extension: HERE, ivrid: 'a' })
  world.hand.call({ extension: 'SIPSIP1', ivrid: 'a' })
  world.advanceTo(START + 5_000)
  world.hand.answer({ extension: 'SIPSIP1' })
  world.advanceTo(START + 65_000)
  world.hand.hangUp({ ivrid: 'a' })
  const { name } = world.agent('SIPSIP1')!
  expect(callsOf(world)).toMatchObject([
    { key: 'SIPSIP2/a', outcome: 'completed', talkSeconds: 0, answeredBy: name, isIncoming: true },
    { key: 'SIPSIP1/a', outcome: 'completed', talkSeconds: 60, answeredBy: '' },
  ])
})

it('puts the two legs of a click-to-call together, whatever their ids', () => {
  for (const sameId of [true, false]) {
    const world = quietWorld()
    world.clickToCall.show({ direction: 'Click2Call', word: 'Ringing', sameId })
    const placed = world.clickToCall.place(HERE, '972501234567')
    world.advanceTo(START + 4_000)
    world.hand.answer({ extension: HERE })
    world.advanceTo(START + 10_000)
    world.hand.hangUp({ extension: HERE })
    const calls = callsOf(world)
    expect(calls).toMatchObject([{ outcome: 'unanswered', isIncoming: false }])
    expect(calls[0]!.ids).toHaveLength(sameId ? 1 : 2)
    expect(placed.kind === 'placed' && calls[0]!.key).toBe(
      placed.kind === 'placed' && `${HERE}/${placed.ivrid}`,
    )
  }
})
