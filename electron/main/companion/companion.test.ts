import { describe, expect, it } from 'vitest'
import type { AlertCommand } from '../../../core/alerts/notification.ts'
import type { TeamNews, WindowState } from '../../../core/contract.ts'
import type { AgentState, Call, CallEvent } from '../../../core/domain.ts'
import type {
  SurroundingsChange,
  PollTimes,
  SessionChange,
  Session,
} from '../../../core/session/session-types.ts'
import { loggedCall, ME, noa } from '../../../core/history/logged/testing/logged-desk.ts'
import type { JournalTrouble } from '../../../core/history/journal.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import { inMemory } from '../../../core/history/testing/in-memory.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings/settings.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import { HTTP_LIMITS } from '../../../core/telephony/client.ts'
import type { MuteAnswer } from '../../../core/telephony/telephony-client.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { en } from '../../../core/words/en.ts'
import type { Account } from '../session/account.ts'
import { createCompanion } from './companion.ts'
import type { SurroundingsState } from '../../../core/session/surroundings.ts'
import { EMPTY_SURROUNDINGS } from '../session/current-session.ts'
import { missed, ringing, sampleCall } from '../testing/sample-call.ts'

const account: Account = {
  baseUrl: 'https://host.example/comet/API',
  muteUrl: 'https://host.example/mute',
  dialUrl: 'https://api.example/click2call.aspx',
  statusUrl: 'https://host.example/status',
  callLogUrl: null,
  extension: 'SIPSIP2',
  pollSeconds: 5,
  region: 'IL',
  zone: 'Asia/Jerusalem',
  code: 'c0de',
  masked: false,
  isOwnByPolicy: true,
  surroundings: null,
}
const LIVE = { kind: 'live' } as const
const live = (over: Partial<AgentState> = {}): AgentState => ({
  agent: null,
  calls: [],
  connection: { kind: 'live' },
  lastGoodAt: 1,
  clock: null,
  ...over,
})

