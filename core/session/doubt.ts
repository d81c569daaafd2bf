import { dequal } from 'dequal'
import type { Doubt, Failure } from '../connection.ts'
import type { AgentState, SeenExtension } from '../domain.ts'
import type { RequestKind } from '../polling/cadence.ts'
import type { Reached } from '../telephony/attempt.ts'
import type { Polled } from '../telephony/telephony-client.ts'

/** A response that leaves out something known to continue. */
export const INCOMPLETE: Doubt = { kind: 'doubtful', why: 'incomplete' }

/**
 * True if a response that shows the watched extension as `seen` (undefined: not at all) contradicts what is known by
 * leaving something out: an unlisted call may continue, a known extension still exists. A second response that says the
 * same is believed.
 */
export function isDoubtful(state: AgentState, seen: SeenExtension | undefined): boolean {
  const { calls, lastGoodAt } = state
  if (seen === undefined) return lastGoodAt !== null
  if (seen.callsMissing !== true) return false
  const listed = new Set(seen.calls.map(({ key }) => key))
  return lastGoodAt === null || calls.some(({ key }) => !listed.has(key))
}

/** True for errors that a faulty server also returns for a correct code. */
export const isDoubtfulFailure = (failure: Failure | Doubt): boolean =>
  failure.kind === 'refused' && failure.err === 1

/** How a failure is shown before a second one confirms it. */
export const inDoubt = (failure: Failure | Doubt): Failure | Doubt =>
  isDoubtfulFailure(failure) ? { kind: 'faulty', status: 200, err: 1 } : failure

/** A response that was generated before the last accepted one. */
export const OLDER: Doubt = { kind: 'doubtful', why: 'older' }

/** The `Date` headers of responses, epoch ms by the server. All responses about the watched extension form one sequence. */
export type ServerDates = Readonly<Record<'extension' | 'queues', LineDates>>

interface LineDates {
  /** The date of the last accepted response; null before the first. */
  readonly taken: number | null
  /** The responses ignored since, the last one of each kind of request. */
  readonly older: Readonly<Partial<Record<RequestKind, OlderResponse>>>
}

interface OlderResponse {
  readonly date: number
  readonly answer: Polled
}

const NO_DATES: LineDates = { taken: null, older: {} }
export const NO_SERVER_DATES: ServerDates = { extension: NO_DATES, queues: NO_DATES }

const APART_MS = 1_000 // the difference of two correct server clocks, in whole seconds

/**
 * Whether a response is older than the last accepted one, by the server's own dates; and the dates for the next one.
 * A cache repeats one response; a server whose clock is behind moves on: its second response in a row is accepted.
 * A response without a date can't be judged.
 */
export function judgeDate(
  dates: ServerDates,
  { answer, serverDate }: Reached<Polled>,
): { readonly dates: ServerDates; readonly isOlder: boolean } {
  if (serverDate === null) return { dates, isOlder: false }
  const line = answer.about === 'queues' ? 'queues' : 'extension'
  const { taken, older } = dates[line]
  const now = { date: serverDate, answer }
  const isOlder = taken !== null && serverDate < taken - APART_MS && !goesOn(older[answer.about], now)
  const next = isOlder
    ? { taken, older: { ...older, [answer.about]: now } }
    : { taken: serverDate, older: NO_DATES.older }
  return { dates: { ...dates, [line]: next }, isOlder }
}

/** A different response from the previous one: the date is later, or unchanged while the response changes. */
const goesOn = (before: OlderResponse | undefined, now: OlderResponse): boolean =>
  before !== undefined &&
  (now.date > before.date || (now.date === before.date && !dequal(bodyOf(now.answer), bodyOf(before.answer))))

/**
 * What a repeated response has unchanged: not the direction of its calls, which also depends on whether a placed call is
 * expected at that moment.
 */
const bodyOf = (answer: Polled): unknown =>
  answer.about === 'queues'
    ? answer.queues
    : answer.seen.map(({ calls, ...rest }) => ({
        ...rest,
        calls: calls.map((call) => ({ ...call, direction: null })),
      }))
