/** Settings: what they are, and their limits. Types and data. */

import type { CrmRule } from '../crm/crm-rule.ts'
import type { CopyTemplate } from '../templates/copy-template.ts'
import type { EntryProblem } from '../templates/entry-problem.ts'
import type { WebhookSettings } from '../webhook/read-webhook.ts'
import type { LanguageCode } from '../words/languages.ts'

export type NumberFormat = 'national' | 'international' | 'received'
export type Theme = 'system' | 'light' | 'dark' | 'high-contrast'
export type Language = 'system' | LanguageCode
/** Whom to watch: the set extension, or a user wherever they are logged in. */
export type WatchTarget =
  { readonly kind: 'extension' } | { readonly kind: 'person'; readonly userId: number }

/** What can alert, each with its own notification, sound and blink. `recording`: the recording guard's warnings. */
export type AlertKind = 'ring' | 'missed' | 'queue' | 'recording'
/** `system`: the notification's own; `ringside`: the one that comes with the program, at the set volume. */
export type AlertSound = 'none' | 'system' | 'ringside'
export type RingPopupUse = 'fallback' | 'always' | 'never'
/** `quit`: when the program is ended. `night`: at a time of day. */
export type UpdateWhen = 'quit' | 'night'
export type UpdateChannel = 'latest' | 'beta'
export interface PopupPlace {
  readonly x: number
  readonly y: number
}
/** What a key that works in every program does. `mute` mutes or resumes the recording. */
export type GlobalAction = 'show' | 'copy' | 'mute' | 'crm' | 'privacy'

export interface Settings {
  /** All before the method's name, such as `https://host/comet/API`. */
  readonly baseUrl: string
  /** The whole address of the mute call; the host is the account's own. */
  readonly muteUrl: string
  /** SIP code of the watched extension, case-sensitive; `''` until set. */
  readonly extension: string
  readonly pollSeconds: number
  readonly alertOnRing: boolean
  readonly alertOnMissed: boolean
  readonly alertOnRecording: boolean
  readonly sounds: Readonly<Record<AlertKind, AlertSound>>
  /** Of Ringside's own sounds, 0 to 100. */
  readonly soundVolume: number
  /** Whether the tray icon blinks for an alert until it is over or seen. */
  readonly blinks: Readonly<Record<AlertKind, boolean>>
  /** The phone on the desk rings: nothing here makes a sound, all is shown. */
  readonly deskPhone: boolean
  /** Ringside's own popup for a ring: when the system's notification is not shown, always beside it, or never. */
  readonly ringPopup: RingPopupUse
  /** The screen it comes up on: where the pointer is, the main one, or the one with this id (Electron's). */
  readonly popupDisplay: string
  /** Where it was last put, in DIP from the corner of a screen's work area, by the set of screens. */
  readonly popupPlaces: Readonly<Record<string, PopupPlace>>
  /** Whether tray and taskbar blink, and Ringside's sound sounds, for an alert that nothing else showed. */
  readonly fallbackBlink: boolean
  readonly fallbackSound: boolean
  /** For sharing the screen: "Incoming call" in alerts, numbers and names masked wherever they are shown. */
  readonly privacy: boolean
  readonly numberFormat: NumberFormat
  /** ISO 3166 region by which numbers without a country code are read. */
  readonly region: string
  /** IANA zone of the account's wall clock, the last resort of the API clock. */
  readonly zone: string
  readonly theme: Theme
  readonly language: Language
  /** Ringside starts when the person logs in, in the tray. */
  readonly launchAtLogin: boolean
  readonly startHidden: boolean
  /** Days that the history is kept; older calls are removed. */
  readonly historyDays: number
  /** Questions in any minute, for everything together. */
  readonly requestsPerMinute: number
  /** Ids of the queues to watch; none for an empty list. */
  readonly queues: 'all' | readonly string[]
  readonly queueThresholdSeconds: number
  /** Thresholds of single queues, by id, in seconds. */
  readonly queueThresholds: Readonly<Record<string, number>>
  readonly alertOnFirstWaiting: boolean
  readonly alertOnQueueThreshold: boolean
  readonly alertOnQueueLength: boolean
  /** Callers who make a queue a long one. */
  readonly queueLength: number
  /** All extensions may be asked about: the answer holds every caller of the organisation. */
  readonly wideView: boolean
  readonly maskTeamNumbers: boolean
  readonly watch: WatchTarget
  /** Minutes after which a muted recording is warned of. */
  readonly mutedTooLongMinutes: number
  /** The first is the default one; an empty list stands for those that come along. */
  readonly copyTemplates: readonly CopyTemplate[]
  readonly crmRules: readonly CrmRule[]
  /** Schemes beside https that a rule may open. From policy alone. */
  readonly crmSchemes: readonly string[]
  readonly webhook: WebhookSettings
  /** Quick labels for how a call went; an empty list stands for those that come along. */
  readonly outcomeLabels: readonly string[]
  /** Accelerators, such as `CommandOrControl+Alt+R`; null for none. */
  readonly globalKeys: Readonly<Record<GlobalAction, string | null>>
  /** Single keys act on what is in the window, such as C for copy. */
  readonly windowKeys: boolean
  readonly updates: boolean
  /** Where the program's updates lie; `''` for nowhere. From policy alone: who says this says what runs. */
  readonly updateServer: string
  readonly updateChannel: UpdateChannel
  readonly updateWhen: UpdateWhen
  /** For `night`: `HH:MM` on this computer. */
  readonly updateTime: string
}