class FakeSession implements Session {
  did: string[] = []
  onAnswer: (times: PollTimes) => void = () => undefined
  onStopped: () => void = () => undefined
  current = live({ connection: { kind: 'connecting', failure: null }, lastGoodAt: null })
  private readonly surroundingsListeners = new Set<(change: SurroundingsChange) => void>()
  private readonly listeners = new Set<(change: SessionChange) => void>()
  state = () => this.current
  subscribe = (listener: (change: SessionChange) => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
  surroundings = (): SurroundingsState => EMPTY_SURROUNDINGS
  look = ({ team }: { readonly team: boolean }): void => void (this.gap = team ? 7 : 5)
  subscribeSurroundings = (listener: (change: SurroundingsChange) => void) => {
    this.surroundingsListeners.add(listener)
    return () => void this.surroundingsListeners.delete(listener)
  }
  reportSurroundings = (change: SurroundingsChange): void =>
    this.surroundingsListeners.forEach((listener) => listener(change))
  start = (): void => void this.did.push('start')
  stop = (): void => void this.did.push('stop')
  pollNow = () => Promise.resolve(void this.did.push('poll'))
  sleep = (): void => void this.did.push('sleep')
  wake = (): void => void this.did.push('wake')
  gap = 5
  gapSeconds = (): number => this.gap
  report(
    state: AgentState,
    events: readonly CallEvent[] = [],
    blind: Pick<SessionChange, 'blind'> = {},
  ): void {
    this.current = state
    for (const listener of this.listeners) listener({ state, events, poll: null, ...blind })
  }
}

const parts = { ...inMemory, now: () => 1_000_000, log: () => undefined }

function setUp(journal = openJournal(parts).journal) {
  const clock = virtualClock(1_000_000)
  const sessions: FakeSession[] = []
  const followed: Account[] = []
  const order: string[] = []
  const commands: AlertCommand[] = []
  const states: WindowState[] = []
  const teamNews: TeamNews[] = []
  const icons: string[] = []
  const tooltips: string[] = []
  const mutes: string[] = []
  const { journal: demoJournal } = openJournal(parts)
  const is = {
    account: account as Account | null,
    demo: false,
    settings: { ...DEFAULT_SETTINGS, extension: 'SIPSIP2' },
    answerMute: (() => undefined) as (outcome: Attempt<MuteAnswer>) => void,
  }
  const companion = createCompanion({
    clock,
    configuration: {
      settings: () => is.settings,
      account: () => is.account,
      isDemo: () => is.demo,
    },
    telephony: {
      limits: HTTP_LIMITS,
      watch: (to, { onAnswer, onStopped }) => {
        followed.push(to)
        const session = new FakeSession()
        session.onAnswer = onAnswer
        session.onStopped = onStopped
        sessions.push(session)
        return session
      },
      mute: (_account, ivrid, muted) => {
        mutes.push(`${ivrid} ${muted}`)
        return new Promise((answer) => (is.answerMute = answer))
      },
      setStatus: () => Promise.resolve({ kind: 'unreachable', why: 'aborted' }),
    },
    words: () => en,
    journal: () => (is.demo ? demoJournal : journal),
    ownName: () => null,
    callerOf: () => null,
    customerOf: () => null,
  })
  companion.onAlert((command, report) => {
    order.push('alert')
    commands.push(command)
    if (command.do === 'show') report({ outcome: 'shown' })
  })
  companion.onTray((view) => {
    order.push('tray')
    icons.push(view.icon)
    tooltips.push(view.tooltip)
  })
  companion.onState((state) => {
    order.push('push')
    states.push(state)
  })
  companion.onTeam((news) => teamNews.push(news))
  companion.onEvents(() => order.push('events'))
  companion.onSettings(() => order.push('settings'))
  companion.reconfigure()
  order.length = 0
  return {
    companion,
    journal,
    clock,
    sessions,
    followed,
    order,
    commands,
    states,
    teamNews,
    icons,
    tooltips,
    mutes,
    is,
  }
}

const ids = (commands: readonly AlertCommand[]) =>
  commands.map((command) => (command.do === 'show' ? `show ${command.notification.kind}` : 'withdraw'))

describe('companion', () => {
  it('shows the alert before updating the view', () => {
    const { sessions, order, commands, states, icons } = setUp()
    const call = sampleCall()
    sessions[0]!.report(live({ calls: [call] }), [ringing(call)])
    expect(order).toEqual(['alert', 'tray', 'push', 'events'])
    expect(ids(commands)).toEqual(['show ring'])
    expect(icons.at(-1)).toBe('ringing')
    expect(states.at(-1)!.watch.calls).toEqual([call])
  })

  it('pushes nothing when only the time of the last successful response has changed', () => {
    const { sessions, order, companion } = setUp()
    sessions[0]!.report(live())
    const { revision } = companion.state()
    order.length = 0
    sessions[0]!.report(structuredClone(live({ lastGoodAt: 99 })))
    expect(order).toEqual([])
    expect(companion.state()).toMatchObject({ revision, watch: { lastGoodAt: 99 } })
  })

  it('shows the plan’s longest gap as soon as it changes, after a response or because another view is on screen', () => {
    const { sessions, states, companion } = setUp()
    const [session] = sessions
    session!.report(live())
    expect(states.at(-1)!.pollGapSeconds).toBe(5)
    session!.gap = 6
    session!.onAnswer({ sentAt: 1, receivedAt: 2 })
    expect(states.at(-1)!.pollGapSeconds).toBe(6)
    companion.look({ queues: false, team: true })
    expect(states.at(-1)!.pollGapSeconds).toBe(7)
    companion.look({ queues: false, team: false })
    expect(states.at(-1)!.pollGapSeconds).toBe(5)
  })

  it('gives each visible change a higher revision', () => {
    const { sessions, states } = setUp()
    sessions[0]!.report(live())
    sessions[0]!.report(live({ calls: [sampleCall()] }))
    const revisions = states.map((state) => state.revision)
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b))
    expect(new Set(revisions).size).toBe(revisions.length)
  })

