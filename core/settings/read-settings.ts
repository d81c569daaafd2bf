import { readCrmRules } from '../crm/read-crm-rules.ts'
import { readSchemes } from '../crm/read-schemes.ts'
import {
  DEFAULT_SETTINGS,
  isLoopback,
  MAX_POLL_SECONDS,
  MIN_LOOPBACK_POLL_SECONDS,
  MAX_HISTORY_DAYS,
  MIN_REQUESTS_PER_MINUTE,
  MAX_REQUESTS_PER_MINUTE,
  MAX_THRESHOLD_SECONDS,
  MAX_QUEUE_LENGTH,
  MAX_CHOSEN_QUEUES,
  MAX_EXTENSION_LENGTH,
  MAX_CODE_LENGTH,
  MAX_MUTED_MINUTES,
  MAX_OUTCOME_LABELS,
  MAX_LABEL_LENGTH,
  MAX_ACCELERATOR_LENGTH,
  MAX_POPUP_PLACES,
} from './settings.ts'
import type { EntryProblem } from '../templates/entry-problem.ts'
import { readCopyTemplates } from '../templates/read-copy-templates.ts'
import { readWebhook } from '../webhook/read-webhook.ts'
import { LANGUAGES } from '../words/languages.ts'
import type { PopupPlace, SettingKey, SettingProblem, Settings, WatchTarget } from './settings.ts'

type Verdict<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: SettingProblem['why'] }
type Reader<T> = (value: unknown) => Verdict<T>

const yes = <T>(value: T): Verdict<T> => ({ ok: true, value })
const no = (why: SettingProblem['why']): Verdict<never> => ({ ok: false, why })

const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? yes(value) : no('wrong-type'))

function oneOf<T extends string>(...words: readonly T[]): Reader<T> {
  return (value) => {
    const word = words.find((candidate) => candidate === value)
    return word === undefined ? no(typeof value === 'string' ? 'out-of-range' : 'wrong-type') : yes(word)
  }
}

/** An https address, or http on loopback, without name, password, query or fragment: the code must never be in a URL. */
const address: Reader<string> = (value) => {
  if (typeof value !== 'string') return no('wrong-type')
  const url = URL.parse(value.trim())
  if (url === null) return no('not-a-url')
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return no('not-a-url')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(value.trim())))
    return no('insecure-url')
  return yes(url.href.replace(/\/+$/, ''))
}

/** `''` for none. */
const updateServer: Reader<string> = (value) => (value === '' ? yes('') : address(value))

/** `HH:MM`. */
const updateTime: Reader<string> = (value) => {
  if (typeof value !== 'string') return no('wrong-type')
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? yes(value) : no('out-of-range')
}

const extension: Reader<string> = (value) => {
  if (typeof value !== 'string') return no('wrong-type')
  const sip = value.trim()
  return sip.length <= MAX_EXTENSION_LENGTH && /^[\w.+@-]*$/.test(sip) ? yes(sip) : no('out-of-range')
}

const pollSeconds: Reader<number> = (value) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return no('wrong-type')
  return value >= MIN_LOOPBACK_POLL_SECONDS && value <= MAX_POLL_SECONDS ? yes(value) : no('out-of-range')
}

const whole =
  (least: number, most: number): Reader<number> =>
  (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return no('wrong-type')
    return value >= least && value <= most ? yes(value) : no('out-of-range')
  }

const isQueueId = (id: string): boolean => /^[\w-]{1,64}$/.test(id)

const queues: Reader<Settings['queues']> = (value) => {
  if (value === 'all') return yes(value)
  if (!Array.isArray(value)) return no('wrong-type')
  // Before it is walked: an empty list can claim four thousand million places.
  if (value.length > MAX_CHOSEN_QUEUES) return no('out-of-range')
  const ids = value.map((id: unknown) => (typeof id === 'string' || typeof id === 'number' ? `${id}` : ''))
  return ids.every(isQueueId) ? yes([...new Set(ids)]) : no('out-of-range')
}

const thresholdSeconds = whole(1, MAX_THRESHOLD_SECONDS)

