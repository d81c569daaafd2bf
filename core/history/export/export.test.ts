import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readPhone } from '../../phone.ts'
import { seenCall } from '../../testing/seen.ts'
import { en } from '../../words/en.ts'
import { wordsFor } from '../../words/words-for.ts'
import { csvCell } from './csv-cell.ts'
import { exportCsv } from './export-csv.ts'
import { exportJson } from './export-json.ts'
import { historyBatches } from './history-batches.ts'
import { localTime } from './local-time.ts'
import { loggedCall, loggedDesk, loggedTalk, noa, second } from '../logged/testing/logged-desk.ts'
import { openJournal } from '../open-journal.ts'
import { inMemory } from '../testing/in-memory.ts'
import { createWatcher } from '../testing/watcher.ts'

const NOW = new Date(2026, 10, 22, 14, 50, 9).getTime()

function journalOf(count: number, change: Parameters<typeof seenCall>[0] = {}, from = NOW) {
  const { journal } = openJournal({ ...inMemory, now: () => from, log: (line) => expect.fail(line) })
  const watcher = createWatcher()
  for (let index = 0; index < count; index++) {
    const at = from + index * 60_000
    const call = seenCall({ ivrid: `c${index}`, phone: readPhone('972722776772', 'IL'), ...change })
    journal.record(watcher.see([call], at), at)
    journal.record(watcher.see([{ ...call, phase: 'talking', answered: true }], at + 5_000), at + 5_000)
    journal.record(watcher.see([], at + 20_000), at + 20_000)
  }
  return journal
}

const csv = (journal: ReturnType<typeof journalOf>): string =>
  [...exportCsv(historyBatches(journal), en.export)].join('')

/** The cells of a CSV line without line breaks in quotes. */
const cellsOf = (line = ''): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  )

/** The values of one column of an export, newest call first. */
function column(journal: ReturnType<typeof journalOf>, name: keyof typeof en.export.columns) {
  const [headings, ...calls] = csv(journal).replace('\uFEFF', '').trimEnd().split('\r\n').map(cellsOf)
  const index = headings?.indexOf(en.export.columns[name]) ?? -1
  return calls.map((cells) => cells[index])
}

