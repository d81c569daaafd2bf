/** What is exchanged between main and the windows, in requests and pushes (core/ipc/channels.ts). Types only. */

import type { Failure, PartConnection } from './connection.ts'
import type { AgentState, CallKey, MissedCall } from './domain.ts'
import type { LoginWarning, AgentLocation, QueuesState, TeamRow } from './surroundings.ts'
import type { KnownCaller } from './callers/known-caller.ts'
import type { CallLogView } from './call-log/call-log-view.ts'
import type { DiallingView } from './dialling/dialling-view.ts'
import type { DryPop } from './crm/decide-pops.ts'
import type { UrlRefusal } from './crm/url-refusal.ts'
import type { StatusView } from './agent-status/status-view.ts'
import type { GuardWarning } from './recording-guard/guard-state.ts'
import type { RecordingView } from './recording-guard/guard-view.ts'
import type { CallerStory } from './history/caller-story.ts'
import type { JournalTrouble } from './history/journal.ts'
import type { HistoryCall } from './history/history-call.ts'
import type { DayCoverage } from './report/coverage.ts'
import type { DaySpans } from './report/day-spans.ts'
import type { WatchingReport } from './report/watching-report.ts'
import type { PopupScreenView } from './popup-screen/popup-screen-view.ts'
import type { PolicyNotice } from './policy/policy.ts'
import type { CodeDestination } from './settings/code-addresses.ts'
import type { SettingProblem } from './settings/setting-problem.ts'
import type { GlobalAction, SettingKey, Settings } from './settings/settings.ts'
import type { CopyTemplate } from './templates/copy-template.ts'
import type { CopyResult } from './templates/copy-with.ts'
import type { TemplateError } from './templates/template.ts'
import type { UpdateState } from './updates/update-state.ts'
import type { WebhookView } from './webhook/webhook-state.ts'
import type { LanguageCode } from './words/languages.ts'

/** The complete state of the window; replaced, never merged. A window ignores a revision older than the one it has. */
export interface WindowState {
  readonly revision: number
  readonly watch: AgentState
  /** The longest currently planned time between two polls of the extension, in seconds; null while nothing is watched. */
  readonly pollGapSeconds: number | null
  /** Newest first. */
  readonly missed: readonly MissedCall[]
  /** Until when alerts are paused; null if they aren't. */
  readonly alertsPausedUntil: number | null
  /** The number of alerts in the last minute that weren't shown because there were too many. */
  readonly alertsWithheld: number
  /** True while the simulated call centre is watched instead of an account. */
  readonly demo: boolean
  /** What is known about the callers of the live calls; none for a withheld number, or one that never called before. */
  readonly stories: Readonly<Record<CallKey, CallerStory>>
  /** Who the live calls' callers are; nothing for a withheld number, in privacy mode, and while nobody knows. */
  readonly callers: Readonly<Record<CallKey, KnownCaller>>
  /** What the agent wrote about the live calls; nothing for a call without note and label. */
  readonly callNotes: Readonly<Record<CallKey, CallNotes>>
  /** What is wrong with the history's file, if anything. */
  readonly journalTrouble: JournalTrouble | null
  readonly problem: ProblemRecording
  /** Who is waiting in the watched queues; its connection is `off` when no queue is watched. */
  readonly queues: QueuesState
  readonly location: AgentLocation
  readonly warnings: readonly LoginWarning[]
  /** The recording state of each live call, and any requested change. */
  readonly recordings: Readonly<Record<CallKey, RecordingView>>
  readonly dialling: DiallingView
  /** The recording guard's current warnings, oldest first. */
  readonly recordingWarnings: readonly GuardWarning[]
  /** Whether the agent's status can be set, and the outcome of the last change. */
  readonly status: StatusView
  /** When the vendor's call log was read, and is read next. */
  readonly callLog: CallLogView
}

/** `''` where there is none. */
export type CallNotes = Pick<HistoryCall, 'note' | 'label'>

