import type { CopyTemplate } from '../templates/copy-template.ts'
import type { CrmRule } from '../crm/crm-rule.ts'
import { WEBHOOK_OFF, type WebhookSettings } from '../webhook/webhook-settings.ts'
import { MAX_LABEL_LENGTH } from '../limits.ts'
import { LANGUAGES } from '../words/languages.ts'
import { globalKeys } from './global-keys.ts'
import { CORNERS, popupPlaces, windowPlaces } from './screen-kinds.ts'
import { choice, decimal, each, entries, flag, setting, text, whole } from './setting-kinds.ts'
import {
  address,
  addressOrNone,
  byQueue,
  endpointOrNone,
  hosts,
  labels,
  NO_NAMES,
  prefixes,
  queueIds,
  region,
  regions,
  screen,
  statuses,
  statusNames,
  watchTarget,
  zone,
} from './single-use-kinds.ts'

const MIN_LOOPBACK_POLL_SECONDS = 0.2 // a simulator on this computer doesn't need protecting

export const MAX_COLLAPSED = 500 // far more queues than anyone looks at
const ALERT_KINDS = ['ring', 'missed', 'queue', 'recording'] as const
const GLOBAL_ACTIONS = ['show', 'copy', 'mute', 'crm', 'privacy', 'dial'] as const
const thresholdSeconds = whole(1, 3_600) // an hour is beyond any sensible threshold

/**
 * Every setting: its default, its allowed values, and its group of policies (null: no policy may set it). Types, limits,
 * policies and their forms follow from it. In the order of the settings page.
 */
