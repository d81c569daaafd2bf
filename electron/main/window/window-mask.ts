import type { CrmCaller } from '../../../core/callers/crm-caller.ts'
import type { TeamNews, TeamView, WindowState } from '../../../core/contract.ts'
import type { DialView } from '../../../core/dialling/dialling-view.ts'
import type { LoggedFacts } from '../../../core/call-log/logged-facts.ts'
import type { Call, MissedCall, Phone } from '../../../core/domain.ts'
import type { LoginWarning, QueuesState, TeamRow } from '../../../core/surroundings.ts'
import type { GuardWarning } from '../../../core/recording-guard/guard-state.ts'
import type { PopupScreenTry } from '../../../core/popup-screen/popup-screen-view.ts'
import type { CallerStory } from '../../../core/history/caller-story.ts'
import type { HistoryPage, HistoryRequest } from '../../../core/history/history-request.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'
import { maskedLine, maskedName, maskedPhone } from '../../../core/words/masked.ts'
import type { Words } from '../../../core/words/words.ts'

/**
 * What the window receives in privacy mode: the same, without callers' numbers, names and notes. What never reaches
 * the window can't be seen there; copies are made in main, from the real data. Off, everything passes unchanged.
 */
export interface WindowMask {
  state(state: WindowState): WindowState
  team(view: TeamView): TeamView
  news(news: TeamNews): TeamNews
  /** A response of the Popup Screen endpoint that was requested by hand. */
  caller(tried: PopupScreenTry): PopupScreenTry
  /** The page that `read` returns. Nothing for a search: a match would reveal a caller. */
  history(request: HistoryRequest, read: (request: HistoryRequest) => HistoryPage): HistoryPage
}

export interface WindowMaskParts {
  readonly isOn: () => boolean
  readonly words: () => Words
}

export function createWindowMask({ isOn, words }: WindowMaskParts): WindowMask {
  const when =
    <T>(mask: (value: T, words: Words) => T) =>
    (value: T): T =>
      isOn() ? mask(value, words()) : value
  return {
    state: when(maskState),
    team: when((view, said) => ({ ...view, rows: view.rows.map((row) => maskRow(row, said)) })),
    news: when((news, said) => ({ ...news, changed: news.changed.map((row) => maskRow(row, said)) })),
    caller: when(maskTry),
    history(request, read) {
      if (!isOn()) return read(request)
      if (request.text !== undefined && request.text.trim() !== '') return { calls: [], next: null }
      const page = read(request)
      return { ...page, calls: page.calls.map((call) => maskHistoryCall(call, words())) }
    },
  }
}

function maskState(state: WindowState, words: Words): WindowState {
  const { watch } = state
  const { agent } = watch
  return {
    ...state,
    watch: {
      ...watch,
      agent: agent === null ? null : { ...agent, name: maskedName(agent.name, words) },
      calls: watch.calls.map((call) => maskCall(call, words)),
    },
    missed: state.missed.map((missed) => maskMissed(missed, words)),
    stories: eachOf(state.stories, (story) => maskStory(story, agent?.name ?? '', words)),
    callers: {},
    callNotes: eachOf(state.callNotes, (notes) => ({ ...notes, note: '' })),
    queues: maskQueues(state.queues, words),
    warnings: state.warnings.map((warning) => maskWarning(warning, words)),
    dialling: { ...state.dialling, dial: maskDial(state.dialling.dial, words) },
    recordingWarnings: state.recordingWarnings.map((warning) => maskGuardWarning(warning, words)),
  }
}

function eachOf<T>(all: Readonly<Record<string, T>>, mask: (one: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).map(([key, one]) => [key, mask(one)]))
}

function maskTry(tried: PopupScreenTry, words: Words): PopupScreenTry {
  if (tried.kind !== 'done' || tried.outcome.kind !== 'read') return tried
  const { name, company, matches } = tried.outcome.caller
  const caller = { name: maskedName(name, words), company: maskedName(company, words), matches, url: '' }
  return { ...tried, outcome: { ...tried.outcome, caller } }
}

interface Party {
  readonly phone: Phone
  readonly name: string
  readonly did: Phone | null
}

