/** The one IPC file: what the window may ask of main (Requests) and what main tells the window (Pushes). Types only. */

import type {
  AgentState,
  CallKey,
  CopyWhat,
  DeskWarning,
  Failure,
  MissedCall,
  PartConnection,
  Place,
  QueuesState,
  TeamRow,
} from './domain.ts'
import type { CallerStory } from './journal/caller-story.ts'
import type { HistoryPage, HistoryQuestion } from './journal/history-question.ts'
import type { JournalTrouble } from './journal/journal.ts'
import type { WatchingReport } from './journal/watching-report.ts'
import type { SettingKey, SettingProblem, Settings } from './settings.ts'

/** Whole state of the window; replaced, never merged. A window ignores a revision older than the one it has. */
export interface WindowState {
  readonly revision: number
  readonly watch: AgentState
  /** Newest first. */
  readonly missed: readonly MissedCall[]
  /** Until when alerts are silent; null when they are not. */
  readonly alertsPausedUntil: number | null
  /** True while the simulated call centre is watched in place of an account. */
  readonly demo: boolean
  /** What is known of the callers of the live calls; none for a withheld number, or one that never called before. */
  readonly stories: Readonly<Record<CallKey, CallerStory>>
  /** What is wrong with the history's file, if anything. */
  readonly journalTrouble: JournalTrouble | null
  readonly problem: ProblemRecording
  /** Who waits in the watched queues; its connection is `off` when no queue is watched. */
  readonly queues: QueuesState
  readonly place: Place
  readonly warnings: readonly DeskWarning[]
}

/** Every extension, whole: what a window that opens the team reads first. */
export interface TeamView {
  readonly revision: number
  /** `off` where the settings or the organisation do not allow the wide view. */
  readonly connection: PartConnection
  readonly rows: readonly TeamRow[]
  readonly lastGoodAt: number | null
}

/** What changed in the team since the revision before; only pushed while the team is on screen. */
export interface TeamNews {
  readonly revision: number
  readonly connection: PartConnection
  readonly changed: readonly TeamRow[]
  /** SIP codes. */
  readonly gone: readonly string[]
  readonly lastGoodAt: number | null
}

/** What is on screen: it is asked about more often, and what is not is not pushed. */
export interface Looking {
  readonly queues: boolean
  readonly team: boolean
}

/** "Record a problem": what the API says for some minutes, redacted. `file`: where the last recording is. */
export type ProblemRecording =
  | { readonly kind: 'idle'; readonly file: string | null }
  | { readonly kind: 'recording'; readonly since: number; readonly until: number }
  | { readonly kind: 'failed' }

/** The watching report of a span, and what its delays can't be shorter than. */
export interface ReportView {
  readonly from: number
  readonly to: number
  readonly report: WatchingReport
  /** The gap between two polls: a ring is seen this late at worst, by design. */
  readonly pollSeconds: number
}

export type ExportFormat = 'csv' | 'json'

export type Exported = { readonly kind: 'exported'; readonly file: string } | { readonly kind: 'failed' }

/** Where the code is: never the code itself. `other-address`: one is stored, for another address than the set one. */
export type CodeState = 'none' | 'stored' | 'policy' | 'other-address'

/** How well this computer keeps the code. `plain-text`: Linux without a keychain. */
export type SecretKeeping = 'protected' | 'plain-text' | 'unavailable'

/** Something that went wrong at start and that the person should know. */
export type Notice =
  { readonly kind: 'settings-set-aside'; readonly file: string } | { readonly kind: 'code-unreadable' }

export interface SettingsView {
  readonly revision: number
  readonly settings: Settings
  readonly locked: readonly SettingKey[]
  readonly problems: readonly SettingProblem[]
  readonly code: CodeState
  readonly secretKeeping: SecretKeeping
  readonly notices: readonly Notice[]
  readonly version: string
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
      readonly key: SettingKey | 'code' | null
    }

/** What became of an alert that was asked for. `unsupported`: this system has no notifications. */
export type AlertOutcome = 'shown' | 'refused' | 'failed' | 'unsupported' | 'no-answer'

export type Copied =
  { readonly kind: 'copied' } | { readonly kind: 'nothing-to-copy' } | { readonly kind: 'failed' }

export type DemoStart = { readonly kind: 'started' } | { readonly kind: 'failed' }

export interface Requests {
  'state:read': () => WindowState
  'settings:read': () => SettingsView
  'settings:change': (change: Partial<Settings>) => Saved
  'account:test': (entry: AccountEntry) => AccountTest
  'account:save': (entry: AccountEntry) => Saved
  /** Copies a detail of a live, missed or kept call, in the number format of the settings. */
  'call:copy': (key: CallKey, what: CopyWhat) => Copied
  /** Copies the number of a caller who waits. */
  'queue:copy': (queueId: string, callId: string) => Copied
  'team:read': () => TeamView
  'view:look': (looking: Looking) => void
  'missed:clear': () => void
  /** A page of the calls that were kept, newest first. */
  'history:read': (question: HistoryQuestion) => HistoryPage
  /** False when there is no such call. */
  'history:note': (key: CallKey, note: string) => boolean
  /** Takes away every call of this call's caller; the number of calls. */
  'history:forget': (key: CallKey) => number
  /** Writes all that is kept to a new file among the person's downloads. */
  'history:export': (format: ExportFormat) => Exported
  /** How well the last days were watched; 1 is today. */
  'report:read': (days: number) => ReportView
  'alerts:test': () => AlertOutcome
  /** Minutes from now; null ends the pause. */
  'alerts:pause': (minutes: 15 | 60 | null) => void
  'poll:now': () => void
  /** Begins to record a problem; a recording under way goes on. */
  'problem:record': () => void
  'problem:stop': () => void
  'demo:start': () => DemoStart
  'demo:stop': () => void
  'window:hide': () => void
}

/** What the window should bring into view. */
export type Show = { readonly view: 'calls'; readonly call: CallKey | null } | { readonly view: 'settings' }

export interface Pushes {
  state: (state: WindowState) => void
  settings: (view: SettingsView) => void
  team: (news: TeamNews) => void
  show: (what: Show) => void
}

export type RequestChannel = keyof Requests
export type PushChannel = keyof Pushes

/** `window.companion`: all that the window has of the world outside it. */
export interface Companion {
  request<C extends RequestChannel>(
    channel: C,
    ...args: Parameters<Requests[C]>
  ): Promise<ReturnType<Requests[C]>>
  /** Returns its own end. */
  on<C extends PushChannel>(channel: C, listener: Pushes[C]): () => void
}
