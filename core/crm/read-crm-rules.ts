import type { Direction } from '../domain.ts'
import { MAX_NAME_LENGTH, MAX_RULES } from '../limits.ts'
import { isHost } from '../settings/is-host.ts'
import { typedText } from '../settings/typed-text.ts'
import type { EntriesRead } from '../templates/entry-problem.ts'
import type { EntryReader } from '../templates/entry-reader.ts'
import { parseTemplate } from '../templates/parse-template.ts'
import { readList } from '../templates/read-list.ts'
import { MAX_URL_LENGTH } from './build-url.ts'
import { checkUrlTemplate } from './check-url-template.ts'
import type { CrmRule, PopConditions, PopTrigger } from './crm-rule.ts'
import type { UrlRefusal } from './url-refusal.ts'

const MAX_HOSTS = 20 // a page has one rule, one for testing and one for its old address
const MAX_WORDS = 100 // entries of one condition
const MAX_WORD_LENGTH = 500 // as much as one value of a call has

const TRIGGERS: readonly PopTrigger[] = ['ringing', 'answered', 'ended', 'by-hand']
const DIRECTIONS: readonly Direction[] = ['incoming', 'outgoing', 'click-to-call', 'spy', 'unknown']

/**
 * The CRM rules of a settings source, at `path`, such as `crmRules`. `schemes`: what the policy names besides
 * https. A rule with any problem isn't used at all: with half its conditions it would open for unintended calls.
 */
export function readCrmRules(
  raw: unknown,
  path: string,
  schemes: readonly string[],
): EntriesRead<readonly CrmRule[]> & { readonly refusals: ReadonlyMap<string, UrlRefusal> } {
  const refusals = new Map<string, UrlRefusal>()
  const list = readList(raw, path, MAX_RULES, (entry) => {
    const rule = readRule(entry)
    const why = entry.ok()
      ? checkUrlTemplate(parseTemplate(rule.url).parts, { hosts: rule.hosts, schemes })
      : null
    if (why !== null) {
      entry.wrong('url', 'url')
      refusals.set(entry.at('url'), why)
    }
    return rule
  })
  return { ...list, refusals }
}

function readRule(entry: EntryReader): CrmRule {
  entry.onlyKeys(['name', 'on', 'when', 'url', 'hosts'])
  // A rule without hosts is stored with an empty list; its address decides whether it needs any.
  const listed = entry.raw('hosts')
  const named = entry.has('hosts') && !(Array.isArray(listed) && listed.length === 0)
  const hosts = named ? entry.texts('hosts', MAX_HOSTS, MAX_WORD_LENGTH).map(typedText) : []
  if (hosts.some((host) => host !== '' && !isHost(host.toLowerCase()))) entry.wrong('hosts', 'not-a-host')
  return {
    name: entry.text('name', MAX_NAME_LENGTH),
    on: entry.word('on', TRIGGERS, 'by-hand'),
    when: entry.has('when') ? readConditions(entry.inner('when')) : {},
    url: entry.template('url', MAX_URL_LENGTH),
    hosts: hosts.map((host) => host.toLowerCase()),
  }
}

function readConditions(when: EntryReader): PopConditions {
  when.onlyKeys(['direction', 'did', 'queue', 'prefix', 'withheld', 'known', 'customdata'])
  const texts = (key: 'did' | 'queue' | 'prefix'): PopConditions =>
    when.has(key) ? { [key]: when.texts(key, MAX_WORDS, MAX_WORD_LENGTH) } : {}
  for (const key of ['did', 'prefix'] as const) {
    if (texts(key)[key]?.some((text) => !/\p{Nd}/u.test(text)) === true) when.wrong(key, 'out-of-range')
  }
  return {
    ...(when.has('direction') ? { direction: readDirections(when) } : {}),
    ...texts('did'),
    ...texts('queue'),
    ...texts('prefix'),
    ...(when.has('withheld') ? { withheld: when.flag('withheld', false) } : {}),
    ...(when.has('known') ? { known: when.flag('known', false) } : {}),
    ...(when.has('customdata') ? { customdata: readCustomData(when.inner('customdata')) } : {}),
  }
}

function readDirections(when: EntryReader): readonly Direction[] {
  return when.texts('direction', DIRECTIONS.length, MAX_WORD_LENGTH).flatMap((text) => {
    const found = DIRECTIONS.find((direction) => direction === text)
    if (found === undefined) when.wrong('direction', 'unknown-word')
    return found ?? []
  })
}

function readCustomData(wanted: EntryReader): Readonly<Record<string, string>> {
  const entries = wanted.entries()
  if (entries.length > MAX_WORDS) wanted.wrong('', 'too-many')
  return Object.fromEntries(
    entries.slice(0, MAX_WORDS).map(([key]) => [key, wanted.text(key, MAX_WORD_LENGTH)]),
  )
}
