import { expect, it } from 'vitest'
import { createServerDates } from './server-dates.ts'
import type { About } from './step.ts'
import { START } from './testing/sample-step.ts'

/** Which of these responses count, by their dates in seconds. */
function counted(...responses: readonly (readonly [number, About?, string?])[]) {
  const dates = createServerDates()
  return responses.map(([s, about = 'extension', body = '{}']) =>
    dates.arrived({ about, date: START + s * 1000, body }),
  )
}

it('recognises a response from before the last one that counted', () => {
  expect(counted([0], [5], [0], [10])).toEqual([true, true, false, true])
  expect(counted([0], [60, 'everyone'], [30])).toEqual([true, true, false])
  expect(counted([0], [60, 'queues'], [30])).toEqual([true, true, true])
})

it('accepts older ones that advance, and none that is repeated', () => {
  expect(counted([60], [0], [0], [0])).toEqual([true, false, false, false])
  expect(counted([60], [0], [5], [10])).toEqual([true, false, true, true])
  expect(counted([60], [0], [65], [5])).toEqual([true, false, true, false])
  expect(counted([60], [0], [0, 'extension', '{"ERR":0}'])).toEqual([true, false, true])
})
