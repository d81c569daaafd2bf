import { expect, it } from 'vitest'
import { checkShift } from './check-shift.ts'
import { drawStory } from './draw-story.ts'
import { runShift } from './run-shift.ts'
import { storyLines } from './story-lines.ts'

it('runs the same story the same way, to the millisecond', async () => {
  const [one, other] = [await runShift(drawStory(5, 3, 2)), await runShift(drawStory(5, 3, 2))]
  expect(one.steps.length).toBeGreaterThan(500)
  expect(other.steps).toEqual(one.steps)
  expect(other.truth).toEqual(one.truth)
})

it('polls every five seconds, whatever goes wrong', async () => {
  const { steps, story } = await runShift({ ...drawStory(5, 0, 1), watched: 'extension', incidents: [] })
  expect(steps.filter(({ what }) => what.kind === 'good').length).toBeGreaterThan(story.lastsMs / 5_500)
})

it('doesn’t take a sleep during a request for a session that stopped', async () => {
  const slow = {
    kind: 'wire',
    atMs: 0,
    lastsMs: 3_600_000,
    fault: 'slow',
    about: 'all',
    amount: 4_000,
  } as const
  const sleeps = [1, 2, 3, 4, 5, 6].map(
    (nth) => ({ kind: 'sleep', atMs: nth * 500_000, lastsMs: 300_000, announced: false }) as const,
  )
  const story = { ...drawStory(5, 0, 1), watched: 'extension', incidents: [slow, ...sleeps] } as const
  expect((await runShift(story)).complaints).toEqual([])
})

it('starts nothing after the shift is over', async () => {
  const crash = { kind: 'crash', atMs: 3_590_000, lastsMs: 20_000 } as const
  const shift = await runShift({ ...drawStory(5, 0, 1), incidents: [crash] })
  expect(shift.steps.at(-1)!.what).toEqual({ kind: 'ended', how: 'quit' })
  expect(checkShift(shift)).toEqual([])
})

it('can be printed as readable lines', async () => {
  const shift = await runShift(drawStory(5, 3, 1))
  const found = [...checkShift(shift), { rule: 'a rule', at: shift.steps[100]!.at, what: 'it was broken' }]
  const lines = storyLines(shift, found)
  expect(lines.join('\n')).toMatch(/BROKEN, a rule: it was broken/)
  expect(lines.every((line) => /^\d{4}-\d\d-\d\dT/.test(line))).toBe(true)
})