export type SettingKey = keyof Settings

export const DEFAULT_SETTINGS: Settings = {
  baseUrl: 'https://monapisec.voicenter.co.il/comet/API',
  muteUrl: 'https://monapisec.voicenter.co.il/Comet/API/MuteUnmuteCalls',
  extension: '',
  pollSeconds: 5,
  alertOnRing: true,
  alertOnMissed: true,
  alertOnRecording: true,
  sounds: { ring: 'system', missed: 'none', queue: 'none', recording: 'system' },
  soundVolume: 60,
  blinks: { ring: true, missed: false, queue: false, recording: false },
  deskPhone: false,
  ringPopup: 'fallback',
  popupDisplay: 'pointer',
  popupPlaces: {},
  fallbackBlink: true,
  fallbackSound: true,
  privacy: false,
  numberFormat: 'national',
  region: 'IL',
  zone: 'Asia/Jerusalem',
  theme: 'system',
  language: 'system',
  launchAtLogin: false,
  startHidden: false,
  historyDays: 90,
  requestsPerMinute: 12,
  queues: 'all',
  queueThresholdSeconds: 120,
  queueThresholds: {},
  alertOnFirstWaiting: false,
  alertOnQueueThreshold: false,
  alertOnQueueLength: false,
  queueLength: 5,
  wideView: false,
  maskTeamNumbers: false,
  watch: { kind: 'extension' },
  mutedTooLongMinutes: 2,
  copyTemplates: [],
  crmRules: [],
  crmSchemes: [],
  webhook: { on: false, url: '', events: ['ringing', 'answered', 'ended'], once: false },
  outcomeLabels: [],
  globalKeys: { show: null, copy: null, mute: null, crm: null, privacy: null },
  windowKeys: true,
  updates: true,
  updateServer: '',
  updateChannel: 'latest',
  updateWhen: 'quit',
  updateTime: '20:00',
}

export const MIN_POLL_SECONDS = 2 // below the vendor's 5 s only on the administrator's own word
export const MAX_POLL_SECONDS = 60 // a ring lasts 15 s; slower than this is not watching
export const MIN_LOOPBACK_POLL_SECONDS = 0.2 // the simulator on this computer has no one to spare
export const MAX_HISTORY_DAYS = 3_650 // ten years: longer than any law asks
export const MIN_REQUESTS_PER_MINUTE = 4 // slower is not watching
export const MAX_REQUESTS_PER_MINUTE = 60 // one a second, on the administrator's own word
export const MAX_THRESHOLD_SECONDS = 3_600 // who waits for an hour is beyond any threshold
export const MAX_QUEUE_LENGTH = 1_000 // of a queue that is called long
export const MAX_CHOSEN_QUEUES = 200 // as many as a large account has
export const MAX_EXTENSION_LENGTH = 64 // real ones have 8 characters
export const MAX_MUTED_MINUTES = 60 // a card payment takes less; what is longer is forgotten
export const MAX_OUTCOME_LABELS = 20 // more than a row of buttons
export const MAX_LABEL_LENGTH = 60 // a button
export const MAX_ACCELERATOR_LENGTH = 60 // the longest names four modifiers
export const MAX_POPUP_PLACES = 20 // sets of screens that one desk meets
export const MAX_CODE_LENGTH = 512 // a paste of the wrong thing, not a code, is longer

/** Something in a settings source that was not used, and why. */
export interface SettingProblem {
  readonly source: 'policy' | 'user'
  /** The setting, or the place within a list, such as `crmRules[2].when.prefix`. */
  readonly key: string
  readonly why: 'unknown' | 'insecure-url' | 'not-a-url' | 'policy-only' | EntryProblem['why']
  /** For `template`: what is wrong, and where in it. */
  readonly error?: EntryProblem['error']
}

/** The CRM rules as they are offered to a person: those for opening by hand first. */
export function rulesByHand({ crmRules }: Pick<Settings, 'crmRules'>): Settings['crmRules'] {
  const isByHand = ({ on }: CrmRule): boolean => on === 'by-hand'
  return [...crmRules.filter(isByHand), ...crmRules.filter((rule) => !isByHand(rule))]
}

/** True for a host that is this computer itself: the only place plain http may go. */
export function isLoopback(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? ''
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** The names of all settings, in the order they are shown. */
export const SETTING_KEYS: readonly SettingKey[] = [
  'baseUrl',
  'muteUrl',
  'extension',
  'pollSeconds',
  'alertOnRing',
  'alertOnMissed',
  'alertOnRecording',
  'sounds',
  'soundVolume',
  'blinks',
  'deskPhone',
  'ringPopup',
  'popupDisplay',
  'popupPlaces',
  'fallbackBlink',
  'fallbackSound',
  'privacy',
  'numberFormat',
  'region',
  'zone',
  'theme',
  'language',
  'launchAtLogin',
  'startHidden',
  'historyDays',
  'requestsPerMinute',
  'queues',
  'queueThresholdSeconds',
  'queueThresholds',
  'alertOnFirstWaiting',
  'alertOnQueueThreshold',
  'alertOnQueueLength',
  'queueLength',
  'wideView',
  'maskTeamNumbers',
  'watch',
  'mutedTooLongMinutes',
  'copyTemplates',
  'crmRules',
  'crmSchemes',
  'webhook',
  'outcomeLabels',
  'globalKeys',
  'windowKeys',
  'updates',
  'updateServer',
  'updateChannel',
  'updateWhen',
  'updateTime',
]
