import type { CopyTemplate } from '../templates/copy-template.ts'
import type { CrmRule } from '../crm/crm-rule.ts'
import type { WebhookSettings } from '../webhook/webhook-settings.ts'
import { MAX_LABEL_LENGTH } from '../limits.ts'
import { LANGUAGES } from '../words/languages.ts'
import { globalKeys } from './global-keys.ts'
import { choice, decimal, each, entries, flag, setting, text, whole } from './setting-kinds.ts'
import {
  address,
  addressOrNone,
  byQueue,
  labels,
  places,
  queueIds,
  region,
  screen,
  watchTarget,
  zone,
} from './single-use-kinds.ts'

const MIN_LOOPBACK_POLL_SECONDS = 0.2 // the simulator on this computer has no one to spare

const ALERT_KINDS = ['ring', 'missed', 'queue', 'recording'] as const
const GLOBAL_ACTIONS = ['show', 'copy', 'mute', 'crm', 'privacy'] as const
const thresholdSeconds = whole(1, 3_600) // who waits for an hour is beyond any threshold

/**
 * Every setting: its default, what it may be, and its group of policies (null: no policy may set it). Types, limits,
 * policies and their forms follow from it. In the order of the settings page.
 */
export const SETTINGS = {
  /** SIP code of the watched extension, case-sensitive; `''` until set. Real ones have 8 characters. */
  extension: setting('', text(/^[\w.+@-]*$/, 64), 'account'),

  alertOnRing: setting(true, flag, 'alerts'),
  /** Whether the tray icon blinks for an alert until it is over or seen. */
  blinks: setting(
    { ring: true, missed: false, queue: false, recording: false },
    each(ALERT_KINDS, flag),
    'alerts',
  ),
  /** `system`: the notification's own; `ringside`: the one that comes with the program, at the set volume. */
  sounds: setting(
    { ring: 'system', missed: 'none', queue: 'none', recording: 'system' },
    each(ALERT_KINDS, choice('none', 'system', 'ringside')),
    'alerts',
  ),
  alertOnMissed: setting(true, flag, 'alerts'),
  alertOnRecording: setting(true, flag, 'alerts'),
  /** After which a muted recording is warned of. A card payment takes less than the most; what is longer is forgotten. */
  mutedTooLongMinutes: setting(2, whole(1, 60), 'alerts'),
  /** The phone on the desk rings: nothing here makes a sound, all is shown. */
  deskPhone: setting(false, flag, 'alerts'),
  /** Of Ringside's own sounds, in per cent. */
  soundVolume: setting(60, whole(0, 100), 'alerts'),
  /** Ringside's own popup for a ring: when the system's notification is not shown, always beside it, or never. */
  ringPopup: setting('fallback', choice('fallback', 'always', 'never'), 'alerts'),
  /** The screen it comes up on: where the pointer is, the main one, or the one with this id (Electron's). */
  popupDisplay: setting('pointer', screen, 'alerts'),
  /** Where it was last put, in DIP from the corner of a screen's work area, by the set of screens. */
  popupPlaces: setting({}, places, null),
  /** Whether tray and taskbar blink, and Ringside's sound sounds, for an alert that nothing else showed. */
  fallbackBlink: setting(true, flag, 'alerts'),
  fallbackSound: setting(true, flag, 'alerts'),

  /** For sharing the screen: "Incoming call" in alerts, numbers and names masked wherever they are shown. */
  privacy: setting(false, flag, 'window'),

  /** Keys that work in every program. `mute` mutes or resumes the recording. */
  globalKeys: setting(
    { show: null, copy: null, mute: null, crm: null, privacy: null },
    globalKeys(GLOBAL_ACTIONS),
    'window',
  ),
  /** Single keys act on what is in the window, such as C for copy. */
  windowKeys: setting(true, flag, 'window'),

  /** Ids of the queues to watch; none for an empty list. */
  queues: setting('all', queueIds, 'queues'),
  queueThresholdSeconds: setting(120, thresholdSeconds, 'queues'),
  /** Thresholds of single queues, by id, in seconds. */
  queueThresholds: setting({}, byQueue(thresholdSeconds), 'queues'),
  alertOnFirstWaiting: setting(false, flag, 'queues'),
  alertOnQueueThreshold: setting(false, flag, 'queues'),
  alertOnQueueLength: setting(false, flag, 'queues'),
  /** Callers who make a queue a long one. */
  queueLength: setting(5, whole(1, 1_000), 'queues'),

  /** All extensions may be asked about: the answer holds every caller of the organisation. */
  wideView: setting(false, flag, 'queues'),
  maskTeamNumbers: setting(false, flag, 'queues'),
  watch: setting({ kind: 'extension' }, watchTarget, 'account'),

  numberFormat: setting('national', choice('national', 'international', 'received'), 'window'),
  /** ISO 3166 region by which numbers without a country code are read. */
  region: setting('IL', region, 'account'),
  /** IANA zone of the account's wall clock, the last resort of the API clock. */
  zone: setting('Asia/Jerusalem', zone, 'account'),

  /** The first is the default one; an empty list stands for those that come along. */
  copyTemplates: entries<readonly CopyTemplate[]>([], 'json', 'integrations'),
  /** Quick labels for how a call went; an empty list stands for those that come along. A row of buttons has no more. */
  outcomeLabels: setting([], labels(20, MAX_LABEL_LENGTH), 'integrations'),

  language: setting('system', choice('system', ...LANGUAGES), 'window'),
  theme: setting('system', choice('system', 'light', 'dark', 'high-contrast'), 'window'),
  /** Ringside starts when the person logs in, in the tray. */
  launchAtLogin: setting(false, flag, 'program'),
  startHidden: setting(false, flag, 'program'),

  crmRules: entries<readonly CrmRule[]>([], 'json', 'integrations'),
  /** Schemes beside https that the policy's rules may open: a person's own could be another program's. */
  crmSchemes: entries<readonly string[]>([], 'list', 'integrations', { policyOnly: true }),
  webhook: entries<WebhookSettings>(
    { on: false, url: '', events: ['ringing', 'answered', 'ended'], once: false },
    'json',
    'integrations',
    { boundBy: 'webhookSecret' },
  ),

  /** Older calls are removed. The most is ten years: longer than any law asks. */
  historyDays: setting(90, whole(1, 3_650), 'program'),

  /** Below the vendor's 5 s only on the administrator's own word; a ring lasts 15 s, slower than the most is not watching. */
  pollSeconds: setting(5, decimal(2, 60, MIN_LOOPBACK_POLL_SECONDS), 'account'),
  /** Questions in any minute, for everything together. Slower than the least is not watching. */
  requestsPerMinute: setting(12, whole(4, 60), 'account'),
  /** All before the method's name, such as `https://host/comet/API`. */
  baseUrl: setting('https://monapisec.voicenter.co.il/comet/API', address, 'account', { boundBy: 'code' }),
  /** The whole address of the mute call; the host is the account's own. */
  muteUrl: setting('https://monapisec.voicenter.co.il/Comet/API/MuteUnmuteCalls', address, 'account', {
    boundBy: 'code',
  }),

  updates: setting(true, flag, 'program'),
  /** Where the program's updates lie; `''` for nowhere. Who says this says what runs. */
  updateServer: setting('', addressOrNone, 'program', { policyOnly: true }),
  /** `quit`: when the program is ended. `night`: at a time of day. */
  updateWhen: setting('quit', choice('quit', 'night'), 'program'),
  /** For `night`: `HH:MM` on this computer. */
  updateTime: setting('20:00', text(/^([01]\d|2[0-3]):[0-5]\d$/, 5), 'program'),
  updateChannel: setting('latest', choice('latest', 'beta'), 'program'),
}

