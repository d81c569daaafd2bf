import type { DayView, ReportView, SettingsView, TeamView, WindowState } from '../../core/contract.ts'
import type { PopupView } from '../../core/ipc/popup-view.ts'
import type { AgentState, Call, MissedCall, Phone } from '../../core/domain.ts'
import type { QueuesState, TeamRow, WatchedQueue } from '../../core/surroundings.ts'
import type { RecordingView } from '../../core/recording-guard/guard-view.ts'
import type { HistoryCall } from '../../core/history/history-call.ts'
import type { DayCoverage } from '../../core/report/coverage.ts'
import type { WatchingReport } from '../../core/report/watching-report.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts'
import { knownCall, somePhone } from '../../core/testing/seen.ts'
import { plainSettingsView } from '../../core/testing/plain-settings-view.ts'
import { dayOf } from '../../core/words/day-text.ts'
import { chosenLanguage } from '../../core/words/languages.ts'

/** 2026-03-02 10:31:00 UTC. */
export const NOW = Date.UTC(2026, 2, 2, 10, 31)

export const PHONE: Phone = somePhone

const LINE: Phone = {
  kind: 'number',
  received: '039001234',
  national: '03-900-1234',
  international: '+972 3 900 1234',
  e164: '+97239001234',
}

/** A call ringing for 7 s; its key follows its id. */
export const aCall = (changes: Partial<Call> = {}): Call =>
  knownCall({ ivrid: 'id1', did: LINE, startedAt: NOW - 7000, phaseSince: NOW - 7000, ...changes })

/** A recording that is recorded, without any request about it. */
export const aRecording = (changes: Partial<RecordingView> = {}): RecordingView => ({
  recording: 'recorded',
  ask: { kind: 'none' },
  muted: null,
  toggle: 'mute',
  ...changes,
})

export function aMissedCall(changes: Partial<MissedCall> = {}): MissedCall {
  const ivrid = changes.ivrid ?? 'missed1'
  return {
    key: `SIPSIP2/${ivrid}`,
    ivrid,
    phone: PHONE,
    name: 'Sales line',
    did: LINE,
    direction: 'incoming',
    startedAt: NOW - 74_000,
    endedAt: NOW - 60_000,
    seen: false,
    ...changes,
  }
}

/** A call that was answered after 8 s and lasted 3:04, 20 minutes ago; its key follows its id. */
export function aStoredCall(changes: Partial<HistoryCall> = {}): HistoryCall {
  const ivrid = changes.ivrid ?? 'kept1'
  const startedAt = changes.startedAt ?? NOW - 1_392_000
  const answeredAt = startedAt + 8000
  const endedAt = answeredAt + 184_000
  return {
    rowId: startedAt * 1000,
    key: `SIPSIP2/${ivrid}`,
    extension: 'SIPSIP2',
    ivrid,
    agent: 'Dana Levi',
    phone: PHONE,
    name: 'Sales line',
    did: LINE,
    direction: 'incoming',
    startedAt,
    answeredAt,
    endedAt,
    endSeen: true,
    outcome: 'completed',
    talkSeconds: 184,
    holdSeconds: 0,
    ringSeconds: 8,
    unseenAnswer: false,
    muted: false,
    transferredFrom: null,
    recordingFile: '',
    note: '',
    label: '',
    seen: true,
    parts: [
      { kind: 'rang', from: startedAt, to: answeredAt },
      { kind: 'talked', from: answeredAt, to: endedAt },
    ],
    ...changes,
  }
}

/** Today, watched without a gap: three rings, each alerted. */
export function aReport(
  changes: Partial<WatchingReport> = {},
  coverage: readonly DayCoverage[] = [],
): ReportView {
  return {
    from: NOW - 36_000_000,
    to: NOW,
    pollSeconds: 5,
    coverage,
    report: {
      rings: 3,
      alerted: 3,
      outcomes: { shown: 3 },
      delays: { p50: 2.4, p95: 5.1, worst: 5.6 },
      blindSpots: [],
      ...changes,
    },
  }
}

/** Today without calls. */
export const aDay = (changes: Partial<DayView> = {}): DayView => ({
  from: dayOf(NOW),
  to: NOW,
  calls: 0,
  missed: 0,
  spans: [],
  ...changes,
})

/** Two callers: one who has waited 1:52, and one of 41 s whose number is withheld. */
export function aQueue(changes: Partial<WatchedQueue> = {}): WatchedQueue {
  const longestSince = NOW - 112_000
  return {
    id: '11',
    name: 'Sales',
    waiting: 2,
    callers: [
      { callId: 'w1', phone: PHONE, joinedAt: longestSince },
      { callId: 'w2', phone: { kind: 'withheld', received: 'Anonymous' }, joinedAt: NOW - 41_000 },
    ],
    longestSince,
    thresholdSeconds: 120,
    breached: 0,
    nextBreachAt: longestSince + 120_000,
    ...changes,
  }
}

export function someQueues(
  queues: readonly WatchedQueue[] = [aQueue()],
  changes: Partial<QueuesState> = {},
): QueuesState {
  return { connection: { kind: 'live' }, queues, unknown: [], lastGoodAt: NOW, ...changes }
}

/** A colleague who is logged in and free. */
export function aTeamRow(extension: string, changes: Partial<TeamRow> = {}): TeamRow {
  return {
    extension,
    person: `Person ${extension}`,
    onlineUserId: 7,
    status: { word: 'login', number: 1 },
    statusSince: NOW - 600_000,
    phase: 'free',
    since: NOW - 600_000,
    caller: null,
    calls: 0,
    ...changes,
  }
}

export function aTeam(rows: readonly TeamRow[] = [], changes: Partial<TeamView> = {}): TeamView {
  return { revision: 1, connection: { kind: 'live' }, rows, lastGoodAt: NOW, ...changes }
}

export const aPopupView = (changes: Partial<PopupView> = {}): PopupView => ({
  ...{ revision: 1, calls: [], speaks: true, agent: 'Dana Levi', stories: {}, callNotes: {}, note: null },
  ...changes,
})

export function aState(watch: Partial<AgentState> = {}, changes: Partial<WindowState> = {}): WindowState {
  return {
    revision: 1,
    watch: {
      agent: {
        name: 'Dana Levi',
        extension: 'SIPSIP2',
        status: { word: 'login', number: 1 },
        statusSince: NOW,
      },
      calls: [],
      connection: { kind: 'live' },
      lastGoodAt: NOW,
      clock: null,
      ...watch,
    },
    missed: [],
    alertsPausedUntil: null,
    status: { kind: 'off' },
    alertsWithheld: 0,
    demo: false,
    stories: {},
    callNotes: {},
    journalTrouble: null,
    pollGapSeconds: 5,
    problem: { kind: 'idle', file: null },
    queues: { connection: { kind: 'off' }, queues: [], unknown: [], lastGoodAt: null },
    location: { kind: 'fixed', extension: 'SIPSIP2' },
    warnings: [],
    recordings: {},
    recordingWarnings: [],
    dialling: { from: null, hangsUp: null, dial: null, hangUp: null },
    callLog: { state: 'off', lastReadAt: null, nextAt: null, problem: null },
    ...changes,
  }
}

export const aSettingsView = (
  changes: Partial<SettingsView> = {},
  settings: Partial<Settings> = {},
): SettingsView =>
  plainSettingsView(
    { ...DEFAULT_SETTINGS, extension: 'SIPSIP2', language: 'en', ...settings },
    {
      language: chosenLanguage(settings.language ?? 'en', []),
      code: 'stored',
      version: '0.1.0',
      ...changes,
    },
  )
