import type { TrayNote } from '../../../core/alerts/tray-view.ts'
import type { TrayView } from '../../../core/alerts/tray.ts'
import type { Clock } from '../../../core/clock.ts'
import type { Looking, ProblemRecording, TeamNews, TeamView, WindowState } from '../../../core/contract.ts'
import type { CallEvent, CallKey, Phone } from '../../../core/domain.ts'
import type { TeamRow } from '../../../core/surroundings.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { WideSession } from '../../../core/session/session-types.ts'
import type { AroundState } from '../../../core/session/surroundings.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import type { MuteAnswer, TelephonyLimits } from '../../../core/telephony/telephony-client.ts'
import type { TemplateCall } from '../../../core/templates/template-call.ts'
import type { Words } from '../../../core/words/words.ts'
import type { AlertParts } from '../alerts/alerts.ts'
import type { RecordingGuard } from '../recording-guard/recording-guard.ts'
import type { Account } from '../session/account.ts'
import type { SessionHandlers } from '../session/open-session.ts'
import type { Configuration } from '../settings/configuration.ts'

/** What the program knows and shows: folds each step of the session into journal, alerts, missed calls, tray and window. */
export interface Companion {
  /** What to call after settings, account or demo changed, and once at the start. */
  reconfigure(): void
  state(): WindowState
  /** Each subscription returns its own end. Alerts come before the state that they are about, and events after it. */
  readonly onState: (listener: (state: WindowState) => void) => () => void
  readonly onEvents: (listener: (events: readonly CallEvent[]) => void) => () => void
  readonly onAlert: (listener: AlertParts['onCommand']) => () => void
  readonly onTray: (listener: (view: TrayView) => void) => () => void
  readonly onTeam: (listener: (news: TeamNews) => void) => () => void
  /** Settings may have changed; called before tray and window are. */
  readonly onSettings: (listener: () => void) => () => void
  /** A live, missed or kept call as templates see it; null when it is known no more. */
  templateCall(key: CallKey): TemplateCall | null
  /** The last call there was: the newest live one, else the newest kept one; null before any. */
  lastCall(): TemplateCall | null
  /** The number of a caller who waits in a watched queue; null when they wait no more. */
  waitingPhone(queueId: string, callId: string): Phone | null
  /** What is known around the calls now, and which causes of queue alerts were told. */
  around(): AroundState & { readonly told: readonly string[] }
  team(): TeamView
  /** A colleague's row; null for an extension that is not in the team. */
  teamRow(extension: string): TeamRow | null
  /** What is on screen; nothing while the window is hidden. */
  look(looking: Looking): void
  pauseAlerts(minutes: number | null): void
  /** Mutes and resumes recordings, and answers the guard's warnings. */
  readonly recordings: Pick<RecordingGuard, 'mute' | 'mend' | 'dismiss'>
  clearMissed(): void
  seeMissed(): void
  /** Tells the window how the recording of a problem stands. */
  tellProblem(problem: ProblemRecording): void
  /** Tells the window what the journal holds of the live calls' notes and labels: after one was written. */
  tellRemarks(): void
  /** Tells window and tray again what the journal holds: after it was changed by hand. */
  refresh(): void
  pollNow(): Promise<void>
  /** Puts a note in the tray, or takes it away. */
  note(note: TrayNote, on: boolean): void
  sleep(): void
  wake(): void
  /** Ends watching. */
  end(): void
}

export interface CompanionParts {
  readonly clock: Clock
  readonly configuration: Pick<Configuration, 'settings' | 'account' | 'isDemo'>
  /** The journal of the account, or of the demo while it runs. */
  readonly journal: () => Journal
  readonly openSession: (account: Account, handlers: SessionHandlers) => WideSession
  readonly limits: TelephonyLimits
  /** One attempt to mute, or not, the recording of a call; never rejects. */
  readonly mute: (
    account: Account,
    ivrid: string,
    muted: boolean,
    signal: AbortSignal,
  ) => Promise<Attempt<MuteAnswer>>
  readonly words: () => Words
}
