import {
  DEFAULT_SETTINGS,
  MAX_HISTORY_DAYS,
  MAX_MUTED_MINUTES,
  MAX_POLL_SECONDS,
  MAX_QUEUE_LENGTH,
  MAX_REQUESTS_PER_MINUTE,
  MAX_THRESHOLD_SECONDS,
  MIN_POLL_SECONDS,
  MIN_REQUESTS_PER_MINUTE,
  SETTING_KEYS,
} from '../settings/settings.ts'
import type { SettingKey } from '../settings/settings.ts'
import { LANGUAGES } from '../words/languages.ts'

/** What a value of a policy looks like, for those who write policies and for forms that know no JSON. */
export type PolicyShape =
  | { readonly kind: 'flag' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly among: readonly string[] }
  | { readonly kind: 'text' }
  /** Keys, such as `CommandOrControl+Alt+R`; `''` in a form, null in JSON, for none. */
  | { readonly kind: 'key' }
  /** Texts. Each of `words` may stand for the whole list. */
  | { readonly kind: 'list'; readonly words: readonly string[] }
  | { readonly kind: 'json' }
  /** Several values of one kind, each under its own name. */
  | { readonly kind: 'group'; readonly keys: readonly string[]; readonly of: PolicyShape }

/** What a policy may set: every setting but those that are the person's desk alone, and the two secrets. */
export type PolicyKey = Exclude<SettingKey, 'popupPlaces'> | 'code' | 'webhookSecret'

const FLAG: PolicyShape = { kind: 'flag' }
const TEXT: PolicyShape = { kind: 'text' }
const number = (least: number, most: number): PolicyShape => ({ kind: 'number', least, most })
const choice = (...among: readonly string[]): PolicyShape => ({ kind: 'choice', among })
const list = (...words: readonly string[]): PolicyShape => ({ kind: 'list', words })
const group = (like: object, of: PolicyShape): PolicyShape => ({ kind: 'group', keys: Object.keys(like), of })

// A record, so that a setting that is new does not compile until it is here.
const SHAPES: Readonly<Record<PolicyKey, PolicyShape>> = {
  code: TEXT,
  baseUrl: TEXT,
  muteUrl: TEXT,
  extension: TEXT,
  pollSeconds: number(MIN_POLL_SECONDS, MAX_POLL_SECONDS),
  alertOnRing: FLAG,
  alertOnMissed: FLAG,
  alertOnRecording: FLAG,
  sounds: group(DEFAULT_SETTINGS.sounds, choice('none', 'system', 'ringside')),
  soundVolume: number(0, 100),
  blinks: group(DEFAULT_SETTINGS.blinks, FLAG),
  deskPhone: FLAG,
  ringPopup: choice('fallback', 'always', 'never'),
  popupDisplay: choice('pointer', 'primary'),
  fallbackBlink: FLAG,
  fallbackSound: FLAG,
  privacy: FLAG,
  numberFormat: choice('national', 'international', 'received'),
  region: TEXT,
  zone: TEXT,
  theme: choice('system', 'light', 'dark', 'high-contrast'),
  language: choice('system', ...LANGUAGES),
  launchAtLogin: FLAG,
  startHidden: FLAG,
  historyDays: number(1, MAX_HISTORY_DAYS),
  requestsPerMinute: number(MIN_REQUESTS_PER_MINUTE, MAX_REQUESTS_PER_MINUTE),
  queues: list('all'),
  queueThresholdSeconds: number(1, MAX_THRESHOLD_SECONDS),
  queueThresholds: { kind: 'json' },
  alertOnFirstWaiting: FLAG,
  alertOnQueueThreshold: FLAG,
  alertOnQueueLength: FLAG,
  queueLength: number(1, MAX_QUEUE_LENGTH),
  wideView: FLAG,
  maskTeamNumbers: FLAG,
  watch: { kind: 'json' },
  mutedTooLongMinutes: number(1, MAX_MUTED_MINUTES),
  copyTemplates: { kind: 'json' },
  crmRules: { kind: 'json' },
  crmSchemes: list(),
  webhook: { kind: 'json' },
  webhookSecret: TEXT,
  outcomeLabels: list(),
  globalKeys: group(DEFAULT_SETTINGS.globalKeys, { kind: 'key' }),
  windowKeys: FLAG,
  updates: FLAG,
  updateServer: TEXT,
  updateChannel: choice('latest', 'beta'),
  updateWhen: choice('quit', 'night'),
  updateTime: TEXT,
}

const isPolicyKey = (key: string): key is PolicyKey => Object.hasOwn(SHAPES, key)

/** Every key that a policy may set, in the order of the settings; the code comes first. */
export const POLICY_KEYS: readonly PolicyKey[] = ['code', ...SETTING_KEYS, 'webhookSecret'].filter(
  isPolicyKey,
)

/** The shape of each of them. */
export const POLICY_SHAPES: ReadonlyMap<string, PolicyShape> = new Map(
  POLICY_KEYS.map((key) => [key, SHAPES[key]]),
)