  it('withdraws the alert and lists the call as missed when the caller hangs up', () => {
    const { sessions, commands, companion, icons } = setUp()
    const call = sampleCall()
    sessions[0]!.report(live({ calls: [call] }), [ringing(call)])
    sessions[0]!.report(live(), [missed(call)])
    expect(ids(commands)).toEqual(['show ring', 'withdraw', 'show missed'])
    expect(companion.state().missed).toMatchObject([{ key: call.key, seen: false }])
    expect(icons.at(-1)).toBe('missed')
    companion.seeMissed()
    expect([icons.at(-1), companion.state().missed[0]!.seen]).toEqual(['idle', true])
    expect(companion.templateCall(call.key)).toMatchObject({ ivrid: call.ivrid, status: 'missed' })
    companion.clearMissed()
    expect(companion.state().missed).toEqual([])
    expect(companion.templateCall('SIPSIP2/nobody')).toBeNull()
  })

  it('marks a missed call whose end was not seen, before and after a restart', () => {
    const { sessions, companion, journal, is } = setUp()
    const call = sampleCall({ startedAt: 900_000 })
    sessions[0]!.report(live({ calls: [call], lastGoodAt: 910_000 }), [ringing(call, 910_000)])
    const blind = { blind: { from: 910_000, to: 2_000_000 } }
    sessions[0]!.report(live({ lastGoodAt: 2_000_000 }), [missed(call, 2_000_000)], blind)
    const expected = { key: call.key, endedAt: 910_000, endSeen: false }
    expect(companion.state().missed).toMatchObject([expected])
    is.account = { ...account, code: 'another' }
    companion.reconfigure()
    expect(journal.missedCalls()).toHaveLength(1)
    expect(companion.state().missed).toMatchObject([expected])
  })

  it('lists after a restart what was missed before it, viewed or not, until it is cleared', () => {
    const { sessions, companion, is } = setUp()
    const start = (): void => {
      is.account = { ...account, code: `${is.account?.code}+` }
      companion.reconfigure()
    }
    const call = sampleCall()
    sessions[0]!.report(live({ calls: [call] }), [ringing(call)])
    sessions[0]!.report(live(), [missed(call)])
    start()
    expect(companion.state().missed).toMatchObject([{ key: call.key, seen: false }])
    companion.seeMissed()
    start()
    expect(companion.state().missed).toMatchObject([{ key: call.key, seen: true }])
    companion.clearMissed()
    start()
    expect(companion.state().missed).toEqual([])
  })

  it('counts in the tray what is left of the missed calls: not dismissed, and not called back', () => {
    const { sessions, companion, journal, tooltips, icons } = setUp()
    const [one, other] = [sampleCall(), sampleCall({ ivrid: 'b', key: 'SIPSIP2/b', phone: noa })]
    sessions[0]!.report(live({ calls: [one, other] }), [ringing(one), ringing(other)])
    sessions[0]!.report(live(), [missed(one), missed(other)])
    expect(tooltips.at(-1)).toContain(en.tray.missed(2))
    expect(companion.dismissMissed(one.key)).toBe(true)
    expect(companion.dismissMissed('SIPSIP2/nobody')).toBe(false)
    expect(companion.state().missed.map(({ key }) => key)).toEqual([other.key])
    companion.restoreMissed(one.key)
    expect(tooltips.at(-1)).toContain(en.tray.missed(2))
    const back = sampleCall({
      ivrid: 'c',
      key: 'SIPSIP2/c',
      phone: noa,
      direction: 'outgoing',
      phase: 'talking',
    })
    const talk = { ...back, connected: true, startedAt: 5_000_000, answeredAt: 5_004_000 }
    sessions[0]!.report(live({ calls: [talk] }), [
      { type: 'answered', at: 5_005_000, call: talk, unseen: false },
    ])
    expect(companion.state().missed.map(({ calledBack }) => calledBack)).toEqual([5_004_000, undefined])
    companion.dismissMissed(one.key)
    sessions[0]!.report(live())
    expect(tooltips.at(-1)).not.toContain(en.tray.missed(1))
    expect(icons.at(-1)).toBe('idle')
    journal.setNote(other.key, 'sent the form')
    companion.refreshNotes()
    expect(companion.state().missed).toMatchObject([{ key: other.key, note: 'sent the form' }])
  })

