import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLogger } from '../../electron/main/system/log.ts'
import { planCallAlerts } from '../../core/alerts/plan-call-alerts.ts'
import { trayView } from '../../core/alerts/tray-view.ts'
import type { TrayItem } from '../../core/alerts/tray.ts'
import type { Call } from '../../core/domain.ts'
import { exportCsv } from '../../core/history/export/export-csv.ts'
import { exportJson } from '../../core/history/export/export-json.ts'
import { historyBatches } from '../../core/history/export/history-batches.ts'
import { openJournal } from '../../core/history/open-journal.ts'
import { createSession } from '../../core/session/session.ts'
import type { SessionChange } from '../../core/session/session-types.ts'
import { NO_QUEUES } from '../../core/queues/reduce-queues.ts'
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts'
import { createClient } from '../../core/telephony/client.ts'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { cardTemplate } from '../../core/templates/default-copy-templates.ts'
import { parseTemplate } from '../../core/templates/parse-template.ts'
import { renderText } from '../../core/templates/render-text.ts'
import { templateCall } from '../../core/templates/template-call.ts'
import { copyText } from '../../core/words/copy-text.ts'
import { en } from '../../core/words/en.ts'
import { HOSTILE, hostileText } from './hostile-texts.ts'
import { harmIn, harmInLine } from './shown-text.ts'

const START = Date.UTC(2026, 0, 15, 6)
const settings = { ...DEFAULT_SETTINGS, extension: 'SIPSIP2' }
const FIELDS = [
  'callername',
  'callerphone',
  'did',
  'callstatus',
  'ivrid',
  'direction',
  'customdata',
  'representative',
  'Filename',
]
const RUNS = 300
const LONGEST_LINE = 600 // characters, the tooltip of one call; no screen shows more

/** A call with `text` in one of its fields, as it comes out of client and session: ringing, then gone. */
async function reported(field: string, text: string) {
  const clock = virtualClock(START)
  const logged: string[] = []
  const log = createLogger((_level, line) => logged.push(line))
  const call = {
    ivrid: 'a1',
    callStarted: START / 1000 + 7_200,
    callAnswered: 0,
    answered: 0,
    callername: 'Sales',
    callerphone: '0722776772',
    callstatus: 'Ringing',
    direction: 'Incoming',
    did: '039001234',
    customdata: field === 'customdata' ? { [text]: text, OriginalIvrUniqueID: text } : {},
    recording: { Filename: field === 'Filename' ? text : '', IsMuted: 0 },
    ...(FIELDS.slice(0, 6).includes(field) ? { [field]: text } : {}),
  }
  const extension = {
    username: 'SIPSIP2',
    name: 'x',
    representative: field === 'representative' ? text : 'x',
    onlineUserID: 1,
    onlineUserStatus: 1,
  }
  let calls: readonly object[] = []
  const client = createClient({
    ...settings,
    fetch: () =>
      Promise.resolve(new Response(JSON.stringify({ ERR: 0, EXTENSIONS: [{ ...extension, calls }] }))),
    now: clock.now,
    after: clock.after,
    code: 'code',
  })
  const session = createSession({ ...settings, client, clock, random: () => 0, log: log.info })
  const changes: SessionChange[] = []
  session.subscribe((change) => changes.push(change))
  session.start()
  await clock.advance(100)
  calls = [call]
  await clock.advance(5_000)
  const ringing = session.state()
  calls = []
  await clock.advance(5_000)
  session.stop()
  return { changes, ringing, logged, at: clock.now() }
}

type Reported = Awaited<ReturnType<typeof reported>>

function alerts({ changes, at }: Reported): readonly string[] {
  return changes
    .flatMap(({ state, events }) =>
      planCallAlerts({
        events,
        calls: state.calls,
        alerted: () => false,
        shown: new Map(),
        settings,
        pausedUntil: null,
        now: at,
        words: en,
      }).flatMap((command) => (command.do === 'show' ? [command.notification] : [])),
    )
    .flatMap(({ id, title, body }) => {
      expect(id.length).toBeLessThanOrEqual(64)
      return [title, body]
    })
}

