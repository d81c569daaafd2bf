import { describe, expect, it } from 'vitest'
import type { AgentState } from '../../core/domain.ts'
import { openJournal } from '../../core/journal/open-journal.ts'
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts'
import { en } from '../../core/words/en.ts'
import { createHistory } from './history.ts'
import { missed, ringing, sampleCall } from './sample-call.fake.ts'

const NOW = Date.UTC(2026, 0, 15, 10, 0, 0)

function setUp(write: (file: string, chunks: Iterable<string>) => Promise<void>) {
  const { journal } = openJournal({ path: ':memory:', now: () => NOW, log: () => undefined })
  const call = sampleCall({ startedAt: NOW, phaseSince: NOW })
  const state = (calls: AgentState['calls']): AgentState => ({
    agent: null,
    calls,
    connection: { kind: 'live' },
    lastGoodAt: NOW,
    clock: null,
  })
  journal.record({ state: state([call]), events: [ringing(call, NOW)] }, NOW)
  journal.record({ state: state([]), events: [missed(call, NOW + 9_000)] }, NOW + 9_000)
  const history = createHistory({
    journal: () => journal,
    settings: () => DEFAULT_SETTINGS,
    words: () => en,
    now: () => NOW + 10_000,
    place: (name) => `/downloads/${name}`,
    write,
  })
  return { history, journal, call }
}

describe('history', () => {
  it('writes what is kept to a file named for the moment', async () => {
    const written: string[] = []
    const { history } = setUp((file, chunks) => {
      written.push(file, [...chunks].join(''))
      return Promise.resolve()
    })
    expect(await history.export('csv')).toEqual({
      kind: 'exported',
      file: '/downloads/ringside-2026-01-15T10-00-10.csv',
    })
    expect(written[1]).toContain('072-277-6772')
    expect(await history.export('json')).toMatchObject({ kind: 'exported' })
    expect(JSON.parse(written[3]!)).toMatchObject([{ ivrid: '1', outcome: 'missed' }])
  })

  it('says when the file could not be written', async () => {
    const { history } = setUp(() => Promise.reject(new Error('full')))
    expect(await history.export('csv')).toEqual({ kind: 'failed' })
  })

  it('forgets a caller by one of their calls', () => {
    const { history, journal, call } = setUp(() => Promise.resolve())
    expect(history.forget('SIPSIP2/unknown')).toBe(0)
    expect(history.forget(call.key)).toBe(1)
    expect(journal.call(call.key)).toBeNull()
  })

  it('reports on whole days, today among them', () => {
    const { history } = setUp(() => Promise.resolve())
    const { from, to, report, pollSeconds } = history.report(1)
    expect(new Date(from).getHours()).toBe(0)
    expect([to, report.rings, pollSeconds]).toEqual([NOW + 10_000, 1, 5])
  })
})
