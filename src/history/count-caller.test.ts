import { describe, expect, it } from 'vitest'
import type { HistoryPage, HistoryQuestion } from '../../core/history/history-question.ts'
import { aKeptCall, PHONE } from '../testing/samples.ts'
import { countCaller } from './count-caller.ts'

describe('countCaller', () => {
  it('counts over all pages, this caller’s calls alone', async () => {
    const asked: HistoryQuestion[] = []
    const pages: HistoryPage[] = [
      { calls: [aKeptCall(), aKeptCall({ phone: { kind: 'digits', received: '201' } })], next: 7 },
      { calls: [aKeptCall()], next: null },
    ]
    const count = await countCaller(PHONE, (question) => {
      asked.push(question)
      return Promise.resolve(pages[asked.length - 1] ?? null)
    })
    expect(count).toEqual({ calls: 2, least: false })
    expect(asked.map(({ text, before }) => [text, before])).toEqual([
      ['+972722776772', undefined],
      ['+972722776772', 7],
    ])
  })

  it('stops counting a caller of thousands', async () => {
    const page = { calls: Array.from({ length: 200 }, () => aKeptCall()), next: 1 }
    expect(await countCaller(PHONE, () => Promise.resolve(page))).toEqual({ calls: 2000, least: true })
  })

  it('knows nothing when main does not answer', async () => {
    expect(await countCaller(PHONE, () => Promise.resolve(null))).toBeNull()
  })
})
