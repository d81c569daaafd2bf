import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Connection } from '../connection.ts'
import type { Call } from '../domain.ts'
import { decideInstall, NIGHT_MINUTES, QUIET_MS, type InstallSituation } from './decide-install.ts'

const NOW = Date.UTC(2026, 10, 22, 18)
const call = {} as Call
const live: Connection = { kind: 'live' }
const stale: Connection = {
  kind: 'stale',
  since: NOW - 60_000,
  failure: { kind: 'unreachable', why: 'network' },
}

const situation = (changes: Partial<InstallSituation> = {}): InstallSituation => ({
  watch: { calls: [], connection: live },
  lastCallEndedAt: null,
  now: NOW,
  minuteOfDay: 10 * 60,
  settings: { updateWhen: 'quit', updateTime: '20:00' },
  asked: false,
  quitting: false,
  tried: false,
  ...changes,
})

const connections = fc.constantFrom<Connection>(
  live,
  stale,
  { kind: 'paused', why: 'no-account' },
  { kind: 'paused', why: 'asleep' },
  { kind: 'connecting', failure: null },
  { kind: 'refused', since: null, why: 'code' },
  { kind: 'unknown-extension', since: null },
)
const two = (n: number): string => String(n).padStart(2, '0')
const situations: fc.Arbitrary<InstallSituation> = fc.record({
  watch: fc.record({
    calls: fc.integer({ min: 0, max: 3 }).map((n) => Array.from({ length: n }, () => call)),
    connection: connections,
  }),
  lastCallEndedAt: fc.option(fc.integer({ min: NOW - 2 * QUIET_MS, max: NOW + QUIET_MS })),
  now: fc.constant(NOW),
  minuteOfDay: fc.integer({ min: 0, max: 1439 }),
  settings: fc.record({
    updateWhen: fc.constantFrom('quit' as const, 'night' as const),
    updateTime: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([h, m]) => `${two(h)}:${two(m)}`),
  }),
  asked: fc.boolean(),
  quitting: fc.boolean(),
  tried: fc.boolean(),
})

describe('an update that is ready', () => {
  const installed = (one: InstallSituation): boolean => decideInstall(one).kind === 'install'

  it('is never installed while a call is live or ringing, whatever else applies', () => {
    fc.assert(fc.property(situations, (one) => one.watch.calls.length === 0 || !installed(one)))
  })

  it('is never installed within minutes after a call, nor when the clock says it ends in the future', () => {
    const recent = (one: InstallSituation): boolean =>
      one.lastCallEndedAt !== null && one.now - one.lastCallEndedAt < QUIET_MS
    fc.assert(fc.property(situations, (one) => !recent(one) || !installed(one)))
  })

  it('is never installed automatically while it is unknown whether there is a call', () => {
    const sure = ({ watch: { connection } }: InstallSituation): boolean =>
      connection.kind === 'live' || (connection.kind === 'paused' && connection.why === 'no-account')
    fc.assert(fc.property(situations, (one) => one.asked || sure(one) || !installed(one)))
  })

  it('is never tried a second time unless the user requests it', () => {
    fc.assert(fc.property(situations, (one) => !one.tried || one.asked || !installed(one)))
  })

  it('is never installed automatically at a time other than the set one', () => {
    const due = ({ settings, minuteOfDay, quitting }: InstallSituation): boolean => {
      if (settings.updateWhen === 'quit') return quitting
      const [h, m] = settings.updateTime.split(':').map(Number)
      return (minuteOfDay - h! * 60 - m! + 1440) % 1440 < NIGHT_MINUTES
    }
    fc.assert(fc.property(situations, (one) => one.asked || due(one) || !installed(one)))
  })

  it('never restarts a program that was about to quit', () => {
    fc.assert(
      fc.property(situations, (one) => {
        const decision = decideInstall(one)
        return decision.kind === 'wait' || decision.restart === !one.quitting
      }),
    )
  })

  it('is installed on request, on quitting, or at night', () => {
    expect(decideInstall(situation({ asked: true }))).toEqual({ kind: 'install', restart: true })
    expect(decideInstall(situation({ quitting: true }))).toEqual({ kind: 'install', restart: false })
    const settings = { updateWhen: 'night', updateTime: '23:30' } as const
    expect(decideInstall(situation({ settings, minuteOfDay: 30 }))).toEqual({
      kind: 'install',
      restart: true,
    })
  })

  it.each([
    ['call', { watch: { calls: [call], connection: live }, asked: true }],
    ['after-call', { lastCallEndedAt: NOW - QUIET_MS + 1, asked: true }],
    ['not-sure', { watch: { calls: [], connection: stale }, quitting: true }],
    ['quit', {}],
    ['night', { settings: { updateWhen: 'night', updateTime: '20:00' } }],
    ['person', { tried: true, quitting: true }],
  ] as const)('says what it waits for: %s', (why, changes) => {
    expect(decideInstall(situation(changes))).toEqual({ kind: 'wait', why })
  })

  it('stops waiting once the quiet period after a call is over', () => {
    const asked = situation({ lastCallEndedAt: NOW - QUIET_MS, asked: true })
    expect(decideInstall(asked).kind).toBe('install')
  })
})
