import { describe, expect, it } from 'vitest'
import { aCall } from '../testing/samples.ts'
import { orderCards } from './order-cards.ts'

const talking = aCall({ ivrid: 'talking', phase: 'talking' })
const held = aCall({ ivrid: 'held', phase: 'held' })
const ringing = aCall({ ivrid: 'ringing' })
const ids = (calls: readonly { ivrid: string }[]): string[] => calls.map((call) => call.ivrid)

describe('orderCards', () => {
  it('puts ringing calls first and leaves the order of the others', () => {
    expect(ids(orderCards([], [talking, held, ringing]))).toEqual(['ringing', 'talking', 'held'])
  })

  it('leaves a call in position when it stops ringing', () => {
    const answered = aCall({ ivrid: 'ringing', phase: 'talking' })
    const before = [ringing.key, talking.key, held.key]
    expect(ids(orderCards(before, [talking, held, answered]))).toEqual(['ringing', 'talking', 'held'])
  })

  it('puts a second ring behind the first', () => {
    const second = aCall({ ivrid: 'second' })
    expect(ids(orderCards([ringing.key, held.key], [second, held, ringing]))).toEqual([
      'ringing',
      'second',
      'held',
    ])
  })

  it('puts a new call that does not ring last', () => {
    expect(ids(orderCards([held.key], [talking, held]))).toEqual(['held', 'talking'])
  })
})