const queueThresholds: Reader<Settings['queueThresholds']> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return no('wrong-type')
  const entries: [string, number][] = []
  for (const [id, seconds] of Object.entries(value)) {
    const verdict = thresholdSeconds(seconds)
    if (!verdict.ok) return verdict
    entries.push([id, verdict.value])
  }
  const fits = entries.length <= MAX_CHOSEN_QUEUES && entries.every(([id]) => isQueueId(id))
  return fits ? yes(Object.fromEntries(entries)) : no('out-of-range')
}

const watch: Reader<WatchTarget> = (value) => {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return no('wrong-type')
  if (value.kind === 'extension') return yes({ kind: 'extension' })
  if (value.kind !== 'person' || !('userId' in value)) return no('out-of-range')
  const { userId } = value
  const fits = typeof userId === 'number' && Number.isSafeInteger(userId) && userId > 0
  return fits ? yes({ kind: 'person', userId }) : no('out-of-range')
}

const region: Reader<string> = (value) =>
  typeof value !== 'string' ? no('wrong-type') : /^[A-Z]{2}$/.test(value) ? yes(value) : no('out-of-range')

const zone: Reader<string> = (value) => {
  if (typeof value !== 'string') return no('wrong-type')
  try {
    return yes(new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone)
  } catch {
    return no('out-of-range')
  }
}

/** One value for each of the keys of `defaults`; what is not named keeps its default. */
function each<K extends string, T>(
  defaults: Readonly<Record<K, T>>,
  read: Reader<T>,
): Reader<Readonly<Record<K, T>>> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return no('wrong-type')
    const result: Record<K, T> = { ...defaults }
    const isKnown = (key: string): key is K => Object.hasOwn(defaults, key)
    for (const [key, one] of Object.entries(value)) {
      if (!isKnown(key)) return no('unknown-key')
      const verdict = read(one)
      if (!verdict.ok) return verdict
      result[key] = verdict.value
    }
    return yes(result)
  }
}

const outcomeLabels: Reader<readonly string[]> = (value) => {
  if (!Array.isArray(value)) return no('wrong-type')
  if (value.length > MAX_OUTCOME_LABELS) return no('out-of-range')
  const labels = value.map((label: unknown) => (typeof label === 'string' ? label.trim() : ''))
  const fit = labels.every((label) => label !== '' && label.length <= MAX_LABEL_LENGTH)
  return fit ? yes([...new Set(labels)]) : no('out-of-range')
}

const accelerator: Reader<string | null> = (value) => {
  if (value === null) return yes(null)
  if (typeof value !== 'string') return no('wrong-type')
  return /^[A-Za-z0-9]+(\+[^\s+]+)*(\+\+)?$/.test(value) && value.length <= MAX_ACCELERATOR_LENGTH
    ? yes(value)
    : no('out-of-range')
}

const popupDisplay: Reader<string> = (value) => {
  if (typeof value !== 'string') return no('wrong-type')
  return /^(pointer|primary|-?\d{1,20})$/.test(value) ? yes(value) : no('out-of-range')
}

const popupPlaces: Reader<Settings['popupPlaces']> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return no('wrong-type')
  const places: [string, PopupPlace][] = []
  for (const [screens, place] of Object.entries(value)) {
    const read = readPlace(place)
    if (read === null || screens.length > 500) return no('out-of-range')
    places.push([screens, read])
  }
  return yes(Object.fromEntries(places.slice(-MAX_POPUP_PLACES)))
}

function readPlace(raw: unknown): PopupPlace | null {
  if (typeof raw !== 'object' || raw === null || !('x' in raw) || !('y' in raw)) return null
  const { x, y } = raw
  return Number.isSafeInteger(x) && Number.isSafeInteger(y) && typeof x === 'number' && typeof y === 'number'
    ? { x, y }
    : null
}

/** Settings that are lists of entries: each entry with a problem is left out and told by its place. */
type ListKey = 'copyTemplates' | 'crmRules' | 'crmSchemes' | 'webhook'

