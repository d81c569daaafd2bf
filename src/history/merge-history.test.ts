import { describe, expect, it } from 'vitest'
import type { HistoryPage } from '../../core/history/history-question.ts'
import { aKeptCall } from '../testing/samples.ts'
import { mergeHistory } from './merge-history.ts'

const page = (places: readonly number[], next: number | null): HistoryPage => ({
  calls: places.map((place) => aKeptCall({ place, ivrid: String(place) })),
  next,
})
const places = ({ calls }: HistoryPage): number[] => calls.map(({ place }) => place)

describe('mergeHistory', () => {
  it('puts new calls before the pages that were loaded', () => {
    const merged = mergeHistory(page([9, 8, 7, 6], 6), page([10, 9, 8], 8))
    expect(places(merged)).toEqual([10, 9, 8, 7, 6])
    expect(merged.next).toBe(6)
  })

  it('drops calls of the first page that are no longer kept', () => {
    expect(places(mergeHistory(page([9, 8, 7, 6], 6), page([9, 7, 6], 6)))).toEqual([9, 7, 6])
  })

  it('begins afresh where the new page does not reach what was loaded', () => {
    expect(mergeHistory(page([5, 4], 4), page([10, 9, 8], 8))).toEqual(page([10, 9, 8], 8))
  })

  it('takes a page that holds all there is as it is', () => {
    expect(mergeHistory(page([9, 8, 7], 7), page([9], null))).toEqual(page([9], null))
  })
})
