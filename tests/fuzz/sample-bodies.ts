import { readFileSync } from 'node:fs'
import { extensionsAnswer } from '../../simulator/api/extensions-answer.ts'
import { queuesAnswer } from '../../simulator/api/queues-answer.ts'
import { createWorld } from '../../simulator/world/world.ts'

const START = Date.UTC(2026, 0, 15, 6)
const MINUTE_MS = 60_000
const account = { code: 'x', wrongCode: 'error' } as const

const example = (name: string): string =>
  readFileSync(new URL(`../fixtures/api/${name}.json`, import.meta.url), 'utf8')

/**
 * Good bodies to spoil: the documented examples, and responses of a busy call centre, about one extension and about
 * all.
 */
export function sampleBodies(): readonly string[] {
  const world = createWorld({
    seed: 5,
    scenario: 'busy-shift',
    startAt: START,
    zone: 'Asia/Jerusalem',
    change: { agents: 4, callsPerHour: 400 },
  })
  const answers = [2, 5, 9, 14].flatMap((minute) => {
    world.advanceTo(START + minute * MINUTE_MS)
    return [
      extensionsAnswer(world, account, { code: 'x', extension: 'SIPSIP2' }),
      extensionsAnswer(world, account, { code: 'x' }),
      queuesAnswer(world, account, { code: 'x' }),
    ].map((answer) => JSON.stringify(answer))
  })
  return [example('extensions'), example('queues'), example('mute'), ...answers]
}