export const SETTINGS = {
  /** The SIP code of the watched extension, case-sensitive; `''` until set. Real ones have 8 characters. */
  extension: setting('', text(/^[\w.+@-]*$/, 64), 'account'),

  alertOnRing: setting(true, flag, 'alerts'),
  /** Whether the tray icon blinks for an alert until it is over or seen. */
  blinks: setting(
    { ring: true, missed: false, queue: false, recording: false },
    each(ALERT_KINDS, flag),
    'alerts',
  ),
  /** `system`: the notification's; `ringside`: the program's own, at the set volume. */
  sounds: setting(
    { ring: 'system', missed: 'none', queue: 'none', recording: 'system' },
    each(ALERT_KINDS, choice('none', 'system', 'ringside')),
    'alerts',
  ),
  alertOnMissed: setting(true, flag, 'alerts'),
  alertOnRecording: setting(true, flag, 'alerts'),
  /** When to warn about a muted recording. A card payment takes less than the maximum; a longer mute was forgotten. */
  mutedTooLongMinutes: setting(2, whole(1, 60), 'alerts'),
  /** The desk phone rings: Ringside makes no sound, but still shows everything. */
  deskPhone: setting(false, flag, 'alerts'),
  /** The volume of Ringside's own sounds, in per cent. */
  soundVolume: setting(60, whole(0, 100), 'alerts'),
  /** Ringside's own popup for a ring: when the system's notification isn't shown, always in addition, or never. */
  ringPopup: setting('fallback', choice('fallback', 'always', 'never'), 'alerts'),
  /** The screen that the popup appears on: the one with the pointer, the main one, or the one with this Electron ID. */
  popupDisplay: setting('pointer', screen, 'alerts'),
  /** The popup's corner of the screen; `away`: away from the system's own notifications. */
  popupCorner: setting('away', choice('away', ...CORNERS), 'alerts'),
  /** Where the popup was dragged to on each set of screens. */
  popupPlaces: setting({}, popupPlaces, null),
  /** After how many seconds the popup hides although a call still rings; 0: it stays while it rings. */
  popupHideSeconds: setting(0, whole(0, 60), 'alerts'),
  /** Whether tray and taskbar blink, and Ringside's sound plays, for an alert that nothing else showed. */
  fallbackBlink: setting(true, flag, 'alerts'),
  fallbackSound: setting(true, flag, 'alerts'),

  /** For sharing the screen: "Incoming call" in alerts, numbers and names masked wherever they are shown. */
  privacy: setting(false, flag, 'window'),

  /** Global shortcuts. `mute` mutes or resumes the recording. */
  globalKeys: setting(
    { show: null, copy: null, mute: null, crm: null, privacy: null, dial: null },
    globalKeys(GLOBAL_ACTIONS),
    'window',
  ),
  /** Single keys act on what is in the window, such as C for copy. */
  windowKeys: setting(true, flag, 'window'),

  /** Whether calls can be placed, from the agent's own phone. */
  dialling: setting(true, flag, 'dialling'),
  /** Whether the calls on the agent's own phone can be ended. */
  hangUp: setting(false, flag, 'dialling'),
  /** Whether `tel:` and `callto:` links of web pages and programs open here, with a confirmation before the call. */
  phoneLinks: setting(true, flag, 'dialling'),
  /** The ISO 3166 regions that may be called. */
  dialCountries: setting('all', regions, 'dialling', { policyOnly: true }),
  /** Prefixes that may not be called, as dialled at home or with a country code. */
  dialRefusedPrefixes: setting([], prefixes, 'dialling', { policyOnly: true }),
  /** Whether calls placed from here are recorded; `account`: as set in the account. */
  dialRecording: setting('account', choice('account', 'on', 'off'), 'dialling', { policyOnly: true }),
  /** The caller ID that the other person sees; `''`: as set in the account. */
  dialCallerId: setting('', text(/^\+?\d{0,15}$/, 16), 'dialling', { policyOnly: true }),
  dialsPerMinute: setting(6, whole(1, 60), 'dialling', { policyOnly: true }),
  /** In any 24 hours. */
  dialsPerDay: setting(300, whole(1, 5_000), 'dialling', { policyOnly: true }),

  /** The ids of the queues to watch; none for an empty list. */
  queues: setting('all', queueIds, 'queues'),
  queueThresholdSeconds: setting(120, thresholdSeconds, 'queues'),
  /** Thresholds of individual queues, by id, in seconds. */
  queueThresholds: setting({}, byQueue(thresholdSeconds), 'queues'),
  alertOnFirstWaiting: setting(false, flag, 'queues'),
  alertOnQueueThreshold: setting(false, flag, 'queues'),
  alertOnQueueLength: setting(false, flag, 'queues'),
  /** The number of callers that makes a queue long. */
  queueLength: setting(5, whole(1, 1_000), 'queues'),
  /** The ids of the queues whose callers aren't listed. */
  collapsedQueues: setting([], labels(MAX_COLLAPSED, 64), null),

  /** All extensions may be requested: the response contains every caller of the organisation. */
  wideView: setting(false, flag, 'queues'),
  maskTeamNumbers: setting(false, flag, 'queues'),
  watch: setting({ kind: 'extension' }, watchTarget, 'account'),

  /** The statuses that the agent may set, in this order; if empty, the status can't be changed here. */
  offeredStatuses: setting([], statuses, 'account', { policyOnly: true }),
  /** What the account calls its statuses; `''` for the usual name. */
  statusNames: setting(NO_NAMES, statusNames, 'account'),
  /**
   * Whether starting Ringside logs the agent in, and quitting logs them out; an update, a crash or a relaunch does
   * neither.
   */
  logInAtStart: setting(false, flag, 'account'),
  logOutAtQuit: setting(false, flag, 'account'),

  numberFormat: setting('national', choice('national', 'international', 'received'), 'window'),
  /** ISO 3166 region by which numbers without a country code are read. */
  region: setting('IL', region, 'account'),
  /** The IANA zone of the account's wall clock, the fallback of the API clock. */
  zone: setting('Asia/Jerusalem', zone, 'account'),

  /** The first is the default one; an empty list means the built-in ones. */
  copyTemplates: entries<readonly CopyTemplate[]>([], 'json', 'integrations'),
  /** Quick labels for how a call went; an empty list means the built-in ones. As many as fit in a row of buttons. */
  outcomeLabels: setting([], labels(20, MAX_LABEL_LENGTH), 'integrations'),

  language: setting('system', choice('system', ...LANGUAGES), 'window'),
  theme: setting('system', choice('system', 'light', 'dark', 'high-contrast'), 'window'),
  /** The window stays open and above others when it loses the focus. */
  windowPinned: setting(false, flag, 'window'),
  /** A pinned window folds to a strip while a call is answered and nobody uses it. */
  foldsInCall: setting(false, flag, 'window'),
  /** The window's last size and position on each screen, in DIP. */
  windowPlaces: setting({}, windowPlaces, null),
  /** Ringside starts in the tray when the user logs in. */
  launchAtLogin: setting(false, flag, 'program'),
  startHidden: setting(false, flag, 'program'),

  crmRules: entries<readonly CrmRule[]>([], 'json', 'integrations'),
  /** Schemes besides https that the policy's rules may open: a user's own could start other programs. */
  crmSchemes: entries<readonly string[]>([], 'list', 'integrations', { policyOnly: true }),
  /** The full address of the organisation's Popup Screen endpoint, which responds to "who is this?"; `''` for none. */
  popupScreenUrl: setting('', endpointOrNone, 'integrations'),
  /** Hosts whose pages it may name, besides its own host and those of the CRM rules. */
  popupScreenHosts: setting([], hosts, 'integrations'),
  /** For how long a response is used for the caller's next calls, until theirs arrives. A name rarely changes within a shift. */
  popupScreenMinutes: setting(480, whole(0, 10_080), 'integrations'),
  /** Whose name is shown first: the agent's own address book, the endpoint's, or the one received with the call. */
  nameOrder: setting('own-first', choice('own-first', 'crm-first', 'api-first'), 'integrations'),
  webhook: entries<WebhookSettings>(WEBHOOK_OFF, 'json', 'integrations', { boundBy: 'webhookSecret' }),

  /** The history is completed from the vendor's call log. */
  callLog: setting(true, flag, 'program'),
  /** Older calls are removed. The maximum is ten years: longer than any law requires. */
  historyDays: setting(90, whole(1, 3_650), 'program'),

  /** Below the vendor's 5 s only if the administrator sets it; a ring lasts 15 s, so anything slower than the maximum would miss rings. */
  pollSeconds: setting(5, decimal(2, 60, MIN_LOOPBACK_POLL_SECONDS), 'account'),
  /** Requests in any minute, in total. Fewer than the minimum would miss rings. */
  requestsPerMinute: setting(12, whole(4, 60), 'account'),
  /** Everything before the method's name, such as `https://host/comet/API`. */
  baseUrl: setting('https://monapisec.voicenter.co.il/comet/API', address, 'account', { boundBy: 'code' }),
  /** The full address of the mute call; the host is the account's own. */
  muteUrl: setting('https://monapisec.voicenter.co.il/Comet/API/MuteUnmuteCalls', address, 'account', {
    boundBy: 'code',
  }),
  /** The full address of Click2Call. */
  dialUrl: setting('https://api.voicenter.com/ForwardDialer/click2call.aspx', address, 'account', {
    boundBy: 'code',
  }),
  /** The full address for setting an agent's status. The code is sent there in the body of a POST. */
  statusUrl: setting('https://api.voicenter.com/UserLogin/SetStatusFromAPI', address, 'account', {
    boundBy: 'code',
  }),
  /** The full address of the call log, likewise. */
  callLogUrl: setting('https://api.voicenter.com/hub/cdr/', address, 'account', { boundBy: 'code' }),

  updates: setting(true, flag, 'program'),
  /** Where the program's updates come from; `''` for none. Whoever sets this decides which program runs. */
  updateServer: setting('', addressOrNone, 'program', { policyOnly: true }),
  /** `quit`: when the program quits. `night`: at a time of day. */
  updateWhen: setting('quit', choice('quit', 'night'), 'program'),
  /** For `night`: `HH:MM` on this computer. */
  updateTime: setting('20:00', text(/^([01]\d|2[0-3]):[0-5]\d$/, 5), 'program'),
  updateChannel: setting('latest', choice('latest', 'beta'), 'program'),
}

