import { dequal } from 'dequal'
import { DAY_MS, MINUTE_MS, type Clock } from '../../../core/clock.ts'
import type { AgentState, CallKey } from '../../../core/domain.ts'
import { exceededLimit } from '../../../core/dialling/dial-limits.ts'
import { isUnderWay, type Dial, type NotPlaced } from '../../../core/dialling/dial-state.ts'
import {
  placedTarget,
  readTarget,
  type DialSubject,
  type DialTarget,
} from '../../../core/dialling/dial-target.ts'
import { diallingView } from '../../../core/dialling/dialling-view.ts'
import type { ExpectedLegs } from '../../../core/dialling/expected-legs.ts'
import { EXPECTED_MS } from '../../../core/dialling/own-legs.ts'
import { dialWait, stepDial, type DialCommand, type DialInput } from '../../../core/dialling/step-dial.ts'
import { stepHangUp, type HangUp, type HangUpInput } from '../../../core/dialling/step-hang-up.ts'
import type { Journal } from '../../../core/history/journal.ts'
import { followedPerson, phoneInUse } from '../../../core/own-phone.ts'
import type { PollTimes } from '../../../core/session/session-types.ts'
import type { Companion } from '../companion/companion-types.ts'
import type { Account } from '../session/account.ts'
import type { TelephonyAccess } from '../session/telephony-access.ts'
import type { Configuration } from '../settings/configuration.ts'

/** Places and ends calls: only after a click, and with one request per click. */
export interface Dialling {
  /**
   * Shows the confirmation before a call. `id`: assigned to the click by whoever handled it. False if another call is
   * being placed.
   */
  ask(id: string, subject: DialSubject | null): boolean
  /** Confirms the call with this id. */
  confirm(id: string): void
  /** Cancels the confirmation, or dismisses a finished dial. */
  close(id: string): void
  /** Ends all calls on the agent's extension; `calls`: how many the agent saw. If there are more, none is ended. */
  hangUp(calls: number): void
  closeHangUp(): void
  end(): void
}

export interface DiallingParts {
  readonly clock: Clock
  readonly configuration: Pick<Configuration, 'settings' | 'account' | 'isDemo'>
  readonly companion: Pick<
    Companion,
    'state' | 'onState' | 'onAnswer' | 'onSettings' | 'setDialling' | 'pollNow' | 'teamRow'
  >
  readonly telephony: Pick<TelephonyAccess, 'dial' | 'hangUp'>
  readonly legs: Pick<ExpectedLegs, 'expect' | 'forget' | 'end'>
  readonly journal: () => Pick<
    Journal,
    'wasDialled' | 'noteDial' | 'noteDialledCall' | 'concludeDial' | 'dialsSince'
  >
}

const SET_BACK_MS = 25 * 60 * MINUTE_MS // a wrong clock is usually off by some hours or a day

