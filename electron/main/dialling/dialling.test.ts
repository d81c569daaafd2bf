import { afterEach, describe, expect, it } from 'vitest'
import { createListeners } from '../../../core/listeners.ts'
import type { WindowState } from '../../../core/contract.ts'
import type { DiallingView } from '../../../core/dialling/dialling-view.ts'
import type { AgentState, Call } from '../../../core/domain.ts'
import type { DialSubject } from '../../../core/dialling/dial-target.ts'
import { createExpectedLegs } from '../../../core/dialling/expected-legs.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import type { Journal } from '../../../core/history/journal.ts'
import { readPhone } from '../../../core/phone.ts'
import type { PollTimes } from '../../../core/session/session-types.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings/settings.ts'
import { knownCall } from '../../../core/testing/seen.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import type { DialAnswer, DialOrder } from '../../../core/telephony/telephony-client.ts'
import { temporaryFile } from '../../../core/history/testing/temporary-file.ts'
import { accountOf } from '../session/account.ts'
import { createDialling } from './dialling.ts'

const NOW = 1_790_000_000_000
const NOA: DialSubject = { kind: 'phone', phone: readPhone('0501234567', 'IL'), name: 'Noa' }
const NOTHING: DiallingView = { from: null, hangsUp: null, dial: null, hangUp: null }
const ends: (() => void)[] = []
afterEach(() => ends.splice(0).forEach((end) => end()))

const ACCEPTED: Attempt<DialAnswer> = {
  ...{ kind: 'reached', answer: { kind: 'accepted', callId: 'a1' }, repairs: [] },
  ...{ sentAt: NOW, receivedAt: NOW, serverDate: null },
}

interface Given {
  readonly change?: Partial<Settings>
  readonly path?: string
  readonly answer?: Attempt<DialAnswer>
  /** Who is logged in; by default Dana, the extension's owner. 0: nobody. */
  readonly onlineUserId?: number
  readonly masked?: boolean
  readonly break?: (journal: Journal) => Journal
}

/** One run of the program around a dial: the journal's file survives it. */
function desk(given: Given = {}) {
  const file = given.path === undefined ? temporaryFile() : null
  if (file !== null) ends.push(file.remove)
  const path = given.path ?? file?.path ?? ''
  const timers = virtualClock(NOW)
  let errorMs = 0
  const clock = { ...timers, now: () => timers.now() + errorMs }
  const opened = openJournal({ path, now: clock.now, log: () => undefined }).journal
  const journal = given.break?.(opened) ?? opened
  const settings = { ...DEFAULT_SETTINGS, extension: 'SIPSIP2', hangUp: true, ...given.change }
  const watch: AgentState = {
    agent: {
      ...{ name: 'Dana', extension: 'SIPSIP2', statusSince: 0, userId: 7 },
      ...(given.onlineUserId === 0 ? {} : { onlineUserId: given.onlineUserId ?? 7 }),
      status: { word: given.onlineUserId === 0 ? 'logout' : 'login', number: 1 },
    },
    ...{ calls: [], connection: { kind: 'live' }, lastGoodAt: NOW, clock: null },
  }
  let state = {
    watch,
    location: { kind: 'fixed', extension: 'SIPSIP2' },
    warnings: [],
    dialling: NOTHING,
  } as unknown as WindowState
  const heard = {
    state: createListeners<[WindowState]>(),
    answer: createListeners<[AgentState, PollTimes]>(),
    settings: createListeners<[]>(),
  }
  const sent: DialOrder[] = []
  const ended: string[] = []
  const dialling = createDialling({
    clock,
    configuration: {
      settings: () => settings,
      account: () =>
        accountOf(settings, () => 'c0de', { masked: given.masked ?? false, isOwnByPolicy: false }),
      isDemo: () => false,
    },
    companion: {
      state: () => state,
      onState: heard.state.add,
      onAnswer: heard.answer.add,
      onSettings: heard.settings.add,
      setDialling: (view) => (state = { ...state, dialling: view }),
      pollNow: () => Promise.resolve(),
      teamRow: () => null,
    },
    telephony: {
      dial: async (_account, order) => {
        sent.push(order)
        await Promise.resolve()
        return given.answer ?? ACCEPTED
      },
      hangUp: async (_account, extension) => {
        ended.push(extension)
        await Promise.resolve()
        return given.answer ?? ACCEPTED
      },
    },
    legs: createExpectedLegs(clock.after),
    journal: () => journal,
  })
  heard.settings.call()
  return {
    ...{ dialling, sent, ended, journal, path, clock },
    view: () => state.dialling,
    setClock: (byMs: number) => (errorMs += byMs),
    async settled() {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
    },
    shows(...calls: readonly Call[]) {
      state = { ...state, watch: { ...state.watch, calls } }
      heard.answer.call(state.watch, { sentAt: clock.now(), receivedAt: clock.now() })
    },
    /** Simulates a crash: nothing more is written. */
    die: () => journal.close(),
  }
}

const OWN = knownCall({ ivrid: 'a1', direction: 'click-to-call', phase: 'dialing', statusWord: 'Ringing' })

