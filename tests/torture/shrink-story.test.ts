import { expect, it } from 'vitest'
import { drawStory } from './draw-story.ts'
import { shrinkStory } from './shrink-story.ts'
import type { Story } from './story.ts'

it('leaves only what the failure needs, in the shortest shift', async () => {
  const story = drawStory(3, 1, 8)
  const guilty = story.incidents[Math.floor(story.incidents.length / 2)]!
  const failsAt = (candidate: Story) => {
    const found = candidate.incidents.find(
      (one) => one.kind === guilty.kind && one.atMs % 1_000 === guilty.atMs % 1_000,
    )
    return Promise.resolve(found === undefined ? null : found.atMs + 10)
  }
  const small = await shrinkStory(
    { ...story, incidents: story.incidents.map((one) => ({ ...one })) },
    failsAt,
  )
  expect(small.incidents).toHaveLength(1)
  expect(small).toMatchObject({ callsPerHour: 0, outgoingPerHour: 0, agents: 2 })
  expect(small.lastsMs).toBeLessThanOrEqual(small.incidents[0]!.atMs + 11)
})

it('returns a story that does not fail unchanged', async () => {
  const story = drawStory(3, 2, 1)
  expect(await shrinkStory(story, () => Promise.resolve(null))).toEqual(story)
})