export function createDialling(parts: DiallingParts): Dialling {
  const { clock, configuration, companion, telephony, legs, journal } = parts
  let current: Dial | null = null
  let hangUp: HangUp | null = null
  let hangUps = 0
  let account: Pick<Account, 'baseUrl' | 'code'> | null = null
  let ending = new AbortController()
  let stopTick = (): void => undefined

  function own(): string | null {
    const account = configuration.account()
    if (account === null) return null
    const { watch, location } = companion.state()
    const { masked, isOwnByPolicy } = account
    const followed = followedPerson(configuration.settings())
    return phoneInUse({ followed, isOwnByPolicy, masked, location, agent: watch.agent })
  }

  function refresh(): void {
    const settings = configuration.settings()
    const extension = configuration.account()?.dialUrl == null ? null : own()
    const next = diallingView(current, hangUp, {
      from: settings.dialling ? extension : null,
      hangsUp: settings.hangUp ? extension : null,
    })
    if (!dequal(next, companion.state().dialling)) companion.setDialling(next)
  }

  function handle(input: DialInput): void {
    const before = current
    const { dial, commands } = stepDial(current, input)
    current = dial
    if (before?.id !== dial?.id || before?.stage !== dial?.stage) retime()
    refresh()
    commands.forEach(carryOut)
  }

  function carryOut(command: DialCommand): void {
    switch (command.do) {
      case 'place':
        return place(command.dial)
      case 'conclude':
        legs.forget(command.id)
        return journal().concludeDial(command.id)
      case 'poll-now':
        return void companion.pollNow()
    }
  }

  /** Stores the call first: whatever fails after that, this click never sends a request again. */
  function place(dial: Dial): void {
    const { id, extension, target, sentAt, before } = dial
    const way = configuration.account()
    if (way === null || sentAt === null || !mayPlace({ id, extension, target, sentAt }))
      return handle({ kind: 'not-stored', at: clock.now(), id })
    const leg = { id, extension, target, sentAt, before }
    legs.expect({ ...leg, callId: null })
    const { signal } = ending
    void telephony.dial(way, { extension, target, ...options() }, signal).then((outcome) => {
      const accepted =
        outcome.kind === 'reached' && outcome.answer.kind === 'accepted' ? outcome.answer : null
      // Another account is watched, or the program ends: a later run finds the call in the journal.
      if (signal.aborted) return
      if (accepted?.callId != null) {
        journal().noteDialledCall(id, accepted.callId)
        legs.expect({ ...leg, callId: accepted.callId })
      }
      handle({ kind: 'answered', at: clock.now(), id, outcome })
    })
  }

  function mayPlace(placed: Parameters<Journal['noteDial']>[0]): boolean {
    try {
      if (journal().wasDialled(placed.id)) return false
      journal().noteDial(placed)
      return true
    } catch {
      return false
    }
  }

  function options(): { readonly record: boolean | null; readonly callerId: string | null } {
    const { dialRecording, dialCallerId } = configuration.settings()
    const callerId = dialCallerId.replace(/^\+/, '')
    return {
      record: dialRecording === 'account' ? null : dialRecording === 'on',
      callerId: callerId === '' ? null : callerId,
    }
  }

  /** Why no call can be placed from this extension now; null if it can. */
  function refusal(extension: string): NotPlaced | null {
    const settings = configuration.settings()
    if (!settings.dialling) return 'off'
    if (own() !== extension) return 'not-yours'
    const at = clock.now()
    const placed = journal().dialsSince(at - DAY_MS)
    return exceededLimit(
      placed.map(({ sentAt }) => sentAt),
      at,
      settings,
    )
  }

  function targetOf(
    subject: DialSubject | null,
    extension: string | null,
  ): DialTarget | { readonly refused: NotPlaced } {
    if (!configuration.settings().dialling) return { refused: 'off' }
    if (extension === null) return { refused: 'not-yours' }
    if (subject === null) return { refused: 'empty' }
    const { region, dialCountries, dialRefusedPrefixes } = configuration.settings()
    const isExtension = (code: string): boolean => companion.teamRow(code) !== null
    return readTarget(subject, { region, dialCountries, dialRefusedPrefixes, extension, isExtension })
  }

  /** An earlier run may have sent a request and ended before it knew the outcome. */
  function restore(): void {
    const at = clock.now()
    const open = journal()
      .dialsSince(at - SET_BACK_MS)
      .filter(({ concluded }) => !concluded)
    // If the clock was set in the meantime, the stored time doesn't show how old the call is.
    for (const dial of open) legs.expect({ ...dial, before: [] })
    const last = open.findLast(({ sentAt }) => Math.abs(at - sentAt) < EXPECTED_MS)
    if (last === undefined) return
    const { id, extension, sentAt, callId } = last
    const target = placedTarget(last.target, configuration.settings().region)
    handle({ kind: 'restored', at, id, extension, sentAt, callId, target })
  }

  function followAccount(): void {
    const next = configuration.account()
    const isSame = next?.baseUrl === account?.baseUrl && next?.code === account?.code
    account = next
    if (!isSame) {
      ending.abort()
      ending = new AbortController()
      current = null
      hangUp = null
      retime()
      if (next !== null) restore()
    }
    refresh()
  }

  function answered({ agent, calls }: AgentState, { sentAt, receivedAt: at }: PollTimes): void {
    const extension = agent?.extension ?? null
    if (current !== null && current.extension === extension) handle({ kind: 'snapshot', at, calls })
    if (hangUp !== null && hangUp.extension === extension)
      handleHangUp({ kind: 'snapshot', at, askedAt: sentAt, calls })
  }

  function handleHangUp(input: HangUpInput): void {
    hangUp = stepHangUp(hangUp, input)
    refresh()
  }

  function retime(): void {
    stopTick()
    const wait = dialWait(current)
    if (wait !== null) stopTick = clock.after(wait, () => handle({ kind: 'tick', at: clock.now() }))
  }

  function liveCalls(): readonly CallKey[] {
    return companion.state().watch.calls.map(({ key }) => key)
  }

  const stops = [
    companion.onState(refresh),
    companion.onAnswer(answered),
    companion.onSettings(followAccount),
  ]

  return {
    ask(id, subject) {
      const extension = own()
      if (isUnderWay(current)) return false
      const at = clock.now()
      handle({ kind: 'asked', at, id, extension: extension ?? '', target: targetOf(subject, extension) })
      return true
    },
    confirm(id) {
      if (current === null || current.id !== id) return
      const refused = refusal(current.extension)
      handle({ kind: 'confirmed', at: clock.now(), id, refused, before: liveCalls() })
    },
    close: (id) => handle({ kind: 'closed', at: clock.now(), id }),
    hangUp(calls) {
      const extension = own()
      const way = configuration.account()
      const live = liveCalls()
      const isAllowed = configuration.settings().hangUp && extension !== null && way !== null
      // Another call may have arrived since: the agent doesn't know that it would end, too.
      if (!isAllowed || live.length === 0 || live.length > calls || hangUp?.stage === 'requested') return
      const id = (hangUps += 1)
      handleHangUp({ kind: 'asked', at: clock.now(), id, extension, calls: live })
      const { signal } = ending
      void telephony.hangUp(way, extension, signal).then((outcome) => {
        if (signal.aborted) return
        handleHangUp({ kind: 'answered', at: clock.now(), id, outcome })
        void companion.pollNow()
      })
    },
    closeHangUp: () => handleHangUp({ kind: 'closed' }),
    end() {
      account = null
      ending.abort()
      stopTick()
      legs.end()
      for (const stop of stops) stop()
    },
  }
}
