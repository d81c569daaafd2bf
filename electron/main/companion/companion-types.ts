import type { TrayNote } from '../../../core/alerts/tray-view.ts'
import type { TrayView } from '../../../core/alerts/tray.ts'
import type { Clock } from '../../../core/clock.ts'
import type {
  VisibleViews,
  ProblemRecording,
  TeamNews,
  TeamView,
  WindowState,
} from '../../../core/contract.ts'
import type { NamedCaller } from '../../../core/callers/known-caller.ts'
import type { CallLogView } from '../../../core/call-log/call-log-view.ts'
import type { DiallingView } from '../../../core/dialling/dialling-view.ts'
import type { AgentState, CallEvent, CallKey, Phone } from '../../../core/domain.ts'
import type { TeamRow } from '../../../core/surroundings.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { PollTimes, Session } from '../../../core/session/session-types.ts'
import type { SurroundingsState } from '../../../core/session/surroundings.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import type { MuteAnswer, TelephonyLimits } from '../../../core/telephony/telephony-client.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'
import type { Words } from '../../../core/words/words.ts'
import type { AlertParts } from '../alerts/alerts.ts'
import type { CallerOf, CustomerOf } from '../callers/caller-names.ts'
import type { RecordingGuard } from '../recording-guard/recording-guard.ts'
import type { StatusRequest } from '../../../core/agent-status/status-state.ts'
import type { AgentStatus, AgentStatusParts } from '../agent-status/agent-status.ts'
import type { Account } from '../session/account.ts'
import type { SessionHandlers } from '../session/open-session.ts'
import type { Configuration } from '../settings/configuration.ts'

/** The program's state: passes each step of the session to journal, alerts, missed calls, tray and window. */
export interface Companion {
  /** Call after settings, account or demo changed, and once at startup. */
  reconfigure(): void
  state(): WindowState
  /**
   * Each subscription returns a function that unsubscribes. Alerts arrive before the state that they are about, events
   * after it.
   */
  readonly onState: (listener: (state: WindowState) => void) => () => void
  readonly onEvents: (listener: (events: readonly CallEvent[]) => void) => () => void
  readonly onAlert: (listener: AlertParts['onCommand']) => () => void
  readonly onTray: (listener: (view: TrayView) => void) => () => void
  /** Called for each successful response about the calls, changed or not, after everything else has been updated. */
  readonly onAnswer: (listener: (watch: AgentState, times: PollTimes) => void) => () => void
  readonly onTeam: (listener: (news: TeamNews) => void) => () => void
  /** Settings may have changed; called before tray and window are updated. */
  readonly onSettings: (listener: () => void) => () => void
  /** A live, missed or stored call as templates see it; null if no longer known. */
  templateCall(key: CallKey): TemplateCall | null
  /** The last call: the newest live one, otherwise the newest stored one; null if there was none. */
  lastCall(): TemplateCall | null
  /** The number of a caller waiting in a watched queue; null if they no longer wait. */
  waitingPhone(queueId: string, callId: string): Phone | null
  /** The queues, the team and where the agent is logged in; `alerted`: the announced causes of queue alerts that still apply. */
  surroundings(): SurroundingsState & { readonly alerted: readonly string[] }
  team(): TeamView
  /** A colleague's row; null for an extension that is not in the team. */
  teamRow(extension: string): TeamRow | null
  /** What is on screen; nothing while the window is hidden. */
  look(views: VisibleViews): void
  pauseAlerts(minutes: number | null): void
  /** Mutes and resumes recordings, and handles the guard's warnings. */
  readonly recordings: Pick<RecordingGuard, 'mute' | 'fix' | 'dismiss'>
  /** Sets the agent's status, if it is offered. */
  readonly status: Pick<AgentStatus, 'set' | 'dismiss' | 'last'>
  /** Called when a request to set the status is sent, confirmed, refused or not confirmed. */
  readonly onStatusRequest: (listener: (request: StatusRequest) => void) => () => void
  clearMissed(): void
  /** False if there is no such missed call. */
  dismissMissed(key: CallKey): boolean
  restoreMissed(key: CallKey): void
  seeMissed(): void
  /** Updates the window with the state of the problem recording. */
  setProblem(problem: ProblemRecording): void
  /** Updates what the window shows about placed calls. */
  setDialling(dialling: DiallingView): void
  /** Updates what the window shows about the call log. */
  setCallLog(callLog: CallLogView): void
  /** The call log changed the journal: updates the list of missed calls, and announces these. */
  announceLogged(missed: readonly HistoryCall[]): void
  /** Updates the window with the live calls' notes and labels from the journal: call after one was written. */
  refreshNotes(): void
  /** Updates who is shown as calling: call after a name was learnt, or the address book changed. */
  refreshCallers(): void
  /** Updates window and tray from the journal: call after it was changed by hand. */
  refresh(): void
  pollNow(): Promise<void>
  /** Shows a note in the tray, or removes it. */
  note(note: TrayNote, on: boolean): void
  sleep(): void
  wake(): void
  /** Stops watching. */
  end(): void
}

export interface CompanionParts {
  readonly clock: Clock
  readonly configuration: Pick<Configuration, 'settings' | 'account' | 'isDemo'>
  /** The journal of the account, or of the demo while it runs. */
  readonly journal: () => Journal
  /** The agent's own name for a caller; null for none. */
  readonly ownName: (phone: Phone) => NamedCaller | null
  readonly openSession: (account: Account, handlers: SessionHandlers) => Session
  readonly limits: TelephonyLimits
  /** One attempt to mute or resume the recording of a call; never rejects. */
  readonly mute: (
    account: Account,
    ivrid: string,
    muted: boolean,
    signal: AbortSignal,
  ) => Promise<Attempt<MuteAnswer>>
  /** One attempt to set the agent's status; never rejects. */
  readonly setStatus: AgentStatusParts['setStatus']
  readonly words: () => Words
  /** Who is calling; by default nobody knows. */
  readonly callerOf?: CallerOf
  readonly customerOf?: CustomerOf
}
