import type { SettingsView, WindowState } from '../../core/contract.ts'
import type { AgentState, Call, MissedCall, Phone } from '../../core/domain.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts'

/** 2026-03-02 10:31:00 UTC. */
export const NOW = Date.UTC(2026, 2, 2, 10, 31)

export const PHONE: Phone = {
  kind: 'number',
  received: '0722776772',
  national: '072-277-6772',
  international: '+972 72 277 6772',
  e164: '+972722776772',
}

export const LINE: Phone = {
  kind: 'number',
  received: '039001234',
  national: '03-900-1234',
  international: '+972 3 900 1234',
  e164: '+97239001234',
}

/** A call ringing for 7 s; its key follows its id. */
export function aCall(changes: Partial<Call> = {}): Call {
  const ivrid = changes.ivrid ?? 'id1'
  return {
    key: `SIPSIP2/${ivrid}`,
    extension: 'SIPSIP2',
    ivrid,
    phase: 'ringing',
    statusWord: 'Ringing',
    direction: 'incoming',
    phone: PHONE,
    name: 'Sales line',
    did: LINE,
    answered: false,
    startedApiSeconds: null,
    recording: { state: 'recorded', fileName: '' },
    customData: {},
    transferredFrom: null,
    startedAt: NOW - 7000,
    answeredAt: null,
    phaseSince: NOW - 7000,
    mutedSince: null,
    rangHere: true,
    connected: false,
    ...changes,
  }
}

export function aMissedCall(changes: Partial<Call> = {}): MissedCall {
  return { call: aCall({ startedAt: NOW - 74_000, ...changes }), endedAt: NOW - 60_000, seen: false }
}

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
    demo: false,
    ...changes,
  }
}

export function aSettingsView(
  changes: Partial<SettingsView> = {},
  settings: Partial<Settings> = {},
): SettingsView {
  return {
    revision: 1,
    settings: { ...DEFAULT_SETTINGS, extension: 'SIPSIP2', language: 'en', ...settings },
    locked: [],
    problems: [],
    code: 'stored',
    secretKeeping: 'protected',
    notices: [],
    version: '0.1.0',
    ...changes,
  }
}
