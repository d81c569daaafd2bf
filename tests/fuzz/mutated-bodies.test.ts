import { expect, it } from 'vitest'
import { fuzzBodies } from './fuzz-bodies.ts'

const RUNS = 100_000

it(`the client takes ${RUNS.toLocaleString('en')} spoiled bodies without a throw, and keeps every call that has an id`, async () => {
  const { reached, calls } = await fuzzBodies(RUNS, 20261122)
  // If bodies were spoiled too much, there would be nothing left to get wrong.
  expect(reached).toBeGreaterThan(RUNS / 5)
  expect(calls).toBeGreaterThan(RUNS / 5)
})