function tray({ ringing }: Reported): readonly string[] {
  const view = trayView({
    watch: ringing,
    missed: [],
    alertsPausedUntil: null,
    demo: false,
    queues: NO_QUEUES,
    recordings: {},
    settings,
    words: en,
    ...{ callers: {}, status: { kind: 'off' }, notes: [] },
  })
  const labels = (items: readonly TrayItem[]): readonly string[] =>
    items.flatMap((item) =>
      item.kind === 'line' ? [] : item.kind === 'entry' ? [item.label] : [item.label, ...labels(item.items)],
    )
  return [view.tooltip, ...labels(view.menu)]
}

const copies = (call: Call): readonly string[] => [
  ...(['number', 'name', 'did', 'ivrid'] as const).map((what) => copyText(call, what, settings.numberFormat)),
  ...renderText(parseTemplate(cardTemplate(en).template).parts, templateCall(call, '', START), {
    words: en,
    numberFormat: settings.numberFormat,
  }).split('\n'),
]

/** The cells of a CSV file, line by line (RFC 4180), parsed independently of our own code. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  for (let match = CELL.exec(csv); match !== null && match[0] !== ''; match = CELL.exec(csv)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

function exported({ changes }: Reported) {
  const opened = openJournal({ path: ':memory:', now: () => START, log: () => undefined })
  for (const change of changes) opened.journal.record(change, change.events[0]?.at ?? START)
  const csv = [...exportCsv(historyBatches(opened.journal), en.export)].join('')
  const json = [...exportJson(historyBatches(opened.journal))].join('')
  opened.journal.close()
  return { csv, json }
}

describe('a hostile text', () => {
  it('is harmless in notification, tray, copies and log, whatever field it comes in', async () => {
    const property = fc.asyncProperty(fc.constantFrom(...FIELDS), hostileText, async (field, text) => {
      const one = await reported(field, text)
      // The tray's status word has its own test below.
      for (const line of [...alerts(one), ...(field === 'callstatus' ? [] : tray(one))]) {
        expect(harmInLine(line), line).toBeNull()
        expect(line.length).toBeLessThan(LONGEST_LINE)
      }
      for (const line of one.ringing.calls.flatMap(copies)) {
        expect(harmIn(line), line).toBeNull()
        expect(line.length).toBeLessThan(LONGEST_LINE)
      }
      for (const line of one.logged) expect(line).toMatch(/^[ -~→−±…·]*$/)
    })
    await fc.assert(property, {
      numRuns: RUNS,
      examples: FIELDS.flatMap((field) => HOSTILE.map((text): [string, string] => [field, text])),
    })
  })

  it('is isolated in the tray when it is the status of a call', async () => {
    const lines = tray(await reported('callstatus', 'שיחה'))
    expect(lines.map(harmInLine).filter((harm) => harm !== null)).toEqual([])
  })

  it('is one harmless cell of an export', async () => {
    const heads = Object.keys(en.export.columns).length
    const property = fc.asyncProperty(fc.constantFrom(...FIELDS), hostileText, async (field, text) => {
      const { csv, json } = exported(await reported(field, text))
      const rows = cellsOf(csv.slice(1))
      for (const row of rows) {
        expect(row).toHaveLength(heads)
        for (const cell of row) {
          expect(cell).not.toMatch(/^\s*[=@＝＠\t\r]|^\s*[+\-＋－](?![\d ]*$)/)
          expect(harmIn(cell), cell).toBeNull()
        }
      }
      expect(JSON.parse(json)).toHaveLength(rows.length - 1)
      if (field === 'callername') expect(rows).toHaveLength(2)
    })
    await fc.assert(property, {
      numRuns: RUNS,
      examples: FIELDS.flatMap((field) => HOSTILE.map((text): [string, string] => [field, text])),
    })
  })

  it('is noticed by this test if it isn’t cleaned', () => {
    expect(HOSTILE.filter((text) => harmIn(text) !== null).length).toBeGreaterThan(8)
    expect(harmInLine('Ringing: \u202egnp.exe')).toBe('U+202e')
    expect(harmInLine('Ringing: \u2068\u2069\u2069')).toBe('an isolate that closes twice')
    expect(harmInLine('Ringing: שלום 5')).toBe('right-to-left text that is not isolated')
    expect(harmInLine('Ringing: \u2068שלום\u2069 5')).toBeNull()
  })
})