const maskParty = ({ phone, name, did }: Party, words: Words): Party => ({
  phone: maskedPhone(phone, words),
  name: maskedName(name, words),
  did: did === null ? null : maskedLine(did),
})

// The name of a recording's file, and custom data, may contain anything.
const maskCall = (call: Call, words: Words): Call => ({
  ...call,
  ...maskParty(call, words),
  recording: { ...call.recording, fileName: '' },
  customData: {},
})

/** An allow-list: fields not named here are left out. */
const maskMissed = (missed: MissedCall, words: Words): MissedCall => ({
  ...maskParty(missed, words),
  key: missed.key,
  ivrid: missed.ivrid,
  direction: missed.direction,
  startedAt: missed.startedAt,
  endedAt: missed.endedAt,
  seen: missed.seen,
  ...(missed.calledBack === undefined ? {} : { calledBack: missed.calledBack }),
  ...(missed.logged === undefined ? {} : { logged: missed.logged }),
  ...(missed.endSeen === undefined ? {} : { endSeen: missed.endSeen }),
})

const NOBODY: CrmCaller = { name: '', company: '', matches: null, url: '' }

function maskHistoryCall(call: HistoryCall, words: Words): HistoryCall {
  const { answeredBy, transferredBy, transferredTo, logged, crm } = call
  return {
    ...call,
    ...maskParty(call, words),
    agent: maskedName(call.agent, words),
    ...(answeredBy === undefined ? {} : { answeredBy: maskedName(answeredBy, words) }),
    ...(transferredBy === undefined ? {} : { transferredBy: maskedName(transferredBy, words) }),
    ...(transferredTo === undefined ? {} : { transferredTo: maskedName(transferredTo, words) }),
    ...(logged === undefined ? {} : { logged: maskLogged(logged, words) }),
    ...(crm === undefined ? {} : { crm: NOBODY }),
    note: '',
    recordingFile: '',
    customData: {},
  }
}

/** The page of a recording shows whose it is, and so may its address. */
function maskLogged({ polled, ...logged }: LoggedFacts, words: Words): LoggedFacts {
  const { answeredBy, ...seen } = polled ?? {}
  const said = answeredBy === undefined ? seen : { ...seen, answeredBy: maskedName(answeredBy, words) }
  return { ...logged, recordingUrl: null, ...(polled === undefined ? {} : { polled: said }) }
}

/** Other agents are left out: under the same hidden name they would be mistaken for the one who is logged in. */
function maskStory(story: CallerStory, you: string, words: Words): CallerStory {
  const { callsToday, callsInWeek, missedToday, callsEver, last, lastLabel } = story
  return {
    callsToday,
    callsInWeek,
    missedToday,
    callsEver,
    last: last && { ...last, agent: last.agent === you ? maskedName(you, words) : '', note: '' },
    ...(lastLabel === undefined ? {} : { lastLabel }),
  }
}

const maskQueues = (state: QueuesState, words: Words): QueuesState => ({
  ...state,
  queues: state.queues.map((queue) => ({
    ...queue,
    callers: queue.callers.map((caller) => ({ ...caller, phone: maskedPhone(caller.phone, words) })),
  })),
})

/** An allow-list, as for missed calls. */
const maskDial = (dial: DialView | null, words: Words): DialView | null =>
  dial === null
    ? null
    : {
        ...{ id: dial.id, stage: dial.stage, reached: dial.reached, extension: dial.extension },
        ...{ why: dial.why, since: dial.since, target: '' },
        phone: maskedPhone(dial.phone, words),
        name: maskedName(dial.name, words),
      }

const maskWarning = (warning: LoginWarning, words: Words): LoginWarning =>
  warning.kind === 'somebody-else' ? { ...warning, name: maskedName(warning.name, words) } : warning

const maskGuardWarning = (warning: GuardWarning, words: Words): GuardWarning => ({
  ...warning,
  phone: warning.phone === null ? null : maskedPhone(warning.phone, words),
})

function maskRow(row: TeamRow, words: Words): TeamRow {
  const { caller } = row
  return {
    ...row,
    person: maskedName(row.person, words),
    caller:
      caller === null
        ? null
        : { ...caller, phone: maskedPhone(caller.phone, words), name: maskedName(caller.name, words) },
  }
}
