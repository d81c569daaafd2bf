import { expect, it } from 'vitest'
import type { BlindSpot } from '../../../core/report/blind-spot.ts'
import { good, START, step } from '../testing/sample-step.ts'
import { blindSpotsTold } from './blind-spots-told.ts'

const MINUTE = 60_000
const steps = [START, START + 5_000, START + 5_000 + MINUTE].map((at) => step(at, good(at)))
const asleep = (from: number, to: number | null): BlindSpot => ({
  from: START + from,
  to: to === null ? null : START + to,
  why: 'asleep',
})
const whats = (...spots: readonly BlindSpot[]) => blindSpotsTold(steps, spots).map(({ what }) => what)

it('is content when the span without an answer is told, in one part or in two', () => {
  expect(whats(asleep(5_000, 65_000))).toEqual([])
  expect(whats(asleep(6_000, 30_000), asleep(30_000, 64_000))).toEqual([])
})

it('finds the span that is not told, or told too short', () => {
  expect(whats()).toEqual(['blind from 08:00:05 to 08:01:05, told 0 s of it'])
  expect(whats(asleep(5_000, 20_000))).toEqual(['blind from 08:00:05 to 08:01:05, told 15 s of it'])
})

it('finds the good answer in a span that is told as blind', () => {
  expect(whats(asleep(-20_000, 65_000))).toEqual([
    'a good answer within the blind spot 07:59:40 to 08:01:05, asleep',
  ])
  expect(whats(asleep(5_000, null))).toHaveLength(1)
})