  it('lists what the call log added', () => {
    const { sessions, companion, journal, clock } = setUp()
    const status = { word: 'login', number: 1 } as const
    const agent = { name: 'Dana', extension: 'SIPSIP2', status, statusSince: 0, onlineUserId: ME }
    sessions[0]!.report(live({ agent, lastGoodAt: 1_000_000 }))
    sessions[0]!.report(live({ agent, lastGoodAt: 2_000_000, calls: [sampleCall()] }))
    const { missed: found } = journal.fillIn([loggedCall({ startedAt: 1_500_000 })], clock.now())
    companion.announceLogged(found)
    expect(companion.state().missed).toMatchObject([{ ivrid: 'a1', logged: true }])
  })

  it('alerts an agent at login about a waiting caller, and only once, however often they log in', () => {
    const { sessions, commands, is } = setUp()
    is.settings = { ...is.settings, alertOnFirstWaiting: true }
    const caller = { callId: 'w', phone: sampleCall().phone, joinedAt: 0 }
    const queue = { id: '1', name: 'Sales', waiting: 1, callers: [caller], longestSince: 0 }
    const queues = [{ ...queue, thresholdSeconds: 60, breached: 0, nextBreachAt: null }]
    const surroundings = {
      ...EMPTY_SURROUNDINGS,
      queues: { ...EMPTY_SURROUNDINGS.queues, connection: LIVE, queues },
    }
    sessions[0]!.surroundings = () => surroundings
    sessions[0]!.reportSurroundings({ state: surroundings, team: { changed: [], gone: [] } })
    expect(commands).toEqual([])
    const status = { word: 'login', number: 1 } as const
    const agent = { name: 'Dana Levi', extension: 'SIPSIP2', status, statusSince: 0 }
    sessions[0]!.report(live({ agent }))
    expect(ids(commands)).toEqual(['show queue'])
    sessions[0]!.report(live())
    sessions[0]!.report(live({ agent }))
    expect(ids(commands)).toEqual(['show queue'])
  })

  it('pauses alerts for the requested time and shows until when', async () => {
    const { companion, sessions, commands, clock } = setUp()
    companion.pauseAlerts(15)
    expect(companion.state().alertsPausedUntil).toBe(1_000_000 + 15 * 60_000)
    const call = sampleCall()
    sessions[0]!.report(live({ calls: [call] }), [ringing(call)])
    expect(commands).toEqual([])
    await clock.advance(15 * 60_000)
    expect(companion.state().alertsPausedUntil).toBeNull()
    expect(commands).toMatchObject([{ do: 'show', notification: { title: '1 call rang', silent: true } }])
  })

  it('says nothing after a pause in which nothing rang, or whose account was left', () => {
    const { companion, sessions, commands, is } = setUp()
    companion.pauseAlerts(15)
    companion.pauseAlerts(null)
    companion.pauseAlerts(15)
    const call = sampleCall()
    sessions[0]!.report(live({ calls: [call] }), [ringing(call)])
    is.account = { ...is.account!, extension: 'OTHER' }
    companion.reconfigure()
    companion.pauseAlerts(null)
    expect(commands).toEqual([])
  })

  it('writes the history to its file once that is possible, and shows it, without any response', async () => {
    const { journal } = openJournal(parts)
    const call = sampleCall()
    journal.record({ state: live({ calls: [call] }), events: [ringing(call)] }, 1_000_000)
    journal.record({ state: live(), events: [missed(call)] }, 1_005_000)
    const memory: JournalTrouble = { kind: 'memory', why: 'full' }
    let trouble: JournalTrouble | null = memory
    const { companion, clock, states } = setUp({
      ...journal,
      trouble: () => trouble,
      missedCalls: () => (trouble === null ? journal.missedCalls() : []),
      retry: () => void (trouble = null),
    })
    companion.look({ queues: false, team: false })
    await clock.advance(31_000)
    expect(states.map(({ journalTrouble, missed }) => [journalTrouble, missed.length])).toEqual([
      [memory, 0],
      [null, 1],
    ])
  })

