import { describe, expect, it } from 'vitest'
import { MAX_ALERTS_PER_MINUTE } from '../../../core/alerts/alert-book.ts'
import type { AlertOutcome } from '../../../core/contract.ts'
import type { AgentState, Call, CallEvent } from '../../../core/domain.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import { inMemory } from '../../../core/history/testing/in-memory.ts'
import type { Journal } from '../../../core/history/journal.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings/settings.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { en } from '../../../core/words/en.ts'
import { createAlerts } from './alerts.ts'
import { ringing, sampleCall } from '../testing/sample-call.ts'

const START = 1_790_000_000_000
const call = sampleCall({ startedAt: START, phaseSince: START })
const ringingCall = (ivrid: string): Call => ({ ...call, ivrid, key: `SIPSIP2/${ivrid}` })
const poll = { sentAt: START - 30, receivedAt: START }

function setUp(existing?: Journal) {
  const clock = virtualClock(START)
  const journal = existing ?? openJournal({ ...inMemory, now: clock.now, log: () => undefined }).journal
  const did: string[] = []
  const is = {
    settings: DEFAULT_SETTINGS,
    pausedUntil: null as number | null,
    outcome: 'shown' as AlertOutcome,
  }
  const alerts = createAlerts({
    clock,
    journal: () => journal,
    settings: () => is.settings,
    words: () => en,
    pausedUntil: () => is.pausedUntil,
    callerOf: () => null,
    onWithheld: (alerts) => void did.push(`withheld ${alerts}`),
    onCommand(command, report) {
      did.push(command.do === 'show' ? `show ${command.notification.kind}` : 'withdraw')
      if (command.do === 'show') void Promise.resolve().then(() => report({ outcome: is.outcome }))
    },
  })
  function report(calls: readonly Call[], events: readonly CallEvent[] = []): void {
    const at = clock.now()
    const state: AgentState = {
      agent: null,
      calls,
      connection: { kind: 'live' },
      lastGoodAt: at,
      clock: null,
    }
    journal.record({ state, events }, at)
    alerts.takeCalls({ state, events, poll }, {})
  }
  return { clock, journal, did, is, alerts, report }
}

describe('ring alerts', () => {
  it('alerts once, and records in the ledger when it was requested, shown and withdrawn', async () => {
    const { report, did, journal, clock } = setUp()
    report([call], [ringing(call, START)])
    await clock.advance(5_000)
    report([])
    expect(did).toEqual(['show ring', 'withdraw'])
    expect(journal.ringOf(call.key)).toMatchObject({
      ringId: `${call.key}#1`,
      pollSentAt: poll.sentAt,
      pollAnsweredAt: poll.receivedAt,
      requestedAt: START,
      outcome: 'shown',
      withdrawnAt: START + 5_000,
    })
  })

  it('shows a limited number a minute, and counts the rest, which are not recorded as off or paused', async () => {
    const { report, did, journal, clock } = setUp()
    const calls = Array.from({ length: MAX_ALERTS_PER_MINUTE + 5 }, (_, index) => ringingCall(`b${index}`))
    report(
      calls,
      calls.map((one) => ringing(one, START)),
    )
    expect(did.filter((one) => one === 'show ring')).toHaveLength(MAX_ALERTS_PER_MINUTE)
    expect(did.at(-1)).toBe('withheld 5')
    expect(journal.ringOf(calls.at(-1)?.key ?? call.key)).toMatchObject({ requestedAt: null, outcome: null })
    await clock.advance(60_000)
    const later = ringingCall('later')
    report([...calls, later], [ringing(later, clock.now())])
    expect(did.at(-1)).toBe('show ring')
  })

  it('does not alert twice for the same ring when watching restarts or the program restarts', async () => {
    const first = setUp()
    first.report([call], [ringing(call, START)])
    const restarted = setUp(first.journal)
    await restarted.clock.advance(3_000)
    restarted.report([call], [ringing(call, START + 3_000)])
    expect(restarted.did).toEqual([])
  })

  it('alerts again when the same call rings again', async () => {
    const { report, did, clock, journal } = setUp()
    report([call], [ringing(call, START)])
    await clock.advance(5_000)
    report([], [{ type: 'ended', at: START + 5_000, call, outcome: 'missed', talkSeconds: 0 }])
    await clock.advance(30_000)
    const again = { ...call, phaseSince: START + 34_000 }
    report([again], [ringing(again, START + 35_000)])
    expect(did).toEqual(['show ring', 'withdraw', 'show missed', 'show ring'])
    expect(journal.ringOf(call.key)?.number).toBe(2)
  })

  it('records in the ledger why no alert was shown', () => {
    const off = setUp()
    off.is.settings = { ...DEFAULT_SETTINGS, alertOnRing: false }
    off.report([call], [ringing(call, START)])
    expect([off.did, off.journal.ringOf(call.key)?.outcome]).toEqual([[], 'off'])
    const paused = setUp()
    paused.is.pausedUntil = START + 60_000
    paused.report([call], [ringing(call, START)])
    expect([paused.did, paused.journal.ringOf(call.key)?.outcome]).toEqual([[], 'paused'])
  })

  it('records in the ledger that the system refused', async () => {
    const { report, is, journal, clock } = setUp()
    is.outcome = 'refused'
    report([call], [ringing(call, START)])
    await clock.advance(1)
    expect(journal.ringOf(call.key)).toMatchObject({ requestedAt: START, outcome: 'refused' })
  })

  it('withdraws everything when another extension is watched', () => {
    const { report, alerts, did } = setUp()
    report([call], [ringing(call, START)])
    alerts.leaveAccount()
    alerts.leaveAccount()
    expect(did).toEqual(['show ring', 'withdraw'])
  })
})
