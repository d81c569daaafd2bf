import type { CrmRule, PopConditions, PopTrigger } from '../../core/crm/crm-rule.ts'
import type { Direction } from '../../core/domain.ts'

/** A rule while it is edited: every field as it is typed. */
export interface RuleDraft {
  name: string
  on: PopTrigger
  url: string
  /** Separated by commas; `did` and `prefix` too. */
  hosts: string
  direction: readonly Direction[]
  did: string
  prefix: string
  /** One per line: a name may contain commas. */
  queue: string
  number: 'any' | 'shown' | 'withheld'
  known: 'any' | 'known' | 'unknown'
  /** `key=value`, one per line. */
  customdata: string
}

/** A new rule, or the fields of an existing one. */
export function draftOf(rule: CrmRule | null): RuleDraft {
  const { name, on, when, url, hosts } = rule ?? NEW
  const { direction = [], did = [], queue = [], prefix = [], withheld, known, customdata = {} } = when
  return {
    ...{ name, on, url, direction },
    hosts: hosts.join(', '),
    did: did.join(', '),
    prefix: prefix.join(', '),
    queue: queue.join('\n'),
    number: withheld === undefined ? 'any' : withheld ? 'withheld' : 'shown',
    known: known === undefined ? 'any' : known ? 'known' : 'unknown',
    customdata: Object.entries(customdata)
      .map(([key, value]) => `${key}=${value}`)
      .join('\n'),
  }
}

const NEW: CrmRule = { name: '', on: 'ringing', when: {}, url: 'https://', hosts: [] }

/** The rule of a draft; main decides whether it can be used. */
export function ruleOf(draft: RuleDraft): CrmRule {
  const { name, on, url, hosts } = draft
  return { name: name.trim(), on, when: conditionsOf(draft), url: url.trim(), hosts: parted(hosts, ',') }
}

function conditionsOf({
  direction,
  did,
  queue,
  prefix,
  number,
  known,
  customdata,
}: RuleDraft): PopConditions {
  const pairs = parted(customdata, '\n').map(pairOf)
  const numbers = { did: parted(did, ','), prefix: parted(prefix, ',') }
  const queues = parted(queue, '\n')
  return {
    ...(direction.length > 0 ? { direction: [...direction] } : {}),
    ...(numbers.did.length > 0 ? { did: numbers.did } : {}),
    ...(queues.length > 0 ? { queue: queues } : {}),
    ...(numbers.prefix.length > 0 ? { prefix: numbers.prefix } : {}),
    ...(number === 'any' ? {} : { withheld: number === 'withheld' }),
    ...(known === 'any' ? {} : { known: known === 'known' }),
    ...(pairs.length > 0 ? { customdata: Object.fromEntries(pairs) } : {}),
  }
}

/** True when every line is `key=value`. */
export const arePairs = (text: string): boolean =>
  parted(text, '\n')
    .map(pairOf)
    .every(([key, value]) => key !== '' && value !== '')

function pairOf(line: string): readonly [string, string] {
  const at = line.indexOf('=')
  return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
}

const parted = (text: string, by: ',' | '\n'): readonly string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '')