describe('a click on Call', () => {
  it('asks for confirmation first, and places the call once it is confirmed', async () => {
    const { dialling, sent, view, shows, settled } = desk()
    dialling.ask('d1', NOA)
    expect(view().dial).toMatchObject({ stage: 'confirming', target: '972501234567', extension: 'SIPSIP2' })
    expect(sent).toEqual([])
    dialling.confirm('d1')
    await settled()
    expect(sent).toEqual([{ extension: 'SIPSIP2', target: '972501234567', record: null, callerId: null }])
    shows(OWN)
    expect(view().dial?.stage).toBe('own-leg')
  })

  it('is expected to ring for as long, whatever the clock is set to in the meantime', async () => {
    const { dialling, view, settled, setClock, clock } = desk()
    dialling.ask('d1', NOA)
    dialling.confirm('d1')
    setClock(3_600_000)
    await settled()
    await clock.advance(60_000)
    expect(view().dial?.stage).toBe('requested')
    await clock.advance(40_000)
    expect(view().dial?.stage).toBe('unseen')
  })

  it('sends one request, however often it is repeated', async () => {
    const { dialling, sent, settled } = desk()
    dialling.ask('d1', NOA)
    dialling.ask('d1', NOA)
    dialling.confirm('d1')
    dialling.confirm('d1')
    await settled()
    dialling.ask('d1', NOA)
    dialling.confirm('d1')
    await settled()
    expect(sent).toHaveLength(1)
  })

  it('sends nothing again after a crash, whatever the window repeats, and says that the call may have been placed', async () => {
    const first = desk({ answer: { kind: 'unreachable', why: 'timeout' } })
    first.dialling.ask('d1', NOA)
    first.dialling.confirm('d1')
    first.die()
    const second = desk({ path: first.path })
    expect(second.view().dial).toMatchObject({ id: 'd1', stage: 'unknown', target: '972501234567' })
    second.dialling.close('d1')
    second.dialling.ask('d1', NOA)
    second.dialling.confirm('d1')
    await second.settled()
    expect(second.sent).toEqual([])
    second.die()
  })

  it('places no call that couldn’t be stored', async () => {
    const broken = (journal: Journal): Journal => ({
      ...journal,
      noteDial() {
        throw new Error('full')
      },
    })
    const { dialling, sent, view, settled } = desk({ break: broken })
    dialling.ask('d1', NOA)
    dialling.confirm('d1')
    await settled()
    expect(sent).toEqual([])
    expect(view().dial).toMatchObject({ stage: 'refused', why: { why: 'not-stored' } })
  })

  it('observes the limits, across restarts', async () => {
    const { dialling, sent, view, settled, path, die } = desk({ change: { dialsPerMinute: 1 } })
    dialling.ask('d1', NOA)
    dialling.confirm('d1')
    await settled()
    die()
    const again = desk({ path, change: { dialsPerMinute: 1 } })
    again.dialling.close('d1')
    again.dialling.ask('d2', NOA)
    again.dialling.confirm('d2')
    expect(again.view().dial).toMatchObject({ stage: 'refused', why: { why: 'per-minute' } })
    expect([sent.length, again.sent.length, view().dial?.stage]).toEqual([1, 0, 'requested'])
    again.die()
  })

  it.each([
    ['nobody is logged in', { onlineUserId: 0 }],
    ['somebody else is logged in', { onlineUserId: 8 }],
    ['the extension may be a colleague’s', { masked: true }],
  ])('isn’t offered if %s, and is refused if it is requested anyway', (_where, given) => {
    const { dialling, view, sent } = desk(given)
    expect(view()).toMatchObject({ from: null, hangsUp: null })
    dialling.ask('d1', NOA)
    expect(view().dial).toMatchObject({ stage: 'refused', why: { why: 'not-yours' } })
    expect(sent).toEqual([])
  })

  it('isn’t offered if it is off, and is refused if it is requested anyway', () => {
    const off = desk({ change: { dialling: false } })
    expect(off.view().from).toBeNull()
    off.dialling.ask('d1', NOA)
    expect(off.view().dial?.why).toMatchObject({ why: 'off' })
  })

  it('sends the policy’s recording setting and caller ID', async () => {
    const { dialling, sent, settled } = desk({
      change: { dialRecording: 'off', dialCallerId: '+972390012345' },
    })
    dialling.ask('d1', NOA)
    dialling.confirm('d1')
    await settled()
    expect(sent[0]).toMatchObject({ record: false, callerId: '972390012345' })
  })
})

describe('hanging up', () => {
  const talk = knownCall({ ivrid: 't', phase: 'talking', connected: true })
  const other = knownCall({ ivrid: 'o', phase: 'held', connected: true })

  it('sends one request until it is confirmed', async () => {
    const { dialling, ended, view, shows, settled } = desk()
    shows(talk)
    dialling.hangUp(1)
    dialling.hangUp(1)
    await settled()
    expect(ended).toEqual(['SIPSIP2'])
    expect(view().hangUp?.stage).toBe('requested')
    shows()
    expect(view().hangUp).toBeNull()
  })

  it('ends no more calls than the agent saw, and none if it is off', () => {
    const { dialling, ended, shows } = desk()
    shows(talk, other)
    dialling.hangUp(1)
    expect(ended).toEqual([])
    dialling.hangUp(2)
    expect(ended).toEqual(['SIPSIP2'])
    const off = desk({ change: { hangUp: false } })
    off.shows(talk)
    off.dialling.hangUp(1)
    expect([off.ended, off.view().hangsUp]).toEqual([[], null])
  })
})