type Table = typeof SETTINGS
export type SettingKey = keyof Table
export type Settings = { readonly [K in SettingKey]: Table[K]['byDefault'] }

/** Settings whose values are lists of entries. */
export type EntryKey = { [K in SettingKey]: Table[K]['read'] extends null ? K : never }[SettingKey]
/** Settings that a policy may set. */
export type PolicySettingKey = { [K in SettingKey]: Table[K]['policy'] extends null ? never : K }[SettingKey]
/** Settings with one control of a kind, under one label. The account's form has its own; the update server has none. */
export type LabelledKey<Kind extends string = 'flag' | 'number' | 'choice' | 'text'> = Exclude<
  { [K in SettingKey]: Table[K]['shape']['kind'] extends Kind ? K : never }[SettingKey],
  'extension' | 'updateServer'
>

/** What can alert, each with its own notification, sound and blink. `recording`: the recording guard's warnings. */
export type AlertKind = keyof Settings['sounds']
export type AlertSound = Settings['sounds'][AlertKind]
export type GlobalAction = keyof Settings['globalKeys']
export type NumberFormat = Settings['numberFormat']

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key)

/** The names of all settings, in the order of the settings page. */
export const SETTING_KEYS: readonly SettingKey[] = Object.keys(SETTINGS).filter(isSettingKey)

/** The least poll interval, by whether the server is this computer. */
export const leastPollSeconds = (loopback: boolean): number =>
  loopback ? MIN_LOOPBACK_POLL_SECONDS : SETTINGS.pollSeconds.shape.least

export const DEFAULT_SETTINGS: Settings = defaultsOf(SETTINGS)

function defaultsOf(table: Table): Settings
function defaultsOf(table: Table): object {
  return Object.fromEntries(Object.entries(table).map(([key, { byDefault }]) => [key, byDefault]))
}