/**
 * A shortcut that works in every program. `unknown`: the desktop decides, and doesn't report how (Wayland). `taken`:
 * the system refused it, most likely because another program has it.
 */
export interface GlobalKey {
  readonly action: GlobalAction
  /** As set; null for none. */
  readonly accelerator: string | null
  readonly state: 'off' | 'on' | 'unknown' | 'taken' | 'invalid'
}

/** The output of a copy template for the last call, otherwise for a sample call. */
export interface TemplatePreview {
  readonly errors: readonly TemplateError[]
  readonly result: CopyResult
  /** Whether the sample call was used, because there was no last call. */
  readonly sample: boolean
}

/** What rules would open for the last call, otherwise for a sample call; and their problems. Nothing opens. */
export interface DryRun {
  readonly problems: readonly SettingProblem[]
  /** Why an address is refused, by the path of its problem. */
  readonly refusals: Readonly<Record<string, UrlRefusal>>
  readonly pops: readonly DryPop[]
  readonly sample: boolean
}

export type PageOpened =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly why: UrlRefusal }
  | { readonly kind: 'no-such-rule' | 'no-such-call' | 'failed' }

/** A page that a rule should have opened automatically, but didn't. */
export interface PageTrouble {
  readonly at: number
  readonly rule: string
  /**
   * `not-stored`: that it was opened couldn't be stored, so it wasn't opened. `failed`: the system didn't open it.
   * `too-many`: others opened within the minute.
   */
  readonly why: UrlRefusal | 'not-stored' | 'failed' | 'too-many'
}

/** All extensions: what a window reads first when it opens the team. */
export interface TeamView {
  readonly revision: number
  /** `off` where the settings or the organisation don't allow the wide view. */
  readonly connection: PartConnection
  readonly rows: readonly TeamRow[]
  readonly lastGoodAt: number | null
}

/** What changed in the team since the previous revision; only pushed while the team is on screen. */
export interface TeamNews extends Omit<TeamView, 'rows'> {
  readonly changed: readonly TeamRow[]
  /** SIP codes. */
  readonly gone: readonly string[]
}

/** What is on screen: it is requested more often, and nothing else is pushed. */
export interface VisibleViews {
  readonly queues: boolean
  readonly team: boolean
}

/** "Record a problem": what the API responds for some minutes, redacted. `file`: where the last recording is. */
export type ProblemRecording =
  | { readonly kind: 'idle'; readonly file: string | null }
  | { readonly kind: 'recording'; readonly since: number; readonly until: number }
  | { readonly kind: 'failed' }

/** The watching report of a span, and the lower limit of its delays. */
export interface ReportView {
  readonly from: number
  readonly to: number
  readonly report: WatchingReport
  /** How complete the history of each of these days is, oldest first. */
  readonly coverage: readonly DayCoverage[]
  /** The gap between two polls: by design a ring is seen at most this late. */
  readonly pollSeconds: number
}

/** What the phone did today, until `to`; `from` is midnight. */
export interface DayView extends DaySpans {
  readonly from: number
  readonly to: number
}

export type ExportFormat = 'csv' | 'json'

/** What deleting a caller did. `not-deleted`: history or address book can't be written; the calls are still there. */
export type DeletedCaller =
  | { readonly kind: 'deleted'; readonly calls: number }
  | { readonly kind: 'not-deleted' }

/** `cancelled`: there is no downloads folder, and none was chosen. */
export type Exported =
  | { readonly kind: 'exported'; readonly file: string }
  | { readonly kind: 'cancelled' | 'failed' }

/**
 * Where the code is, never the code itself. `other-address`: one is stored for a different address. `waiting`: one is
 * stored, and the keychain hasn't decrypted it yet.
 */
export type CodeState = 'none' | 'stored' | 'policy' | 'other-address' | 'waiting'

/**
 * How safely this computer stores the code. `plain-text`: Linux without a keychain. `waiting`: the keychain hasn't
 * responded yet.
 */
export type SecretKeeping = 'protected' | 'plain-text' | 'unavailable' | 'waiting'

