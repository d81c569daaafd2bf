import { describe, expect, it } from 'vitest'
import { listOf, readThresholds, thresholdText } from './threshold-text.ts'

describe('thresholds of single queues', () => {
  it('are read as they are written', () => {
    expect(readThresholds(thresholdText({ '11': 60, sales: 300 }))).toEqual({ '11': 60, sales: 300 })
    expect(readThresholds(' ')).toEqual({})
  })

  it('are not a number if none was typed', () => {
    expect(readThresholds('11, 12: soon, 13:')).toEqual({ '': 11, '12': NaN, '13': NaN })
  })
})

describe('listOf', () => {
  it('leaves out what is empty', () => expect(listOf('11, ,12,')).toEqual(['11', '12']))
})
