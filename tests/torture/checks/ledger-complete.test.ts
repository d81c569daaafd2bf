import { expect, it } from 'vitest'
import { good, ringAlert, START, step, viewedCall } from '../testing/sample-step.ts'
import { ledgerComplete } from './ledger-complete.ts'

const steps = [
  step(START, good(START, viewedCall('a')), { alerts: [ringAlert('a')] }),
  step(START + 5_000, good(START + 5_000, viewedCall('a'))),
]
const whats = (rings: number, alerted: number) =>
  ledgerComplete(steps, { rings, alerted, outcomes: {}, delays: null, blindSpots: [] }).map(
    ({ what }) => what,
  )

it('accepts each ring once, and an alert that the system refused', () => {
  expect([...whats(1, 1), ...whats(1, 0)]).toEqual([])
})

it('finds a ring that is stored twice or missing, and an alert that never happened', () => {
  expect(whats(2, 1)).toEqual(['2 rings in the ledger, 1 seen'])
  expect(whats(0, 0)).toEqual(['0 rings in the ledger, 1 seen'])
  expect(whats(1, 2)).toEqual(['2 rings in the ledger as alerted, 1 alerts'])
})
