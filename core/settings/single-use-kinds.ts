import { hasUserInfo } from './has-user-info.ts'
import { isHost } from './is-host.ts'
import { isSecure } from './is-secure.ts'
import { withoutEndSlashes } from './without-end-slashes.ts'
import { bad, good, type SettingShape, type Verdict } from './setting.ts'
import { each, text, type Kind, type TextKind } from './setting-kinds.ts'
import { typedText } from './typed-text.ts'
import { isNamedStatus, NAMED_STATUSES, type NamedStatus } from '../status-words.ts'

const MAX_URL_LENGTH = 2_000 // longer ones are truncated by servers on the way
const MAX_QUEUES = 200 // as many as a large account has
const MAX_REGIONS = 250 // the number of regions
const MAX_STATUSES = 100 // more can only be repetitions
const MAX_HOSTS = 20
const MAX_PREFIXES = 200

/** An https address, or http on loopback, without name, password, query or fragment: the code must never be in a URL. */
export const address: TextKind = {
  shape: { kind: 'text', maxLength: MAX_URL_LENGTH },
  read(raw) {
    const verdict = readAddress(raw, false)
    return verdict.ok ? good(withoutEndSlashes(verdict.value.href)) : verdict
  },
}

/** An https address, or http on loopback, with a query but without name and password; `''` for none. */
export const endpointOrNone: TextKind = {
  shape: address.shape,
  read(raw) {
    const text = typed(raw)
    if (typeof raw === 'string' && text === '') return good(text)
    const verdict = text.length > MAX_URL_LENGTH ? bad('not-a-url') : readAddress(raw, true)
    return verdict.ok ? good(verdict.value.href) : verdict
  },
}

function readAddress(raw: unknown, mayHaveQuery: boolean): Verdict<URL> {
  if (typeof raw !== 'string') return bad('wrong-type')
  const url = URL.parse(typedText(raw))
  if (url === null || hasUserInfo(url) || url.hash !== '') return bad('not-a-url')
  if (url.search !== '' && !mayHaveQuery) return bad('not-a-url')
  return isSecure(url) ? good(url) : bad('insecure-url')
}

/** A text without invisible characters; `''` for anything else. */
const typed = (raw: unknown): string => (typeof raw === 'string' ? typedText(raw) : '')

const typedOrNumber = (raw: unknown): string => (typeof raw === 'number' ? `${raw}` : typed(raw))

type List = Extract<SettingShape, { kind: 'list' }>

/** Up to `most` different entries; if one of them can't be used, none is. */
const list = <T>(most: number, readEntry: (raw: unknown) => Verdict<T>): Kind<readonly T[], List> => ({
  shape: { kind: 'list', words: [] },
  read(raw) {
    if (!Array.isArray(raw)) return bad('wrong-type')
    // Checked before iterating: an empty list can claim a length of four billion.
    if (raw.length > most) return bad('out-of-range')
    const values = new Set<T>()
    for (const one of raw) {
      const verdict = readEntry(one)
      if (!verdict.ok) return verdict
      values.add(verdict.value)
    }
    return good([...values])
  },
})

/** Such a list, or all there are. */
const allOr = (some: Kind<readonly string[], List>): Kind<'all' | readonly string[]> => ({
  shape: { kind: 'list', words: ['all'] },
  read: (raw) => (raw === 'all' ? good(raw) : some.read(raw, [])),
})

/** Host names in full, each with or without a port. */
export const hosts = list(MAX_HOSTS, (raw) => {
  const host = typed(raw).toLowerCase()
  return isHost(host) ? good(host) : bad('out-of-range')
})

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

export const regions = allOr(list(MAX_REGIONS, (raw) => region.read(raw, '')))

/** Prefixes: the digits only, whatever format they are written in. */
export const prefixes = list(MAX_PREFIXES, (raw) => {
  const digits = typedOrNumber(raw).replaceAll(/[\s()+.-]/g, '')
  return /^\d{1,17}$/.test(digits) ? good(digits) : bad('out-of-range')
})

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

export const queueIds = allOr(
  list(MAX_QUEUES, (raw) => {
    const id = typedOrNumber(raw)
    return isQueueId(id) ? good(id) : bad('out-of-range')
  }),
)

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

/** Statuses, by the names of the API's page, such as `team-meeting`. */
export const statuses = list(MAX_STATUSES, (raw) => {
  const word = typed(raw)
  return isNamedStatus(word) ? good(word) : bad('out-of-range')
})

const MAX_STATUS_NAME = 40 // longer ones don't fit in the header

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

interface Labels extends List {
  readonly most: number
  readonly maxLength: number
}

/** Up to `most` different texts. */
export const labels = (most: number, maxLength: number): Kind<readonly string[], Labels> => ({
  shape: { kind: 'list', words: [], most, maxLength },
  read: list(most, (raw) => {
    const label = typeof raw === 'string' ? raw.trim() : ''
    return label !== '' && label.length <= maxLength ? good(label) : bad('out-of-range')
  }).read,
})
