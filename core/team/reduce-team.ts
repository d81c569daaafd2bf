import { dequal } from 'dequal'
import type { Phase, SeenCall, SeenExtension } from '../domain.ts'
import type { TeamRow, TeamState } from '../surroundings.ts'
import { readStamp } from '../clock/read-stamp.ts'
import type { ClockBelief } from '../clock/api-clock.ts'
import { nameLoggedIn } from './logged-in.ts'
import { maskDigits, maskPhone } from './mask-phone.ts'

/** The team, and what it was read from: unchanged parts aren't read again. */
export interface TeamMemory {
  readonly state: TeamState
  readonly seen: ReadonlyMap<string, SeenExtension>
  readonly answer: readonly SeenExtension[] | null
  readonly belief: ClockBelief | null
}

export const NO_TEAM: TeamMemory = {
  state: { connection: { kind: 'off' }, rows: new Map(), lastGoodAt: null },
  seen: new Map(),
  answer: null,
  belief: null,
}

/** What else is known when a response about everyone arrives at `at`, epoch ms by this computer's clock. */
export interface WideResponse {
  readonly at: number
  readonly belief: ClockBelief
  /** Numbers are shown by their last digits only. */
  readonly masked: boolean
}

const SAME_INSTANT_MS = 3_000 // stamps have a resolution of one second: less than this isn't a change

/** A response about everyone: the rows in its order, each the same object while unchanged. */
export function reduceTeam(
  memory: TeamMemory,
  answer: readonly SeenExtension[],
  answered: WideResponse,
): TeamMemory {
  const { at, belief } = answered
  const before = memory.state
  const sameClock = memory.belief?.offset === belief.offset && memory.belief.computer === belief.computer
  if (sameClock && memory.answer === answer) return { ...memory, state: live(before, before.rows, at) }
  const rows = new Map<string, TeamRow>()
  const seen = new Map<string, SeenExtension>()
  let same = answer.length === before.rows.size
  for (const extension of answer) {
    const name = extension.extension
    const was = before.rows.get(name)
    const untouched = sameClock && memory.seen.get(name) === extension ? was : undefined
    const row = untouched ?? unchanged(was, rowOf(was, extension, answered))
    same &&= row === was
    rows.set(name, row)
    seen.set(name, extension)
  }
  return { state: live(before, same ? before.rows : rows, at), seen, answer, belief }
}

const live = (before: TeamState, rows: TeamState['rows'], at: number): TeamState => ({
  connection: before.connection.kind === 'live' ? before.connection : { kind: 'live' },
  rows,
  lastGoodAt: at,
})

const unchanged = (before: TeamRow | undefined, now: TeamRow): TeamRow =>
  before !== undefined && dequal(before, now) ? before : now

function rowOf(before: TeamRow | undefined, seen: SeenExtension, answered: WideResponse): TeamRow {
  const call = mostPressing(seen.calls)
  const phase = call?.phase ?? 'free'
  const loggedIn = seen.onlineUserId !== 0
  const sameStatus = before !== undefined && dequal(before.status, seen.status)
  return {
    extension: seen.extension,
    person: loggedIn ? nameLoggedIn(seen) : seen.owner || seen.representative,
    onlineUserId: seen.onlineUserId,
    status: seen.status,
    statusSince: sameStatus ? before.statusSince : answered.at,
    phase,
    since: sinceOf(before?.phase === phase ? before.since : undefined, call, answered),
    caller: call && {
      phone: answered.masked ? maskPhone(call.phone) : call.phone,
      name: answered.masked ? maskDigits(call.name) : call.name,
      direction: call.direction,
    },
    calls: seen.calls.length,
  }
}

const PRESSING: readonly Phase[] = ['ringing', 'talking', 'dialing', 'held', 'other']

const mostPressing = (calls: readonly SeenCall[]): SeenCall | null =>
  calls.toSorted((one, other) => PRESSING.indexOf(one.phase) - PRESSING.indexOf(other.phase))[0] ?? null

/** Since the call's stamp if its phase has one, otherwise since it was first seen. */
function sinceOf(before: number | undefined, call: SeenCall | null, { at, belief }: WideResponse): number {
  const stamp = call === null ? null : stampOf(call)
  const read =
    stamp === null ? null : readStamp(stamp, belief, { from: -Infinity, until: at + SAME_INSTANT_MS })
  if (read === null) return before ?? at
  const when = Math.min(at, read)
  return before !== undefined && Math.abs(before - when) <= SAME_INSTANT_MS ? before : when
}

function stampOf({ phase, startedApiSeconds, answeredApiSeconds }: SeenCall): number | null {
  if (phase === 'talking') return answeredApiSeconds ?? startedApiSeconds
  return phase === 'ringing' || phase === 'dialing' ? startedApiSeconds : null
}