const READERS: { readonly [K in Exclude<SettingKey, ListKey>]: Reader<Settings[K]> } = {
  baseUrl: address,
  muteUrl: address,
  extension,
  pollSeconds,
  alertOnRing: flag,
  alertOnMissed: flag,
  alertOnRecording: flag,
  sounds: each(DEFAULT_SETTINGS.sounds, oneOf('none', 'system', 'ringside')),
  soundVolume: whole(0, 100),
  blinks: each(DEFAULT_SETTINGS.blinks, flag),
  deskPhone: flag,
  ringPopup: oneOf('fallback', 'always', 'never'),
  popupDisplay,
  popupPlaces,
  fallbackBlink: flag,
  fallbackSound: flag,
  privacy: flag,
  numberFormat: oneOf('national', 'international', 'received'),
  region,
  zone,
  theme: oneOf('system', 'light', 'dark', 'high-contrast'),
  language: oneOf('system', ...LANGUAGES),
  launchAtLogin: flag,
  startHidden: flag,
  historyDays: whole(1, MAX_HISTORY_DAYS),
  requestsPerMinute: whole(MIN_REQUESTS_PER_MINUTE, MAX_REQUESTS_PER_MINUTE),
  queues,
  queueThresholdSeconds: thresholdSeconds,
  queueThresholds,
  alertOnFirstWaiting: flag,
  alertOnQueueThreshold: flag,
  alertOnQueueLength: flag,
  queueLength: whole(1, MAX_QUEUE_LENGTH),
  wideView: flag,
  maskTeamNumbers: flag,
  watch,
  mutedTooLongMinutes: whole(1, MAX_MUTED_MINUTES),
  outcomeLabels,
  globalKeys: each(DEFAULT_SETTINGS.globalKeys, accelerator),
  windowKeys: flag,
  updates: flag,
  updateServer,
  updateChannel: oneOf('latest', 'beta'),
  updateWhen: oneOf('quit', 'night'),
  updateTime,
}

interface ListRead<T> {
  readonly value: T
  readonly problems: readonly EntryProblem[]
}

const LISTS: {
  readonly [K in ListKey]: (raw: unknown, schemes: readonly string[]) => ListRead<Settings[K]>
} = {
  copyTemplates(raw) {
    const { entries, problems } = readCopyTemplates(raw, 'copyTemplates')
    return { value: entries, problems }
  },
  crmRules(raw, schemes) {
    const { entries, problems } = readCrmRules(raw, 'crmRules', schemes)
    return { value: entries, problems }
  },
  crmSchemes(raw) {
    const { schemes, problems } = readSchemes(raw, 'crmSchemes')
    return { value: schemes, problems }
  },
  webhook(raw) {
    const { webhook, problems } = readWebhook(raw, 'webhook')
    return { value: webhook, problems }
  },
}

/** What decides which program runs, or opens, is no person's own choice: another program could write it. */
const POLICY_ONLY: readonly string[] = ['crmSchemes', 'updateServer']

const isPlainKey = (key: string): key is Exclude<SettingKey, ListKey> => Object.hasOwn(READERS, key)
const isListKey = (key: string): key is ListKey => Object.hasOwn(LISTS, key)

/**
 * What one source gives: its good values, and a problem for each other one. A source that is no object gives nothing.
 * `schemes`: what the policy names for CRM rules beside https.
 */
export function readSettings(
  source: SettingProblem['source'],
  raw: unknown,
  schemes: readonly string[] = [],
): { readonly values: Partial<Settings>; readonly problems: readonly SettingProblem[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { values: {}, problems: raw === undefined ? [] : [{ source, key: '', why: 'wrong-type' }] }
  }
  const values: Record<string, unknown> = {}
  const problems: SettingProblem[] = []
  for (const [key, value] of Object.entries(raw)) {
    if ((key === 'code' || key === 'webhookSecret') && source === 'policy') {
      if (readCode(value) === null) problems.push({ source, key, why: 'wrong-type' })
    } else if (POLICY_ONLY.includes(key) && source === 'user') {
      problems.push({ source, key, why: 'policy-only' })
    } else if (isListKey(key)) {
      const list = LISTS[key](value, schemes)
      values[key] = list.value
      problems.push(...list.problems.map(({ path, ...problem }) => ({ ...problem, source, key: path })))
    } else if (isPlainKey(key)) {
      const verdict = READERS[key](value)
      if (verdict.ok) values[key] = verdict.value
      else problems.push({ source, key, why: verdict.why })
    } else problems.push({ source, key, why: 'unknown' })
  }
  return { values, problems }
}

/** A code as typed or pasted, trimmed; null when it can't be one. */
export function readCode(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const code = value.trim()
  return code !== '' && code.length <= MAX_CODE_LENGTH ? code : null
}
