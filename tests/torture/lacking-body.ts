import type { Random } from '../../simulator/world/random.ts'
import { listIn, type Json } from './json-part.ts'

/** What the program was last shown of each extension, by its SIP code. */
export type ShownEntries = ReadonlyMap<string, Json>

const OF_EXTENSION = ['name', 'representative', 'userID', 'onlineUserID', 'onlineUserStatus']
const OF_CALL = [
  ...['callStarted', 'callAnswered', 'answered', 'callername', 'callerphone', 'callstatus', 'customdata'],
  ...['direction', 'recording', 'did'],
]
const NOTHINGS = [{ value: null }, { value: '' }, { value: [] }, { value: {} }, {}]

/** The entries of a body, by SIP code. */
export const entriesOf = (body: string): readonly (readonly [string, Json])[] =>
  listIn(JSON.parse(body), 'EXTENSIONS').map((entry) => [String(entry['username']), entry] as const)

/** A body without some of the unchanged fields that were shown before; its meaning stays the same. */
export function lackingBody(body: object, shown: ShownEntries, random: Random): string {
  const lack = (fields: readonly string[], now: Json, before: Json | undefined): Json => {
    const same = fields.filter((field) => before !== undefined && staysSame(field, now, before))
    const gone = same
      .filter(() => random.chance(0.4))
      .map((field) => [field, random.pick(NOTHINGS).value] as const)
    return { ...now, ...Object.fromEntries(gone) }
  }
  const extensions = listIn(body, 'EXTENSIONS').map((entry) => {
    const before = shown.get(String(entry['username']))
    const calls = listIn(entry, 'calls').map((call) => {
      const known = listIn(before ?? {}, 'calls').find(({ ivrid }) => ivrid === call['ivrid'])
      return lack(OF_CALL, call, known)
    })
    return { ...lack(OF_EXTENSION, entry, before), calls }
  })
  return JSON.stringify({ ...body, EXTENSIONS: extensions })
}

/** If another person logs in, the previous person's name says nothing about them. */
const staysSame = (field: string, now: Json, before: Json): boolean =>
  isSame(now[field], before[field]) &&
  (field !== 'representative' || now['onlineUserID'] === 0 || staysSame('onlineUserID', now, before))

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
