import { describe, expect, it } from 'vitest'
import type { GuardWarning } from '../recording-guard/guard-state.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { somePhone } from '../testing/seen.ts'
import { en } from '../words/en.ts'
import { planRecordingAlerts, type RecordingAlertInput } from './plan-recording-alerts.ts'

const NOW = 1_000_000
const about = { id: 3, call: 'SIPSIP2/a', phone: somePhone, at: NOW } as const
const again: GuardWarning = {
  ...about,
  kind: 'recorded-again',
  because: 'new-call',
  remedy: { do: 'mute', call: 'SIPSIP2/a' },
}
const plan = (change: Partial<RecordingAlertInput> = {}) =>
  planRecordingAlerts({
    raised: [again],
    holding: [again],
    announced: new Map(),
    settings: DEFAULT_SETTINGS,
    pausedUntil: null,
    now: NOW,
    words: en,
    ...change,
  })

describe('planRecordingAlerts', () => {
  it('shows a new warning with its caller and its fix', () => {
    expect(plan().commands).toEqual([
      {
        do: 'show',
        notification: {
          id: 'recording-1000000-3',
          kind: 'recording',
          title: 'Your new call is being recorded; the mute ended with the last one',
          body: '072-277-6772',
          call: 'SIPSIP2/a',
          stays: false,
          silent: false,
          copyLabel: null,
          remedy: { label: 'Mute recording', warning: 3 },
        },
      },
    ])
  })

  it('shows it once, and withdraws it when it no longer applies', () => {
    const { announced } = plan()
    expect(plan({ raised: [], announced })).toEqual({ commands: [], announced })
    expect(plan({ raised: [], holding: [], announced })).toEqual({
      commands: [{ do: 'withdraw', id: 'recording-1000000-3' }],
      announced: new Map(),
    })
  })

  it('has no action where nothing can be fixed', () => {
    const over = { kind: 'ended-muted', from: NOW - 42_000, to: NOW, remedy: { do: 'acknowledge' } } as const
    const ended: GuardWarning = { ...about, ...over }
    const [command] = plan({ raised: [ended], holding: [ended] }).commands
    expect(command).toMatchObject({
      notification: { body: expect.stringContaining('Your next calls will be recorded as usual.') as string },
    })
    expect(command?.do === 'show' && command.notification.remedy).toBeUndefined()
  })

  it.each([
    ['switched off', { settings: { ...DEFAULT_SETTINGS, alertOnRecording: false } }],
    ['paused', { pausedUntil: NOW + 1 }],
    ['settled in the same step', { holding: [] }],
  ])('is quiet where it is %s', (_, change) => {
    expect(plan(change).commands).toEqual([])
  })

  it.each([
    ['a desk phone', { deskPhone: true }],
    ['no sound', { sounds: { ...DEFAULT_SETTINGS.sounds, recording: 'none' } }],
    ['Ringside’s own sound', { sounds: { ...DEFAULT_SETTINGS.sounds, recording: 'ringside' } }],
  ] as const)('makes no sound of the system’s with %s', (_, change) => {
    const [command] = plan({ settings: { ...DEFAULT_SETTINGS, ...change } }).commands
    expect(command).toMatchObject({ notification: { silent: true } })
  })

  it('shows no number in privacy mode', () => {
    const [command] = plan({ settings: { ...DEFAULT_SETTINGS, privacy: true } }).commands
    expect(JSON.stringify(command)).not.toContain('2776772')
    expect(JSON.stringify(command)).not.toContain('277-6772')
  })
})