type Table = typeof SETTINGS
export type SettingKey = keyof Table
export type Settings = { readonly [K in SettingKey]: Table[K]['byDefault'] }

export type EntryKey = { [K in SettingKey]: Table[K]['read'] extends null ? K : never }[SettingKey]
export type PolicySettingKey = { [K in SettingKey]: Table[K]['policy'] extends null ? never : K }[SettingKey]
/**
 * Settings with a standard control and label. The account's form has its own; settings that only a policy sets have
 * none.
 */
export type LabelledKey<Kind extends string = 'flag' | 'number' | 'choice' | 'text'> = Exclude<
  { [K in SettingKey]: Table[K]['shape']['kind'] extends Kind ? K : never }[SettingKey],
  'extension' | 'updateServer' | PolicyOnlyKey
>

/** Settings that only a policy may set, although their kind has a control. */
type PolicyOnlyKey = 'dialRecording' | 'dialCallerId' | 'dialsPerMinute' | 'dialsPerDay'

/** The kinds of alert, each with its own notification, sound and blink. `recording`: the recording guard's warnings. */
export type AlertKind = keyof Settings['sounds']
/** Each kind's notifications are on while one of these switches is. */
export const ALERT_SWITCHES: Readonly<Record<AlertKind, readonly LabelledKey<'flag'>[]>> = {
  ring: ['alertOnRing'],
  missed: ['alertOnMissed'],
  queue: ['alertOnFirstWaiting', 'alertOnQueueThreshold', 'alertOnQueueLength'],
  recording: ['alertOnRecording'],
}
export type AlertSound = Settings['sounds'][AlertKind]
export type GlobalAction = keyof Settings['globalKeys']
export type NumberFormat = Settings['numberFormat']

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key)

/** The names of all settings, in the order of the settings page. */
export const SETTING_KEYS: readonly SettingKey[] = Object.keys(SETTINGS).filter(isSettingKey)

/** The minimum poll interval, depending on whether the server is this computer. */
export const leastPollSeconds = (loopback: boolean): number =>
  loopback ? MIN_LOOPBACK_POLL_SECONDS : SETTINGS.pollSeconds.shape.least

export const DEFAULT_SETTINGS: Settings = defaultsOf(SETTINGS)

function defaultsOf(table: Table): Settings
function defaultsOf(table: Table): object {
  return Object.fromEntries(Object.entries(table).map(([key, { byDefault }]) => [key, byDefault]))
}
