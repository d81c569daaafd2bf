import { describe, expect, it } from 'vitest'
import type { AgentState, Call } from '../../../core/domain.ts'
import type { GuardWarning, MutedSpan } from '../../../core/recording-guard/guard-state.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import { HTTP_LIMITS } from '../../../core/telephony/client.ts'
import type { MuteAnswer } from '../../../core/telephony/telephony-client.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createRecordingGuard, type GuardShown } from './recording-guard.ts'
import { sampleCall } from '../testing/sample-call.ts'

const KEY = 'SIPSIP2/1'
const DONE: Attempt<MuteAnswer> = {
  ...{ kind: 'reached', answer: { kind: 'done' }, repairs: [] },
  ...{ sentAt: 0, receivedAt: 0, serverDate: null },
}
const talking = (state: 'recorded' | 'muted'): Call =>
  sampleCall({ phase: 'talking', connected: true, recording: { state, fileName: '' } })

function setUp() {
  const clock = virtualClock(1_000_000)
  const did: string[] = []
  const spans: MutedSpan[] = []
  const raised: GuardWarning['kind'][] = []
  const is = { minutes: 2 }
  let shown: GuardShown = { recordings: {}, recordingWarnings: [] }
  let stored: readonly GuardWarning[] = []
  let answer: (outcome: Attempt<MuteAnswer>) => void = () => undefined
  let signal = new AbortController().signal
  const guard = createRecordingGuard({
    limits: HTTP_LIMITS,
    clock,
    mutedTooLongMinutes: () => is.minutes,
    mute(ivrid, muted, aborted) {
      did.push(`${muted ? 'mute' : 'unmute'} ${ivrid}`)
      signal = aborted
      return new Promise((resolve) => (answer = resolve))
    },
    pollNow: () => Promise.resolve(void did.push('poll')),
    keep: (span) => spans.push(span),
    store: (holding) => (stored = holding),
    onWarnings: (news) => raised.push(...news.map(({ kind }) => kind)),
    onChange: (now) => (shown = now),
  })
  const sees = (calls: readonly Call[], extension = 'SIPSIP2'): void => {
    const watch: AgentState = {
      agent: { name: 'Dana', extension, status: { word: 'login', number: 1 }, statusSince: 0 },
      ...{ calls, connection: { kind: 'live' }, lastGoodAt: clock.now(), clock: null },
    }
    guard.answered(watch, { sentAt: clock.now(), receivedAt: clock.now() })
  }
  return {
    ...{ guard, clock, did, spans, raised, is, sees },
    ask: () => shown.recordings[KEY]?.ask.kind,
    warnings: () => shown.recordingWarnings,
    stored: () => stored.map(({ kind }) => kind),
    aborted: () => signal.aborted,
    async answers(outcome: Attempt<MuteAnswer>) {
      answer(outcome)
      await clock.advance(0)
    },
  }
}

async function muted() {
  const desk = setUp()
  desk.sees([talking('recorded')])
  desk.guard.mute(KEY, true)
  await desk.answers(DONE)
  desk.sees([talking('muted')])
  return desk
}

describe('createRecordingGuard', () => {
  it('sends a wish at once, requests a snapshot when the response arrives, and is confirmed by that', async () => {
    const desk = setUp()
    desk.sees([talking('recorded')])
    desk.guard.mute(KEY, true)
    expect([desk.did, desk.ask()]).toEqual([['mute 1'], 'asked'])
    await desk.answers(DONE)
    expect([desk.did, desk.ask()]).toEqual([['mute 1', 'poll'], 'asked'])
    desk.sees([talking('muted')])
    expect([desk.ask(), desk.spans.length]).toEqual(['confirmed', 1])
  })

  it('warns by the clock alone about a long mute, by the current time limit', async () => {
    const desk = await muted()
    await desk.clock.advance(60_000)
    expect(desk.raised).toEqual([])
    desk.is.minutes = 1
    desk.guard.retime()
    await desk.clock.advance(0)
    expect(desk.raised).toEqual(['muted-too-long'])
    await desk.clock.advance(600_000)
    expect(desk.raised).toEqual(['muted-too-long'])
  })

  it('fixes with one click, and dismisses with one', async () => {
    const desk = await muted()
    await desk.clock.advance(120_000)
    desk.guard.fix(desk.warnings()[0]!.id)
    expect([desk.did.at(-1), desk.warnings()]).toEqual(['unmute 1', []])
    await desk.answers({ kind: 'refused', why: 'address' })
    desk.guard.dismiss(desk.warnings()[0]!.id)
    expect([desk.raised, desk.warnings()]).toEqual([['muted-too-long', 'refused'], []])
  })

  it('cancels a request with the account, reports what is left open, and ignores its response', async () => {
    const desk = await muted()
    desk.guard.mute(KEY, false)
    desk.guard.leave()
    expect([desk.aborted(), desk.raised]).toEqual([true, ['left-muted', 'unconfirmed']])
    await desk.answers(DONE)
    expect([desk.did.filter((one) => one === 'poll').length, desk.ask()]).toEqual([1, undefined])
  })

  it('does not report a call as ended when the agent moved to another extension', async () => {
    const desk = await muted()
    desk.sees([], 'SIPSIP7')
    expect(desk.raised).toEqual(['left-muted'])
  })

  it('stores the current warnings, and continues with the stored ones when their calls are found again', async () => {
    const desk = await muted()
    await desk.clock.advance(120_000)
    expect(desk.stored()).toEqual(['muted-too-long'])
    const found = desk.warnings().map((warning) => ({ warning, lastSeenAt: desk.clock.now() }))
    const again = setUp()
    again.guard.restore(found)
    again.sees([talking('muted')])
    expect([again.raised, again.stored()]).toEqual([[], ['muted-too-long']])
    again.guard.dismiss(again.warnings()[0]!.id)
    expect(again.stored()).toEqual([])
  })

  it('leaves no timer and no request behind', async () => {
    const desk = await muted()
    desk.guard.mute(KEY, false)
    desk.guard.end()
    expect([desk.clock.waiting(), desk.aborted()]).toEqual([0, true])
  })
})
