import { expect, it } from 'vitest'
import type { BlindSpot } from '../../../core/report/blind-spot.ts'
import { good, START, step } from '../testing/sample-step.ts'
import { blindSpotsReported } from './blind-spots-reported.ts'

const MINUTE = 60_000
const steps = [START, START + 5_000, START + 5_000 + MINUTE].map((at) => step(at, good(at)))
const asleep = (from: number, to: number | null): BlindSpot => ({
  from: START + from,
  to: to === null ? null : START + to,
  why: 'asleep',
})
const whats = (...spots: readonly BlindSpot[]) => blindSpotsReported(steps, spots).map(({ what }) => what)

it('accepts a gap without a response that is reported, in one part or in two', () => {
  expect(whats(asleep(5_000, 65_000))).toEqual([])
  expect(whats(asleep(6_000, 30_000), asleep(30_000, 64_000))).toEqual([])
})

it('finds a gap that is not reported, or reported too short', () => {
  expect(whats()).toEqual(['blind from 08:00:05 to 08:01:05, reported 0 s of it'])
  expect(whats(asleep(5_000, 20_000))).toEqual(['blind from 08:00:05 to 08:01:05, reported 15 s of it'])
})

it('finds a good response in a reported gap', () => {
  expect(whats(asleep(-20_000, 65_000))).toEqual([
    'a good response within the blind spot 07:59:40 to 08:01:05, asleep',
  ])
  expect(whats(asleep(5_000, null))).toHaveLength(1)
})

it('accepts a response in a reported gap that was held back, and counted only once the gap had gone on', () => {
  const at = START + 30_000
  const [first, response, last] = [START, at, START + MINUTE].map((time) => step(time, good(time)))
  const held = step(at, { kind: 'held' })
  const spots = [asleep(0, 45_000), asleep(45_000, 60_000)]
  expect(blindSpotsReported([first!, held, response!, last!], spots)).toEqual([])
  expect(blindSpotsReported([first!, response!, last!], spots)).toHaveLength(1)
})
