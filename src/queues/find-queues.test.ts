import { expect, it } from 'vitest'
import { aQueue } from '../testing/samples.ts'
import { findQueues } from './find-queues.ts'

const queues = [
  aQueue({ id: '11', name: 'Sales North' }),
  aQueue({ id: '12', name: 'תמיכה Support' }),
  aQueue({ id: '112', name: '' }),
]

it.each([
  ['', ['11', '12', '112']],
  [' north ', ['11']],
  ['תמיכה', ['12']],
  ['תְּמִיכָה', ['12']],
  ['11', ['11']],
  ['112', ['112']],
  ['billing', []],
])('finds queues by a part of their name, and by their id: “%s”', (text, ids) => {
  expect(findQueues(queues, text).map(({ id }) => id)).toEqual(ids)
})
