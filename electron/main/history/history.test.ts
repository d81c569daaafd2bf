import { describe, expect, it, vi } from 'vitest'
import type { AgentState } from '../../../core/domain.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import { inMemory } from '../../../core/history/testing/in-memory.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings/settings.ts'
import { useZone } from '../../../core/testing/use-zone.ts'
import { en } from '../../../core/words/en.ts'
import { join } from 'node:path'
import { createHistory, type HistoryParts } from './history.ts'
import { missed, ringing, sampleCall } from '../testing/sample-call.ts'

const NOW = Date.UTC(2026, 0, 15, 10, 0, 0)
const NAME = 'ringside-2026-01-15T10-00-10.csv'

function setUp(
  write: (file: string, chunks: Iterable<string>) => Promise<void>,
  now = NOW + 10_000,
  more: Partial<Pick<HistoryParts, 'downloads' | 'chooseFolder' | 'region' | 'book'>> = {},
) {
  const shown: string[] = []
  const { journal } = openJournal({ ...inMemory, now: () => NOW, log: () => undefined })
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
    now: () => now,
    downloads: () => '/downloads',
    chooseFolder: () => Promise.resolve(null),
    write,
    showFile: (file) => shown.push(file),
    ...more,
  })
  return { history, journal, call, shown }
}

