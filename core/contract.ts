/** The one IPC file: what the window may ask of main (Requests) and what main tells the window (Pushes). Types only. */

import type { AgentState, CallKey, CopyWhat, Failure, MissedCall } from './domain.ts'
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
}

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
  /** Copies a detail of a live or missed call, in the number format of the settings. */
  'call:copy': (key: CallKey, what: CopyWhat) => Copied
  'missed:clear': () => void
  'alerts:test': () => AlertOutcome
  /** Minutes from now; null ends the pause. */
  'alerts:pause': (minutes: 15 | 60 | null) => void
  'poll:now': () => void
  'demo:start': () => DemoStart
  'demo:stop': () => void
  'window:hide': () => void
}

/** What the window should bring into view. */
export type Show = { readonly view: 'calls'; readonly call: CallKey | null } | { readonly view: 'settings' }

export interface Pushes {
  state: (state: WindowState) => void
  settings: (view: SettingsView) => void
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
