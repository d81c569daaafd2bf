import { describe, expect, it } from 'vitest'
import { diagnosticsText, type DiagnosticsFacts } from '../../../core/diagnostics/diagnostics-text.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import { inMemory } from '../../../core/history/testing/in-memory.ts'
import { createDiagnostics } from '../../../electron/main/diagnostics/diagnostics.ts'
import { createLogger } from '../../../electron/main/system/log.ts'
import { createRecentWarnings } from '../../../electron/main/diagnostics/recent-warnings.ts'
import { aCall, aReport, aSettingsView, aState } from '../../../src/testing/samples.ts'

const NOW = Date.UTC(2026, 2, 2, 8, 30)

const facts = (over: Partial<DiagnosticsFacts> = {}): DiagnosticsFacts => ({
  now: NOW,
  host: 'browser host',
  versions: { node: '24.21.0' },
  platform: 'linux 6.1 x64',
  view: aSettingsView(),
  state: aState(),
  report: aReport().report,
  warnings: [],
  ...over,
})

describe('the text of the diagnostics', () => {
  it('contains versions, host, connection, clock and the ring ledger', () => {
    const text = diagnosticsText(facts())
    for (const word of [
      'Ringside ',
      'host: browser host',
      'node 24.21.0',
      'connection: live',
      'ring to alert: ',
    ])
      expect(text).toContain(word)
    expect(text).toMatch(/rings in 7 days: \d+/)
  })

  it('names the settings of the policy, but not their values', () => {
    const view = aSettingsView(
      {
        locked: ['baseUrl', 'historyDays'],
        problems: [{ source: 'policy', key: '0722776772', why: 'unknown' }],
        notices: [{ kind: 'settings-set-aside', file: 'Dana-settings.json' }],
      },
      { baseUrl: 'https://secret-host.example/api', extension: 'SIPSIP2' },
    )
    const text = diagnosticsText(facts({ view }))
    expect(text).toContain('set by policy: baseUrl, historyDays')
    expect(text).toContain('policy unknown key (unknown)')
    for (const hidden of ['secret-host', 'SIPSIP2', '0722776772', 'Dana']) expect(text).not.toContain(hidden)
  })

  it('contains nothing about a call, a caller or the agent', () => {
    const state = aState({ calls: [aCall()] })
    const { watch } = state
    const text = diagnosticsText(facts({ state }))
    const personal = [
      ...watch.calls.flatMap(({ name, phone, did, ivrid }) => [
        name,
        phone.received,
        did?.received ?? '',
        ivrid,
      ]),
      watch.agent?.name ?? '',
      watch.agent?.extension ?? '',
    ].filter((one) => one.length > 2)
    expect(personal.length).toBeGreaterThan(2)
    for (const one of personal) expect(text).not.toContain(one)
    expect(text.replaceAll(/\d{4}-\d\d-\d\dT[\d:]+/g, '')).not.toMatch(/\d(?:[ -]?\d){6}/)
  })

  it('says why there is no connection, and lists the last warnings with their times', () => {
    const failure = { kind: 'unreachable', why: 'tls' } as const
    const state = aState({ connection: { kind: 'stale', since: NOW, failure } })
    const warnings = [{ at: NOW, line: 'the stored code could not be read' }]
    const text = diagnosticsText(facts({ state, warnings }))
    expect(text).toContain('connection: stale (unreachable, tls)')
    expect(text).toContain('  2026-03-02T08:30:00Z the stored code could not be read')
  })
})

const CODE = 'c0de-of-the-account'

function setUp() {
  const state = aState({ calls: [aCall()] })
  const copied: string[] = []
  const codes: string[] = []
  const recent = createRecentWarnings(
    () => undefined,
    () => 0,
  )
  const log = createLogger(recent.write)
  log.leaveOutSecrets(() => codes)
  const { journal } = openJournal({ ...inMemory, now: () => 0, log: () => undefined })
  const diagnostics = createDiagnostics({
    companion: { state: () => state },
    settings: { read: () => aSettingsView() },
    configuration: { codes: () => [CODE] },
    journal: () => journal,
    warnings: recent.list,
    versions: { node: '24.0.0', electron: undefined },
    platform: 'linux',
    clock: { now: () => 0 },
    write: (text) => Promise.resolve(copied.push(text)),
  })
  return { diagnostics, log, copied, state }
}

describe('diagnostics as main returns them', () => {
  it('contain no number, name or code, even in a line logged before they were known', () => {
    const { diagnostics, log, state } = setUp()
    const [call] = state.watch.calls
    log.warn(`code ${CODE}, ${call!.name} from ${call!.phone.received}, +972 72-277 6772`)
    const text = diagnostics.read()
    expect(text).toContain('code [code], [name] from ')
    for (const one of [CODE, call!.name, call!.phone.received, '6772']) expect(text).not.toContain(one)
  })

  it('are copied as they were shown', async () => {
    const { diagnostics, log, copied } = setUp()
    const shown = diagnostics.read()
    log.warn('something later')
    expect(await diagnostics.copy()).toEqual({ kind: 'copied' })
    expect(copied).toEqual([shown])
  })

  it('contain the last 20 warnings, and nothing that isn’t a warning', () => {
    const recent = createRecentWarnings(
      () => undefined,
      () => 0,
    )
    for (let line = 0; line < 30; line += 1) recent.write('warn', `${line}`)
    recent.write('info', 'started')
    expect(recent.list().map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, at) => `${at + 10}`))
  })
})
