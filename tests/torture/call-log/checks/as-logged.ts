import type { HistoryCall, HistoryOutcome } from '../../../../core/history/history-call.ts'
import type { CallLogRow } from '../../../../simulator/api/call-log-row.ts'
import { shownCalls, type ShownCall } from '../../shown-calls.ts'
import type { Violation } from '../../violation.ts'
import type { Evening } from '../evening.ts'
import type { LogAnswer } from '../log-answer.ts'
import { loginsSeen } from '../logins-seen.ts'
import { isUnnamed, matchCalls } from '../match-calls.ts'
import type { WorldCall } from '../world-calls.ts'

const RULE = 'as the log says'
const COMPLETE_MS = 40 * 60_000 // with every delay that the stories have
const ROUNDED_SECONDS = 2 // answer and end are in whole seconds

/** What a response said about a call. */
interface Said {
  /** Epoch s of its first record. */
  readonly from: number
  /** Several where it can't be told. */
  readonly outcomes: readonly string[]
  readonly talkSeconds: readonly number[]
  /** From a response without all of its records, which may not have had this call. */
  readonly maybe?: true
}

/**
 * A call about which the log was read is as it says, even where polls saw it otherwise; what they saw stays readable. A
 * later response replaces an earlier one, unless its request may have reached only the end of the call, or the clock was
 * set in between. Where nobody saw how a call of theirs ended, it is as the log says as soon as that has all of it.
 */
export function asLogged({ at, stored, world, taken, answers, clockRight }: Evening): readonly Violation[] {
  const shown = shownCalls(taken)
  const logins = loginsSeen(taken)
  const said = statements(answers, world, clockRight, shown)
  const matched = [...matchCalls(stored, world, clockRight)]
  // What the log has of this extension doesn't say which colleague took the call: that was seen.
  const isSaid = (row: HistoryCall, call: WorldCall): boolean => {
    const answeredBy = call.answeredBy || (shown.get(row.key)?.colleague ?? '')
    const all = said.get(call) ?? []
    return [all.filter(({ maybe }) => maybe !== true), all].some((one) =>
      isAs(row, answeredBy, one, clockRight),
    )
  }
  const untold = matched.flatMap(([row, call]): readonly Violation[] => {
    // Of a placed call, the log may have the first leg alone, which says nothing about its end.
    if (!clockRight || call?.isIncoming !== true || !isOpen(row)) return []
    const { before, after } = logins.around(call.extension, call.startedAt, call.endedAt)
    const last = logins.last()
    if ([before, after, ...call.users].some((user) => user !== last)) return []
    const told = answers.some((answer) => logins.isLast(answer.at) && toldBy(answer, call))
    return told
      ? [{ rule: RULE, at, what: `${row.key} has no known end, but the log says how it ended` }]
      : []
  })
  const differing = matched.flatMap(([row, call]) => {
    if (call === null || call.outcome === null || row.logged === undefined) return []
    // Once the clock was set, calls of callers who withhold their number can't be told apart.
    if (isUnnamed(row) || (!clockRight && !/\d{6}/.test(call.phone))) return []
    const allowed = said.get(call) ?? []
    const texts = [
      ...(allowed.length === 0 ? ['is stored as logged, but the log never said so'] : []),
      // Polls may have seen two legs: the log is about the call.
      ...(allowed.length > 0 && !matched.some(([one, other]) => other === call && isSaid(one, call))
        ? [
            `is stored as ${row.outcome}, ${talked(row)} s, but the log says ${allowed.map(asText).join(' or ')}`,
          ]
        : []),
      ...hidden(row, shown.get(row.key)),
    ]
    return texts.map((what) => ({ rule: RULE, at, what: `${row.key} ${what}` }))
  })
  return [...untold, ...differing]
}

/** It is over, and nobody saw how it ended. */
const isOpen = ({ endedAt, endSeen, logged }: HistoryCall): boolean =>
  endedAt !== null && !endSeen && logged === undefined

/** Whether a response has the whole call, and was read when the log had all of it. */
const toldBy = ({ at, kind, fault, search, rows }: LogAnswer, call: WorldCall): boolean =>
  kind === 'whole' &&
  fault === null &&
  (search?.from ?? Infinity) <= call.startedAt &&
  at > call.endedAt + COMPLETE_MS &&
  rows.some((row) => call.ids.includes(String(row['CallID'])) && stationOf(row) === call.extension)

const talked = ({ talkSeconds, holdSeconds }: HistoryCall): number => talkSeconds + holdSeconds
const asText = ({ outcomes, talkSeconds }: Said): string =>
  `${outcomes.join(' or ')}, ${talkSeconds.join('/')} s`

/**
 * Joined, where the clock was right: what was said first still counts only if the last request didn't reach its start.
 * Otherwise, as one of them.
 */
