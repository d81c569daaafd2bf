/** Settings: what they are, their limits, and policy over user over default. Pure: reads `unknown`, throws nothing. */

export type NumberFormat = 'national' | 'international' | 'received'
export type Theme = 'system' | 'light' | 'dark'
export type Language = 'system' | 'en'
/** Whom to watch: the set extension, or a user wherever they are logged in. */
export type WatchTarget =
  { readonly kind: 'extension' } | { readonly kind: 'person'; readonly userId: number }

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
  readonly alertSound: boolean
  readonly numberFormat: NumberFormat
  /** ISO 3166 region by which numbers without a country code are read. */
  readonly region: string
  /** IANA zone of the account's wall clock, the last resort of the API clock. */
  readonly zone: string
  readonly theme: Theme
  readonly language: Language
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
}

export type SettingKey = keyof Settings

export const DEFAULT_SETTINGS: Settings = {
  baseUrl: 'https://monapisec.voicenter.co.il/comet/API',
  muteUrl: 'https://monapisec.voicenter.co.il/Comet/API/MuteUnmuteCalls',
  extension: '',
  pollSeconds: 5,
  alertOnRing: true,
  alertOnMissed: true,
  alertSound: true,
  numberFormat: 'national',
  region: 'IL',
  zone: 'Asia/Jerusalem',
  theme: 'system',
  language: 'system',
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
export const MAX_CODE_LENGTH = 512 // a paste of the wrong thing, not a code, is longer

/** Something in a settings source that was not used, and why. */
export interface SettingProblem {
  readonly source: 'policy' | 'user'
  readonly key: string
  readonly why: 'unknown' | 'wrong-type' | 'out-of-range' | 'insecure-url' | 'not-a-url'
}

export interface ResolvedSettings {
  readonly settings: Settings
  /** Keys that policy decides; shown as locked. */
  readonly locked: readonly SettingKey[]
  readonly problems: readonly SettingProblem[]
}

/** True for a host that is this computer itself: the only place plain http may go. */
export function isLoopback(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? ''
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

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
  const ids = value.map((id: unknown) => (typeof id === 'string' || typeof id === 'number' ? `${id}` : ''))
  return ids.length <= MAX_CHOSEN_QUEUES && ids.every(isQueueId) ? yes([...new Set(ids)]) : no('out-of-range')
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

const READERS: { readonly [K in SettingKey]: Reader<Settings[K]> } = {
  baseUrl: address,
  muteUrl: address,
  extension,
  pollSeconds,
  alertOnRing: flag,
  alertOnMissed: flag,
  alertSound: flag,
  numberFormat: oneOf('national', 'international', 'received'),
  region,
  zone,
  theme: oneOf('system', 'light', 'dark'),
  language: oneOf('system', 'en'),
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
}

/** The names of all settings, in the order they are shown. */
export const SETTING_KEYS: readonly SettingKey[] = [
  'baseUrl',
  'muteUrl',
  'extension',
  'pollSeconds',
  'alertOnRing',
  'alertOnMissed',
  'alertSound',
  'numberFormat',
  'region',
  'zone',
  'theme',
  'language',
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
]

const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(READERS, key)

/** What one source gives: its good values, and a problem for each other one. A source that is no object gives nothing. */
export function readSettings(
  source: SettingProblem['source'],
  raw: unknown,
): { readonly values: Partial<Settings>; readonly problems: readonly SettingProblem[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { values: {}, problems: raw === undefined ? [] : [{ source, key: '', why: 'wrong-type' }] }
  }
  const values: Record<string, unknown> = {}
  const problems: SettingProblem[] = []
  for (const [key, value] of Object.entries(raw)) {
    if (key === 'code' && source === 'policy') {
      if (readCode(value) === null) problems.push({ source, key, why: 'wrong-type' })
      continue
    }
    if (!isSettingKey(key)) {
      problems.push({ source, key, why: 'unknown' })
      continue
    }
    const verdict = READERS[key](value)
    if (verdict.ok) values[key] = verdict.value
    else problems.push({ source, key, why: verdict.why })
  }
  return { values, problems }
}

/** Questions a minute that leave a poll interval (seconds) its pace, with a quarter more for queues and team. */
export const budgetFor = (pollSeconds: number): number => Math.ceil((60 / pollSeconds) * 1.25)

/** Addresses that decide where the code is sent. */
const ADDRESS_KEYS: readonly SettingKey[] = ['baseUrl', 'muteUrl']

/**
 * Policy over user over default, with the poll interval held to what the address allows. With the organisation's
 * code, the user's own addresses are not used and the addresses are locked: whoever could point them elsewhere could
 * have the code sent there.
 */
export function resolveSettings(policy: unknown, user: unknown): ResolvedSettings {
  const fromPolicy = readSettings('policy', policy)
  const fromUser = readSettings('user', user)
  const bound = policyCode(policy) === null ? [] : ADDRESS_KEYS
  const own = Object.fromEntries(
    Object.entries(fromUser.values).filter(([key]) => !bound.some((one) => one === key)),
  )
  const settings: Settings = { ...DEFAULT_SETTINGS, ...own, ...fromPolicy.values }
  const local = isLoopback(settings.baseUrl)
  const pollSeconds = Math.max(local ? MIN_LOOPBACK_POLL_SECONDS : MIN_POLL_SECONDS, settings.pollSeconds)
  const said =
    Object.hasOwn(own, 'requestsPerMinute') || Object.hasOwn(fromPolicy.values, 'requestsPerMinute')
  const requestsPerMinute =
    local && !said ? Math.max(settings.requestsPerMinute, budgetFor(pollSeconds)) : settings.requestsPerMinute
  return {
    settings: { ...settings, pollSeconds, requestsPerMinute },
    locked: SETTING_KEYS.filter((key) => bound.includes(key) || Object.hasOwn(fromPolicy.values, key)),
    problems: [...fromPolicy.problems, ...fromUser.problems],
  }
}

/** The organisation's code from a policy, or null. */
export function policyCode(policy: unknown): string | null {
  if (typeof policy !== 'object' || policy === null || !Object.hasOwn(policy, 'code') || !('code' in policy))
    return null
  return readCode(policy.code)
}

/** A code as typed or pasted, trimmed; null when it can't be one. */
export function readCode(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const code = value.trim()
  return code !== '' && code.length <= MAX_CODE_LENGTH ? code : null
}