describe('history', () => {
  it.each([
    ['he-IL', 'Started,Ended'],
    ['ru-RU', 'Started;Ended'],
  ])('writes a CSV file for the computer’s region, %s, whatever the language', async (region, begins) => {
    const written: string[] = []
    const take = (_: string, chunks: Iterable<string>) => {
      written.push(...chunks)
      return Promise.resolve()
    }
    await setUp(take, NOW, { region: () => region }).history.export('csv')
    expect(written[0]).toContain(begins)
  })

  it('writes the stored calls to a file named after the moment', async () => {
    const written: string[] = []
    const { history } = setUp((file, chunks) => {
      written.push(file, [...chunks].join(''))
      return Promise.resolve()
    })
    expect(await history.export('csv')).toEqual({
      kind: 'exported',
      file: join('/downloads', NAME),
    })
    expect(written[1]).toContain('072-277-6772')
    expect(await history.export('json')).toMatchObject({ kind: 'exported' })
    expect(JSON.parse(written[3]!)).toMatchObject([{ ivrid: '1', outcome: 'missed' }])
  })

  describe('without a downloads folder', () => {
    const missing = Object.assign(new Error('gone'), { code: 'ENOENT' })
    const writesIn = (folder: string) => (file: string) =>
      file.startsWith(folder) ? Promise.resolve() : Promise.reject(missing)

    it('asks for a folder, and writes there', async () => {
      const chooseFolder = () => Promise.resolve('/chosen')
      const exported = { kind: 'exported', file: join('/chosen', NAME) }
      const write = writesIn('/chosen')
      expect(await setUp(write, undefined, { chooseFolder }).history.export('csv')).toEqual(exported)
      const nowhere = { chooseFolder, downloads: () => null }
      expect(await setUp(write, undefined, nowhere).history.export('csv')).toEqual(exported)
    })

    it('writes nothing when none is chosen, and reports when the chosen one can’t be written either', async () => {
      const write = writesIn('/elsewhere')
      expect(await setUp(write).history.export('csv')).toEqual({ kind: 'cancelled' })
      const chooseFolder = () => Promise.resolve('/chosen')
      expect(await setUp(write, undefined, { chooseFolder }).history.export('csv')).toEqual({
        kind: 'failed',
      })
    })
  })

  it.each(['ENOTDIR', 'EACCES', 'EROFS', 'EIO', 'ESTALE', 'ENODEV', 'ETIMEDOUT', 'EHOSTDOWN', 'UNKNOWN'])(
    'asks for a folder if the downloads folder is on a drive that responds with %s',
    async (code) => {
      const write = (file: string) =>
        file.startsWith('/chosen')
          ? Promise.resolve()
          : Promise.reject(Object.assign(new Error('gone'), { code }))
      const { history } = setUp(write, undefined, { chooseFolder: () => Promise.resolve('/chosen') })
      expect(await history.export('csv')).toMatchObject({ kind: 'exported' })
    },
  )

  it('asks for no folder if the disk is full or the history can’t be read', async () => {
    for (const code of ['ENOSPC', 'ERR_SQLITE_ERROR']) {
      const error = Object.assign(new Error('no'), { code })
      const chooseFolder = () => Promise.resolve('/chosen')
      const { history } = setUp(() => Promise.reject(error), undefined, { chooseFolder })
      expect(await history.export('csv')).toEqual({ kind: 'failed' })
    }
  })

  it('shows the last written file in its folder', async () => {
    const { history, shown } = setUp(() => Promise.resolve())
    history.showExport()
    expect(shown).toEqual([])
    await history.export('csv')
    history.showExport()
    expect(shown).toEqual([join('/downloads', NAME)])
  })

  it('reports when the file could not be written', async () => {
    const { history } = setUp(() => Promise.reject(new Error('full')))
    expect(await history.export('csv')).toEqual({ kind: 'failed' })
  })

  it('counts the calls that deleting a caller would remove', () => {
    const { history, call } = setUp(() => Promise.resolve())
    expect([history.countCaller('SIPSIP2/unknown'), history.countCaller(call.key)]).toEqual([0, 1])
    expect(history.forget(call.key)).toEqual({ kind: 'deleted', calls: 1 })
    expect(history.countCaller(call.key)).toBe(0)
  })

  it('deletes nothing of a caller whom the address book can’t delete, so that it can be tried again', () => {
    let canDelete = false
    const book = () => ({ forgetCaller: () => canDelete })
    const { history, call } = setUp(() => Promise.resolve(), undefined, { book })
    expect([history.forget(call.key), history.countCaller(call.key)]).toEqual([{ kind: 'not-deleted' }, 1])
    canDelete = true
    expect(history.forget(call.key)).toEqual({ kind: 'deleted', calls: 1 })
  })

  it('deletes a caller from neither the address book nor the history while the history can’t be written', () => {
    const book = { forgetCaller: vi.fn(() => true) }
    const { history, journal, call } = setUp(() => Promise.resolve(), undefined, { book: () => book })
    vi.spyOn(journal, 'trouble').mockReturnValue({ kind: 'memory', why: 'full' })
    expect(history.forget(call.key)).toEqual({ kind: 'not-deleted' })
    expect(book.forgetCaller).not.toHaveBeenCalled()
  })

  it('deletes a caller by one of their calls', () => {
    const { history, journal, call } = setUp(() => Promise.resolve())
    expect(history.forget('SIPSIP2/unknown')).toEqual({ kind: 'deleted', calls: 0 })
    expect(history.forget(call.key)).toEqual({ kind: 'deleted', calls: 1 })
    expect(journal.call(call.key)).toBeNull()
  })

  it('reports on full days, including today', () => {
    const { history } = setUp(() => Promise.resolve())
    const { from, to, report, pollSeconds } = history.report(1)
    expect(new Date(from).getHours()).toBe(0)
    expect([to, report.rings, pollSeconds]).toEqual([NOW + 10_000, 1, 5])
  })

  describe.each([
    ['Asia/Jerusalem', '2026-03-28T00:30+03:00', '2026-03-27T00:00+02:00'],
    ['America/New_York', '2026-11-01T23:30-05:00', '2026-10-31T00:00-04:00'],
    ['America/St_Johns', '2026-03-09T00:30-02:30', '2026-03-08T00:00-03:30'],
  ])('where clocks change, in %s', (zone, now, yesterday) => {
    useZone(zone)
    it('reports on yesterday and today', () => {
      const { history } = setUp(() => Promise.resolve(), Date.parse(now))
      expect(history.report(2).from).toBe(Date.parse(yesterday))
    })
  })
})
