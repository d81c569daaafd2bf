import { hasUserInfo } from './has-user-info.ts'
import { withoutEndSlashes } from './without-end-slashes.ts'
import { isLoopback } from './is-loopback.ts'
import { bad, good, type SettingShape } from './setting.ts'
import { each, text, type Kind, type TextKind } from './setting-kinds.ts'
import { typedText } from './typed-text.ts'
import { isNamedStatus, NAMED_STATUSES, type NamedStatus } from '../status-words.ts'

const MAX_URL_LENGTH = 2_000 // longer ones are truncated by servers on the way
const MAX_QUEUES = 200 // as many as a large account has

/** An https address, or http on loopback, without name, password, query or fragment: the code must never be in a URL. */
export const address: TextKind = {
  shape: { kind: 'text', maxLength: MAX_URL_LENGTH },
  read(raw) {
    if (typeof raw !== 'string') return bad('wrong-type')
    const typed = typedText(raw)
    const url = URL.parse(typed)
    if (url === null) return bad('not-a-url')
    if (hasUserInfo(url) || url.search !== '' || url.hash !== '') return bad('not-a-url')
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(typed)))
      return bad('insecure-url')
    return good(withoutEndSlashes(url.href))
  },
}

/** An https address, or http on loopback, with a query but without name and password; `''` for none. */
export const endpointOrNone: TextKind = {
  shape: address.shape,
  read(raw) {
    if (typeof raw !== 'string') return bad('wrong-type')
    const typed = typedText(raw)
    if (typed === '') return good(typed)
    const url = URL.parse(typed)
    if (url === null || typed.length > MAX_URL_LENGTH) return bad('not-a-url')
    if (hasUserInfo(url) || url.hash !== '') return bad('not-a-url')
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(typed)))
      return bad('insecure-url')
    return good(url.href)
  },
}

const MAX_HOSTS = 20
const MAX_HOST_LENGTH = 259 // a DNS name has 253 characters, plus `:65535`

/** Host names in full, each with or without a port. */
export const hosts: Kind<readonly string[]> = {
  shape: { kind: 'list', words: [] },
  read(raw) {
    if (!Array.isArray(raw)) return bad('wrong-type')
    if (raw.length > MAX_HOSTS) return bad('out-of-range')
    const all = raw.map((host: unknown) => (typeof host === 'string' ? typedText(host).toLowerCase() : ''))
    const fit = all.every((host) => host.length <= MAX_HOST_LENGTH && HOST.test(host))
    return fit ? good([...new Set(all)]) : bad('out-of-range')
  },
}

const HOST = /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*(:\d{1,5})?$/

/** `''` for none. */
export const addressOrNone: TextKind = {
  ...address,
  read: (raw, byDefault) => (raw === '' ? good('') : address.read(raw, byDefault)),
}

const isoRegion = text(/^[A-Z]{2}$/, 2)

/** A two-letter region that has a name. */
export const region: TextKind = {
  ...isoRegion,
  read(raw, byDefault) {
    const verdict = isoRegion.read(raw, byDefault)
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    return verdict.ok && names.of(verdict.value) === undefined ? bad('out-of-range') : verdict
  },
}

const MAX_REGIONS = 250 // the number of regions

/** Regions, or all of them. */
export const regions: Kind<'all' | readonly string[]> = {
  shape: { kind: 'list', words: ['all'] },
  read(raw) {
    if (raw === 'all') return good(raw)
    if (!Array.isArray(raw)) return bad('wrong-type')
    if (raw.length > MAX_REGIONS) return bad('out-of-range')
    const named: string[] = []
    for (const one of raw) {
      const verdict = region.read(one, '')
      if (!verdict.ok) return verdict
      named.push(verdict.value)
    }
    return good([...new Set(named)])
  },
}

const MAX_PREFIXES = 200

/** Prefixes: the digits only, whatever format they are written in. */
export const prefixes: Kind<readonly string[]> = {
  shape: { kind: 'list', words: [] },
  read(raw) {
    if (!Array.isArray(raw)) return bad('wrong-type')
    if (raw.length > MAX_PREFIXES) return bad('out-of-range')
    const written = raw.map((one: unknown) =>
      typeof one === 'string' || typeof one === 'number' ? typedText(`${one}`) : '',
    )
    const digits = written.map((one) => one.replaceAll(/[\s()+.-]/g, ''))
    return digits.every((one) => /^\d{1,17}$/.test(one)) ? good([...new Set(digits)]) : bad('out-of-range')
  },
}