/** A problem at startup that the user should know about. */
export type Notice =
  | { readonly kind: 'settings-set-aside'; readonly file: string }
  | { readonly kind: 'code-unreadable' }
  /** The keychain asks the user for something, and the code waits for that. */
  | { readonly kind: 'keychain-waits' }
  /** The system refused the start at login. */
  | { readonly kind: 'launch-refused' }
  /** The organisation requires the start at login, but it is turned off in Windows' own settings. */
  | { readonly kind: 'launch-switched-off' }
  /** The desktop shows no tray icons. */
  | { readonly kind: 'no-tray' }
  /** The policy masks the team's numbers, and doesn't set who the agent is: the watched calls are masked too. */
  | { readonly kind: 'numbers-masked' }
  | PolicyNotice

export interface SettingsView {
  readonly revision: number
  readonly settings: Settings
  /** The language in use: what `settings.language` means on this computer. */
  readonly language: LanguageCode
  readonly locked: readonly SettingKey[]
  readonly problems: readonly SettingProblem[]
  readonly code: CodeState
  /** Where the code is sent, and where it may not be sent yet. */
  readonly codeDestinations: readonly CodeDestination[]
  readonly secretKeeping: SecretKeeping
  readonly notices: readonly Notice[]
  readonly version: string
  /** The copy templates in use: those set, otherwise the default ones, named in the set language. */
  readonly copyTemplates: readonly CopyTemplate[]
  /** The outcome labels in use: those set, otherwise the default ones. */
  readonly outcomeLabels: readonly string[]
  readonly keys: readonly GlobalKey[]
  readonly webhook: WebhookView
  readonly popupScreen: PopupScreenView
  /** Newest first, at most 10. */
  readonly pageTroubles: readonly PageTrouble[]
  readonly updates: UpdateState
}

/** What to test or save. A `code` of null means: the one already stored. */
export interface AccountEntry {
  readonly code: string | null
  readonly extension: string
}

export type AccountTest =
  | {
      readonly kind: 'found'
      readonly name: string
      readonly extension: string
      readonly loggedIn: boolean
      readonly calls: number
    }
  | { readonly kind: 'unknown-extension' }
  | { readonly kind: 'no-code' }
  | { readonly kind: 'failed'; readonly failure: Failure }

export type Saved =
  | { readonly kind: 'saved' }
  | {
      readonly kind: 'not-saved'
      readonly why: 'locked' | 'invalid' | 'disk' | 'no-keychain'
      readonly key: SettingKey | 'code' | 'webhookSecret' | null
    }

/** Whether the system hides notifications. Many don't report it. */
export type DoNotDisturb = 'on' | 'off' | 'unknown'

/** A screen that the popup can appear on. `name` is the system's; `''` where it has none. */
export interface ScreenFace {
  readonly id: string
  readonly name: string
  readonly isMain: boolean
}

/** What the system reports about alerts, and what it lets Ringside do. */
export interface AlertSystem {
  readonly doNotDisturb: DoNotDisturb
  /** Whether the system's own page for notifications can be opened from here. */
  readonly hasSwitch: boolean
  /** `wayland`: a program can't position its own windows there, nor keep them on top. */
  readonly popup: 'possible' | 'wayland'
  readonly screens: readonly ScreenFace[]
}

/** The outcome of a requested alert. `unsupported`: this system has no notifications. */
export type AlertOutcome = 'shown' | 'refused' | 'failed' | 'unsupported' | 'no-answer'

export interface Copied {
  readonly kind: 'copied' | 'nothing-to-copy' | 'failed'
}

export interface DemoStart {
  readonly kind: 'started' | 'failed'
}

/** A detail of a colleague that can be copied. */
export type TeamCopyWhat = 'extension' | 'caller'

/** What the window should bring into view. */
export type Show =
  | { readonly view: 'calls'; readonly call: CallKey | null; readonly note?: true }
  | { readonly view: 'settings' }

/** A sound of Ringside's own. */
export type Sound = 'ring' | 'notice'