function isAs(row: HistoryCall, answeredBy: string, said: readonly Said[], clockRight: boolean): boolean {
  const certain = said.flatMap(({ outcomes }) => (outcomes.length === 1 ? outcomes : []))
  const open = said.flatMap(({ outcomes }) => (outcomes.length === 1 ? [] : outcomes))
  const joined = certain.includes('completed') ? ['completed'] : [...certain.slice(0, 1), ...open]
  const allowed = clockRight ? joined : [...certain, ...open]
  if (answeredBy !== '' && row.outcome === 'completed' && row.answeredBy === answeredBy) return true
  if (!allowed.some((one) => one === row.outcome)) return false
  const talks = said.flatMap(({ talkSeconds }) => talkSeconds)
  return talks.some((one) => Math.abs(talked(row) - one) <= ROUNDED_SECONDS)
}

/** What polls showed, where the log says something else. */
function hidden(row: HistoryCall, shown: ShownCall | undefined): readonly string[] {
  if (shown === undefined || shown.end === 'none') return []
  const seen = outcomeOf(shown)
  if (seen === row.outcome || row.logged?.polled?.outcome === seen) return []
  return [`was seen as ${seen}, is stored as ${row.outcome ?? 'live'}, and nothing says so`]
}

function outcomeOf({ rang, connected, colleague, end }: ShownCall): HistoryOutcome {
  if (connected || colleague !== null) return 'completed'
  return end === 'lost' ? 'unknown' : rang ? 'missed' : 'unanswered'
}

/** What the log says about each call: its last response, and those before that began earlier than its request reached. */
function statements(
  answers: Evening['answers'],
  world: readonly WorldCall[],
  clockRight: boolean,
  shown: ReturnType<typeof shownCalls>,
): ReadonlyMap<WorldCall, readonly Said[]> {
  const byId = new Map(
    world.flatMap((call) => call.ids.map((id) => [`${call.extension}/${id}`, call] as const)),
  )
  const said = new Map<WorldCall, readonly Said[]>()
  for (const { kind, rows, search, fault } of answers) {
    if (kind === 'part') for (const call of world) said.set(call, [...(said.get(call) ?? []), truthOf(call)])
    const asked = search?.extensions ?? []
    const groups = Map.groupBy(rows, (row) =>
      [...asked, stationOf(row)]
        .map((name) => byId.get(`${name}/${String(row['CallID'])}`))
        .find((call) => call !== undefined),
    )
    for (const [call, list] of groups) {
      if (call === undefined) continue
      const isHere = list.some((row) => stationOf(row) === call.extension)
      // One record for a ring group, of a colleague: it is used only for a call that polls saw ringing here.
      if (fault === 'log-ring-group' && !isHere && !shown.has(call.key)) continue
      const known = said.get(call) ?? []
      // Records without an id replace nothing but a first leg alone, which says little.
      if (fault === 'log-no-ids' && known.some(({ outcomes }) => outcomes.length === 1)) continue
      const now = statement(call, list, fault === 'log-disagrees')
      const reachedFrom = kind === 'whole' && search !== null ? search.from / 1000 : Infinity
      const before = known.filter(({ from }) => !clockRight || (from < now.from && from < reachedFrom))
      said.set(call, [...before, now])
    }
  }
  return said
}

const stationOf = (row: CallLogRow): string => String(row['Targetextension'] || row['CallerExtension'])

/** `isLie`: it may say of others, too, that they answer on this extension. */
function statement(call: WorldCall, rows: readonly CallLogRow[], isLie: boolean): Said {
  const own = rows.filter(({ CdrType }) => CdrType !== 9)
  const answered = own.filter(({ DialStatus }) => DialStatus === 'ANSWER')
  const byColleague = call.answeredBy !== '' && !answered.some((row) => stationOf(row) === call.extension)
  // Whoever is logged in at two phones answers instead of herself.
  const byHerself = byColleague && own.every((row) => row['RepresentativeName'] === row['UserName'])
  const none = call.isIncoming ? 'missed' : 'unanswered'
  const isOpen = own.length === 0 || byHerself || (byColleague && isLie)
  const outcome = answered.length > 0 || byColleague ? 'completed' : none
  const here = answered
    .filter((row) => stationOf(row) === call.extension)
    .map((row) => Number(row['Duration']))
  return {
    from: Math.min(...rows.map((row) => Number(row['DateEpoch']))),
    outcomes: isOpen ? ['completed', none] : [outcome],
    talkSeconds: here.length === 0 ? [0] : [...here, here.reduce((sum, one) => sum + one, 0)],
  }
}

const truthOf = ({ outcome, talkSeconds, startedAt }: WorldCall): Said => ({
  from: Math.floor(startedAt / 1000),
  outcomes: [outcome ?? ''],
  talkSeconds: [Math.round(talkSeconds)],
  maybe: true,
})