/** An IANA zone. */
export const zone: TextKind = {
  shape: { kind: 'text', maxLength: 64 },
  read(raw) {
    if (typeof raw !== 'string') return bad('wrong-type')
    try {
      return good(new Intl.DateTimeFormat('en', { timeZone: typedText(raw) }).resolvedOptions().timeZone)
    } catch {
      return bad('out-of-range')
    }
  },
}

/** The screen with the pointer, the main screen, or the one with this ID, which can't be chosen in the settings. */
export const screen: Kind<string, { readonly kind: 'choice'; readonly among: readonly string[] }> = {
  shape: { kind: 'choice', among: ['pointer', 'primary'] },
  read: text(/^(pointer|primary|-?\d{1,20})$/, 30).read,
}

const isQueueId = (id: string): boolean => /^[\w-]{1,64}$/.test(id)

export const queueIds: Kind<'all' | readonly string[]> = {
  shape: { kind: 'list', words: ['all'] },
  read(raw) {
    if (raw === 'all') return good(raw)
    if (!Array.isArray(raw)) return bad('wrong-type')
    // Checked before iterating: an empty list can claim a length of four billion.
    if (raw.length > MAX_QUEUES) return bad('out-of-range')
    const ids = raw.map((id: unknown) =>
      typeof id === 'string' || typeof id === 'number' ? typedText(`${id}`) : '',
    )
    return ids.every(isQueueId) ? good([...new Set(ids)]) : bad('out-of-range')
  },
}

/** Numbers for some of the queues, by queue ID. */
export const byQueue = (of: Kind<number>): Kind<Readonly<Record<string, number>>> => ({
  shape: { kind: 'json' },
  read(raw) {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return bad('wrong-type')
    const result: [string, number][] = []
    for (const [id, one] of Object.entries(raw)) {
      const verdict = of.read(one, 0)
      if (!verdict.ok) return verdict
      result.push([id, verdict.value])
    }
    const fits = result.length <= MAX_QUEUES && result.every(([id]) => isQueueId(id))
    return fits ? good(Object.fromEntries(result)) : bad('out-of-range')
  },
})

/** Whom to watch: the set extension, or a user at whatever extension they are logged in. */
export type WatchTarget =
  | { readonly kind: 'extension' }
  | { readonly kind: 'person'; readonly userId: number }

export const watchTarget: Kind<WatchTarget> = {
  shape: { kind: 'json' },
  read(raw) {
    if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return bad('wrong-type')
    if (raw.kind === 'extension') return good({ kind: 'extension' })
    if (raw.kind !== 'person' || !('userId' in raw)) return bad('out-of-range')
    const { userId } = raw
    const fits = typeof userId === 'number' && Number.isSafeInteger(userId) && userId > 0
    return fits ? good({ kind: 'person', userId }) : bad('out-of-range')
  },
}

/** Statuses, each once, by the names of the API's page, such as `team-meeting`. */
export const statuses: Kind<readonly NamedStatus[]> = {
  shape: { kind: 'list', words: [] },
  read(raw) {
    if (!Array.isArray(raw)) return bad('wrong-type')
    if (raw.length > MAX_STATUSES) return bad('out-of-range')
    const all = raw.map((one: unknown) => (typeof one === 'string' ? typedText(one) : one))
    return all.every(isNamedStatus) ? good([...new Set(all)]) : bad('out-of-range')
  },
}

const MAX_STATUSES = 100 // more can only be repetitions
const MAX_STATUS_NAME = 40 // longer ones don't fit in the header

/** A name for each status. */
export const statusNames = each(NAMED_STATUSES, text(/^[^\n]*$/, MAX_STATUS_NAME))
export const NO_NAMES: Readonly<Record<NamedStatus, string>> = {
  login: '',
  logout: '',
  lunch: '',
  administrative: '',
  private: '',
  'other-status': '',
  training: '',
  'team-meeting': '',
  brief: '',
}

interface Labels extends Extract<SettingShape, { kind: 'list' }> {
  readonly most: number
  readonly maxLength: number
}

/** Up to `most` different texts. */
export const labels = (most: number, maxLength: number): Kind<readonly string[], Labels> => ({
  shape: { kind: 'list', words: [], most, maxLength },
  read(raw) {
    if (!Array.isArray(raw)) return bad('wrong-type')
    if (raw.length > most) return bad('out-of-range')
    const all = raw.map((label: unknown) => (typeof label === 'string' ? label.trim() : ''))
    const fit = all.every((label) => label !== '' && label.length <= maxLength)
    return fit ? good([...new Set(all)]) : bad('out-of-range')
  },
})
