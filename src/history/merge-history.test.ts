import { describe, expect, it } from 'vitest'
import type { HistoryPage } from '../../core/history/history-request.ts'
import { aStoredCall } from '../testing/samples.ts'
import { mergeHistory } from './merge-history.ts'

const page = (positions: readonly number[], next: number | null): HistoryPage => ({
  calls: positions.map((rowId) => aStoredCall({ rowId, ivrid: String(rowId) })),
  next,
})
const positions = ({ calls }: HistoryPage): number[] => calls.map(({ rowId }) => rowId)

describe('mergeHistory', () => {
  it('puts new calls before the loaded pages', () => {
    const merged = mergeHistory(page([9, 8, 7, 6], 6), page([10, 9, 8], 8))
    expect(positions(merged)).toEqual([10, 9, 8, 7, 6])
    expect(merged.next).toBe(6)
  })

  it('drops calls of the first page that are no longer stored', () => {
    expect(positions(mergeHistory(page([9, 8, 7, 6], 6), page([9, 7, 6], 6)))).toEqual([9, 7, 6])
  })

  it('starts over if the new page does not reach the loaded ones', () => {
    expect(mergeHistory(page([5, 4], 4), page([10, 9, 8], 8))).toEqual(page([10, 9, 8], 8))
  })

  it('uses a page with all calls unchanged', () => {
    expect(mergeHistory(page([9, 8, 7], 7), page([9], null))).toEqual(page([9], null))
  })
})
