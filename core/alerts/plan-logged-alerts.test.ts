import { describe, expect, it } from 'vitest'
import type { Phone } from '../domain.ts'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.ts'
import { somePhone } from '../testing/seen.ts'
import { useZone } from '../testing/use-zone.ts'
import { en } from '../words/en.ts'
import { EMPTY_ALERT_BOOK, stepAlertBook } from './alert-book.ts'
import { planLoggedAlerts } from './plan-logged-alerts.ts'

useZone('UTC')

const NOON = Date.UTC(2026, 10, 28, 12)
const MINUTE = 60_000

const missed = (minutesAgo: number, change: { phone?: Phone; name?: string; calledBack?: number } = {}) => ({
  key: `SIPSIP2/call-${minutesAgo}`,
  phone: somePhone,
  name: '',
  startedAt: NOON - minutesAgo * MINUTE,
  ...change,
})

const plan = (
  calls: readonly ReturnType<typeof missed>[],
  settings: Partial<Settings> = {},
  pausedUntil: number | null = null,
) =>
  planLoggedAlerts({
    missed: calls,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    pausedUntil,
    now: NOON,
    words: en,
  })

describe('missed calls that were found in the call log', () => {
  it('are announced with their time, without a sound, whatever sound missed calls have', () => {
    const sounds = { ...DEFAULT_SETTINGS.sounds, missed: 'system' } as const
    expect(plan([missed(78, { name: 'Sales' })], { sounds })).toEqual([
      {
        do: 'show',
        notification: {
          id: `missed-log-${NOON}`,
          kind: 'missed',
          title: 'Missed call: 072-277-6772',
          body: '\u2068Sales\u2069 · 10:42, found in the call log',
          call: 'SIPSIP2/call-78',
          stays: false,
          silent: true,
          copyLabel: en.copy.number,
        },
      },
    ])
  })

  it('have their day if it isn’t today', () => {
    expect(plan([missed(24 * 60)])).toMatchObject([
      { notification: { body: 'Nov 27, 12:00, found in the call log' } },
    ])
  })

  it('are one notification, however many there are, with the newest ones', () => {
    const other = { phone: { kind: 'name', received: 'Yael' } } as const
    expect(plan([missed(90), missed(10), missed(60, other), missed(120)])).toMatchObject([
      {
        notification: {
          title: '4 missed calls found in the call log',
          body: '11:50 · 072-277-6772\n11:00 · \u2068Yael\u2069\n10:30 · 072-277-6772',
          call: 'SIPSIP2/call-10',
          copyLabel: null,
        },
      },
    ])
  })

  it('aren’t announced if the caller was spoken to since, during a pause, or if missed calls are off', () => {
    expect(plan([missed(78, { calledBack: NOON - MINUTE })])).toEqual([])
    expect(plan([missed(78)], {}, NOON + 1)).toEqual([])
    expect(plan([missed(78)], { alertOnMissed: false })).toEqual([])
    expect(plan([])).toEqual([])
  })

  it('don’t reveal the caller in privacy mode', () => {
    const shown = JSON.stringify(plan([missed(78, { name: 'Sales' })], { privacy: true }))
    expect(shown).toContain(en.privacy.missedCall)
    expect(JSON.stringify([shown, plan([missed(1), missed(2)], { privacy: true })])).not.toMatch(/072|Sales/)
  })

  it('leave the other alerts alone', () => {
    const { book, commands } = stepAlertBook(
      { ...EMPTY_ALERT_BOOK, rings: new Map([['ring-1', 'SIPSIP2/a']]) },
      { kind: 'logged', missed: [missed(1)] },
      { settings: DEFAULT_SETTINGS, words: en, pausedUntil: null, now: NOON },
    )
    expect(commands).toMatchObject([{ do: 'show' }])
    expect(book.rings.size).toBe(1)
  })
})