  it('drops an earlier pause when a new one starts or the pause is ended', async () => {
    const { companion, clock } = setUp()
    const waiting = clock.waiting()
    companion.pauseAlerts(15)
    companion.pauseAlerts(60)
    await clock.advance(16 * 60_000)
    expect(companion.state().alertsPausedUntil).not.toBeNull()
    companion.pauseAlerts(null)
    expect([companion.state().alertsPausedUntil, clock.waiting()]).toEqual([null, waiting])
  })

  it('continues watching when a setting changes that is unrelated to the account', () => {
    const { companion, sessions, order, is } = setUp()
    is.settings = { ...is.settings, theme: 'dark' }
    companion.reconfigure()
    expect(sessions).toHaveLength(1)
    expect(order).toContain('settings')
  })

  it('restarts with another account, and withdraws what rang on the old one', () => {
    const { companion, sessions, followed, commands, is } = setUp()
    const call = sampleCall()
    sessions[0]!.report(live({ calls: [call] }), [ringing(call)])
    is.account = { ...account, extension: 'SIPSIP3' }
    companion.reconfigure()
    expect(sessions.map((session) => session.did)).toEqual([['start', 'stop'], ['start']])
    expect(followed.map((to) => to.extension)).toEqual(['SIPSIP2', 'SIPSIP3'])
    expect(ids(commands)).toEqual(['show ring', 'withdraw'])
    expect(companion.state().watch).toMatchObject({ calls: [], connection: { kind: 'connecting' } })
  })

  it('shows a mute as requested, then as confirmed, and stores its span in the journal', async () => {
    const { companion, journal, sessions, mutes, is, commands, clock } = setUp()
    const call = sampleCall({ phase: 'talking', answered: true, connected: true })
    const [session] = sessions
    const poll = (state: AgentState, events: readonly CallEvent[] = []): void => {
      session!.report(state, events)
      session!.onAnswer({ sentAt: clock.now(), receivedAt: clock.now() })
    }
    poll(live({ calls: [call] }), [{ type: 'answered', unseen: true, at: clock.now(), call }])
    companion.recordings.mute(call.key, true)
    const ask = () => companion.state().recordings[call.key]?.ask.kind
    expect([mutes, ask()]).toEqual([['1 true'], 'asked'])
    is.answerMute({
      ...{ kind: 'reached', answer: { kind: 'done' }, repairs: [] },
      ...{ sentAt: 0, receivedAt: 0, serverDate: null },
    })
    await clock.advance(1_000)
    poll(live({ calls: [{ ...call, recording: { state: 'muted', fileName: '' }, mutedSince: clock.now() }] }))
    expect([ask(), session!.did]).toEqual(['confirmed', ['start', 'poll']])
    expect(journal.call(call.key)?.mutes).toMatchObject([{ by: 'here', to: null }])
    poll(live(), [{ type: 'ended', at: clock.now(), call, outcome: 'completed', talkSeconds: 1 }])
    expect(companion.state().recordingWarnings).toMatchObject([{ kind: 'ended-muted' }])
    expect(commands.map((one) => (one.do === 'show' ? one.notification.title : ''))).toEqual([
      'Call ended while recording was muted (0\u00a0s)',
    ])
  })