describe('exportCsv', () => {
  it('starts with a UTF-8 byte order mark and the headings, and ends each line with CRLF', () => {
    const text = csv(journalOf(1))
    expect(text.startsWith('\uFEFFStarted,Ended,Direction,Outcome,Number,National number,Name,')).toBe(true)
    expect(text.split('\r\n')).toHaveLength(3)
    expect(text.split('\r\n')[1]).toBe(
      '2026-11-22 14:50:09,2026-11-22 14:50:29,Incoming,Ended,+972 72 277 6772,072-277-6772,Sales line,,User 2,SIPSIP2,2026-11-22 14:50:14,5,15,0,no,,,yes,,,,c0,,,,,,,,,no,,,',
    )
  })

  it('contains every call once, in chunks', () => {
    const chunks = [...exportCsv(historyBatches(journalOf(450)), en.export)]
    expect(chunks).toHaveLength(4)
    expect(chunks.join('').match(/\r\n/g)).toHaveLength(451)
  })

  it('shows for each muted span when it was and who started and ended it', () => {
    const recording = { state: 'muted' as const, fileName: '' }
    const journal = journalOf(1, { recording })
    const call = 'SIPSIP2/c0'
    const span = { call, from: NOW + 5_000, to: NOW + 12_000, by: 'here', endedBy: 'elsewhere' } as const
    journal.keepMutedSpan(span)
    journal.keepMutedSpan({ ...span, from: NOW + 15_000, to: NOW + 20_000, endedBy: 'call-ended' })
    expect(csv(journal)).toContain(
      ',yes,12,2026-11-22 14:50:14 (in Ringside) - 2026-11-22 14:50:21 (by someone else); ' +
        '2026-11-22 14:50:24 (in Ringside) - 2026-11-22 14:50:29 (call ended),yes,',
    )
    const [first] = JSON.parse([...exportJson(historyBatches(journal))].join('')) as { mutes: unknown[] }[]
    const iso = (at: number) => new Date(at).toISOString()
    expect(first?.mutes[0]).toEqual({
      ...{ from: iso(NOW + 5_000), to: iso(NOW + 12_000), by: 'here', endedBy: 'elsewhere' },
    })
  })

  it('shows what the call log added, who was called back, and what was dismissed', () => {
    const desk = loggedDesk()
    desk.see(0)
    desk.see(400)
    const recordingUrl = 'https://cpanel.voicenter.com/recording?id=b'
    const talk = loggedTalk(30, { ivrid: 'b', startedAt: second(200), direction: 'outgoing', recordingUrl })
    desk.fill(500, loggedCall(), talk, loggedCall({ ivrid: 'c', phone: noa }))
    desk.journal.dismissMissed('SIPSIP2/c')
    const shown = (name: keyof typeof en.export.columns) => column(desk.journal, name)
    expect(shown('callId')).toEqual(['b', 'c', 'a1'])
    expect(shown('fromCallLog')).toEqual(['yes', 'yes', 'yes'])
    expect(shown('recordingLink')).toEqual([recordingUrl, '', ''])
    expect(shown('dismissed')).toEqual(['', 'yes', 'no'])
    expect(shown('calledBack')).toEqual(['', '', localTime(second(208))])
    const exported: unknown = JSON.parse([...exportJson(historyBatches(desk.journal))].join(''))
    expect(exported).toMatchObject([
      { ivrid: 'b', logged: { at: new Date(second(500)).toISOString(), unseen: true, recordingUrl } },
      { ivrid: 'c', dismissed: true },
      { ivrid: 'a1', calledBack: new Date(second(208)).toISOString() },
    ])
  })

  it('shows which colleague answered, where the caller waited, and the stored custom data', () => {
    const { journal } = openJournal({
      ...inMemory,
      now: () => NOW,
      log: (line) => expect.fail(line),
      customKeys: () => new Set(['=order', 'tier']),
    })
    const watcher = createWatcher()
    const rings = watcher.see([seenCall({ customData: { '=order': '7,1', tier: '', secret: 'x' } })], NOW)
    const waited = { queue: '@Sales', seconds: 112 }
    const calls = rings.state.calls.map((call) => ({ ...call, waited }))
    journal.record({ ...rings, state: { ...rings.state, calls } }, NOW)
    const over = watcher.see([], NOW + 5_000)
    const events = over.events.map((event) =>
      event.type === 'ended' ? { ...event, outcome: 'completed' as const, answeredBy: 'Yael, B' } : event,
    )
    journal.record({ ...over, events }, NOW + 5_000)
    expect(csv(journal).split('\r\n')[0]).toMatch(/,Answered by,Queue,Waited \(seconds\),Custom data,/)
    expect(csv(journal).split('\r\n')[1]).toMatch(/,"Yael, B",'@Sales,112,"\{""=order"":""7,1""\}",,,no,,,$/)
    const [first] = JSON.parse([...exportJson(historyBatches(journal))].join('')) as object[]
    expect(first).toMatchObject({ answeredBy: 'Yael, B', waited, customData: { '=order': '7,1' } })
    expect(JSON.stringify(first)).not.toContain('secret')
  })

  it('defuses formulas in a caller’s name', () => {
    expect(csv(journalOf(1, { name: '=HYPERLINK("http://x","y")' }))).toContain(
      `,"'=HYPERLINK(""http://x"",""y"")",`,
    )
  })

  // From reports of exports that run a formula in a name.
  it.each([
    ['+1+1', "'+1+1"],
    ['-2+3', "'-2+3"],
    ['\t@SUM(A1)', "'\t'@SUM(A1)"],
    ['דנה, "לוי"', 'דנה, "לוי"'],
  ])('writes the name %j as the text %j', (name, cell) => {
    expect(column(journalOf(1, { name }), 'name')).toEqual([cell])
  })

  // From reports of exports that lose the plus of a number, or put an apostrophe before it.
  it.each([
    ['0521234567', '+972 52 123 4567'],
    ['+442079460958', '+44 20 7946 0958'],
  ])('writes %s with its plus, as %s', (received, cell) => {
    expect(column(journalOf(1, { phone: readPhone(received, 'IL') }), 'number')).toEqual([cell])
  })

  // From reports of Excel showing comma-separated values as one column where the system's list separator is a semicolon.
  it('opens in columns on a Russian system: by semicolons, tabs or a sep= line', () => {
    const [headings] = [...exportCsv(historyBatches(journalOf(1)), wordsFor('ru', []).export)]
    expect(headings?.replace('\uFEFF', '')).toMatch(/^sep=|^([^;]*;){5}|^([^\t]*\t){5}/)
  })
})

describe('an export that a spreadsheet opens', () => {
  /** Texts that a spreadsheet shows as a number, dropping zeros or digits. */
  const NUMBER_OR_DATE = /^\s*([+-]?\d+([.,]\d+)?(e[+-]?\d+)?|\d{1,2}[-/.]\d{1,2}([-/.]\d{2,4})?)\s*$/i

  it('shows a number in full as text', () => {
    const phone = readPhone('0521234567', 'IL')
    expect(column(journalOf(1, { phone }), 'number')).not.toEqual([expect.stringMatching(NUMBER_OR_DATE)])
  })

  // From reports of spreadsheets that drop leading zeros and the last digits of long ids.
  it.each([
    ['a short code with a leading zero', 'number', { phone: readPhone('0123', 'IL') }],
    ['a caller of 15 digits', 'number', { phone: readPhone('972972521234567', 'IL') }],
    ['a dialled line with a leading zero', 'dialled', { did: readPhone('0900', 'IL') }],
    ['a queue named 1-2', 'name', { name: '1-2' }],
    ['a queue named 007', 'name', { name: '007' }],
    ['a queue named 3/4', 'name', { name: '3/4' }],
  ] as const)('shows %s as text', (_, name, change) => {
    expect(column(journalOf(1, change), name)).not.toEqual([expect.stringMatching(NUMBER_OR_DATE)])
  })

  it.each(['20261128105058123456', '2026e11'])('shows the call id %s as text', (ivrid) => {
    expect(column(journalOf(1, { ivrid }), 'callId')).not.toEqual([expect.stringMatching(NUMBER_OR_DATE)])
  })
})

describe('an export of the night in which the clocks go back', () => {
  // In Israel, 2026-10-25 02:00 summer time is 01:00 winter time.
  const CHANGE = Date.UTC(2026, 9, 24, 23)
  beforeAll(() => {
    vi.stubEnv('TZ', 'Asia/Jerusalem')
    const hours = [-1, 0].map((at) => new Date(CHANGE + at).getHours())
    if (hours.join() !== '1,1') throw new Error('the time zone could not be set')
  })
  afterAll(() => vi.unstubAllEnvs())

  // From reports of exports in local time without its offset.
  it('shows that a call spanning the change ended 20 seconds after it started', () => {
    const journal = journalOf(1, {}, CHANGE - 10_000)
    const [began = '', ended = ''] = [...column(journal, 'began'), ...column(journal, 'ended')]
    expect(Date.parse(ended) - Date.parse(began)).toBe(20_000)
  })

  it('shows different times for two calls an hour apart', () => {
    const summer = csv(journalOf(1, {}, CHANGE - 1_800_000))
    const winter = csv(journalOf(1, {}, CHANGE + 1_800_000))
    expect(winter).not.toBe(summer)
  })
})

describe('csvCell', () => {
  it.each([
    ['plain', 'plain'],
    ['מוקד תמיכה', 'מוקד תמיכה'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1+cmd', "'+1+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    // A program that splits cells at tabs and line breaks would put an apostrophe at the start into a cell of its own.
    ['\t=1', "'\t'=1"],
    ['\r=1', `"'\r'=1"`],
    ['\t \r=1', `"'\t \r'=1"`],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['+972 72 277 6772', '+972 72 277 6772'],
    ['+972722776772', '+972722776772'],
    ['+1-2', "'+1-2"],
    ['+', "'+"],
    ['1=1', '1=1'],
    ['a;=1', "a;'=1"],
    ['a\t@b', "a\t'@b"],
    ['a|  "-1', `"a|  ""'-1"`],
    ['a\n=1;=2', `"a\n'=1;'=2"`],
    ['Dana; +972 72 277 6772', 'Dana; +972 72 277 6772'],
    ["a;'=1", "a;'=1"],
  ])('%j becomes %j', (value, cell) => expect(csvCell(value)).toBe(cell))
})

describe('csvCell with another separator', () => {
  it.each([
    ['a;b', '"a;b"'],
    ['a,b', 'a,b'],
    ['a"b', '"a""b"'],
  ])('makes %j %j', (value, cell) => expect(csvCell(value, ';')).toBe(cell))
})

describe('exportJson', () => {
  it('is an array that can be read back, with call spans and times in UTC', () => {
    const calls = JSON.parse([...exportJson(historyBatches(journalOf(2)))].join('')) as readonly object[]
    expect(calls).toHaveLength(2)
    expect(calls[1]).toMatchObject({
      ivrid: 'c0',
      extension: 'SIPSIP2',
      startedAt: new Date(NOW).toISOString(),
      phone: { kind: 'number', e164: '+972722776772' },
      parts: [{ kind: 'rang' }, { kind: 'talked', to: new Date(NOW + 20_000).toISOString() }],
    })
    expect(Object.keys(calls[0]!)).not.toContain('rowId')
  })

  it('is an empty array without calls', () => {
    expect(JSON.parse([...exportJson(historyBatches(journalOf(0)))].join(''))).toEqual([])
  })
})