  describe('a warning about a recording', () => {
    const call = sampleCall({ phase: 'talking', answered: true, connected: true })
    const kinds = ({ companion }: ReturnType<typeof setUp>) =>
      companion.state().recordingWarnings.map(({ kind }) => kind)

    /** A call that ended with its recording muted, as the guard warns about. */
    function endedMuted() {
      const desk = setUp()
      const poll = (state: AgentState, events: readonly CallEvent[] = []): void => {
        desk.sessions[0]!.report(state, events)
        desk.sessions[0]!.onAnswer({ sentAt: desk.clock.now(), receivedAt: desk.clock.now() })
      }
      const muted: Call = { ...call, recording: { state: 'muted', fileName: '' }, mutedSince: 1_000_000 }
      poll(live({ calls: [muted] }), [{ type: 'answered', unseen: true, at: desk.clock.now(), call }])
      poll(live(), [{ type: 'ended', at: desk.clock.now(), call, outcome: 'completed', talkSeconds: 1 }])
      expect(kinds(desk)).toEqual(['ended-muted'])
      return desk
    }

    it('survives a restart until it is dismissed, and alerts once', () => {
      const { journal } = endedMuted()
      const again = setUp(journal)
      expect(kinds(again)).toEqual(['ended-muted'])
      expect(again.companion.state().recordingWarnings).toMatchObject([{ phone: call.phone }])
      expect(again.commands).toEqual([])
      again.companion.recordings.dismiss(again.companion.state().recordingWarnings[0]!.id)
      expect(kinds(setUp(journal))).toEqual([])
    })

    it('is restored after a demo, dismissed or not', () => {
      const desk = endedMuted()
      const demo = (on: boolean): void => {
        desk.is.demo = on
        desk.is.account = { ...account, baseUrl: on ? 'http://127.0.0.1:1/comet/API' : account.baseUrl }
        desk.companion.reconfigure()
      }
      demo(true)
      demo(false)
      expect([kinds(desk), kinds(setUp(desk.journal))]).toEqual([['ended-muted'], ['ended-muted']])
      demo(true)
      desk.companion.recordings.dismiss(desk.companion.state().recordingWarnings[0]!.id)
      demo(false)
      expect([kinds(desk), kinds(setUp(desk.journal))]).toEqual([[], []])
    })

    it('is deleted with its caller', () => {
      const desk = endedMuted()
      desk.journal.forgetCaller(call.phone)
      desk.companion.refresh()
      expect([kinds(desk), kinds(setUp(desk.journal))]).toEqual([[], []])
    })
  })

  it('reopens a session that stopped polling: the tray shows it for a while, the journal stores the gap', async () => {
    const { companion, sessions, journal, tooltips, clock } = setUp()
    sessions[0]!.report(live({ calls: [sampleCall()], lastGoodAt: clock.now() }))
    const from = clock.now()
    await clock.advance(300_000)
    sessions[0]!.onStopped()
    expect([sessions.length, sessions[0]!.did, sessions[1]!.did]).toEqual([2, ['start', 'stop'], ['start']])
    expect(companion.state().watch.calls).toEqual([])
    expect(tooltips.at(-1)).toContain(en.stay.watchStopped)
    expect(journal.watchingReport(0, clock.now()).blindSpots).toEqual([
      { from, to: null, why: 'not-running' },
    ])
    await clock.advance(30 * 60_000)
    expect(tooltips.at(-1)).not.toContain(en.stay.watchStopped)
  })

  it('keeps simulated and real missed calls apart', () => {
    const { companion, sessions, is } = setUp()
    sessions[0]!.report(live(), [missed(sampleCall())])
    is.demo = true
    is.account = { ...account, baseUrl: 'http://127.0.0.1:1/comet/API' }
    companion.reconfigure()
    expect(companion.state()).toMatchObject({ demo: true, missed: [] })
  })

  it('watches nothing without an account, and shows that', async () => {
    const { companion, sessions, is } = setUp()
    is.account = null
    companion.reconfigure()
    expect(sessions[0]!.did).toEqual(['start', 'stop'])
    expect(companion.state().watch.connection).toEqual({ kind: 'paused', why: 'no-account' })
    await companion.pollNow()
    companion.sleep()
    expect(sessions[0]!.did).toEqual(['start', 'stop'])
  })

  it('passes sleep, wake and a poll on to the session, and stops it', async () => {
    const { companion, sessions, clock } = setUp()
    companion.sleep()
    companion.wake()
    await companion.pollNow()
    companion.pauseAlerts(15)
    companion.end()
    expect(sessions[0]!.did).toEqual(['start', 'sleep', 'wake', 'poll', 'stop'])
    expect(clock.waiting()).toBe(0)
  })
})
