/** How wrong this computer's clock is: its time minus true UTC, in ms. */
export interface ComputerBelief {
  readonly errorMs: number
  /** The range of the error according to the dates of responses; null before the first. */
  readonly span: Span | null
  /** The last date that agreed, epoch ms: computers drift apart since. */
  readonly datedAt: number
  /** Consecutive dates that agree with this belief: one that rests on a single date is easily reversed. */
  readonly dates: number
  /** The previous belief, with as much evidence. */
  readonly former: { readonly errorMs: number; readonly span: Span } | null
  /** A date that contradicts the belief, and that a second one may confirm. */
  readonly rival: Span | null
  /** `stepped`: the clock itself was set, and all times by it move along. `learnt`: our estimate was wrong. */
  readonly lastMove: 'stepped' | 'learnt'
  /** By how much `errorMs` has been corrected since the times of calls were last read with it. */
  readonly movedMs: number
  /** How long the last request took, if unusually long: the clock may have been set by this much meanwhile. */
  readonly hiddenMs: number
}

/** How this computer's clock ran since the last response with a date, according to its timers. */
export interface ClockRun {
  /** What the clock gained on the timers, ms: it was set, or the timers were late, as after sleep. */
  readonly slipMs: number
  /** False when the clock was unobserved meanwhile. */
  readonly vouched: boolean
}

/** The times of one response. `serverDate` is its `Date` header; the rest epoch ms by this computer's clock. */
export interface DatedAnswer {
  readonly serverDate: number | null
  readonly sentAt: number
  readonly receivedAt: number
  readonly run: ClockRun
  /** The client abandons a request after this long. */
  readonly timeoutMs: number
}

/** The longest that a request can be in flight; beyond it, the clock was set or the computer slept meanwhile. */
export const maxFlightMs = (timeoutMs: number): number => timeoutMs + 1_000

const DATE_HEADER_MS = 1_000 // its resolution is one second
const TIMER_SLACK_MS = 300 // timers of a busy computer are this late without any clock being set
const STEP_MS = 1_000 // less is a late timer, or a time server at work
const QUIET_MS = 500 // a belief that is off by no more than this stays: ages must not fluctuate
const SMALL_MS = 2_000 // not worth a doubt
const DRIFT = 1 / 10_000 // good clocks drift a tenth of that
const USUAL_FLIGHT_MS = 2_000
const USUAL_WAY_BACK_MS = 100
const READING_MS = 50 // two responses within the same ms aren't dated that precisely

/** Before the first date: a computer that is right. */
export const RIGHT_COMPUTER: ComputerBelief = {
  errorMs: 0,
  span: null,
  datedAt: 0,
  dates: 0,
  former: { errorMs: 0, span: { least: -SMALL_MS, most: SMALL_MS } },
  rival: null,
  lastMove: 'learnt',
  movedMs: 0,
  hiddenMs: 0,
}

/**
 * The belief after a response. A date narrows it; one that contradicts it is believed at once where this computer's
 * clock is unreliable (it jumped, or it slept), and otherwise only when a second one agrees. Without
 * a date one sign is still certain: a clock that fell behind its own timers was set back.
 */
export function seeDate(belief: ComputerBelief, answer: DatedAnswer): ComputerBelief {
  const seen = weighed(belief, answer)
  const movedMs = belief.movedMs + (seen.lastMove === 'learnt' ? seen.errorMs - belief.errorMs : 0)
  const hiddenMs = flew(answer) > USUAL_FLIGHT_MS && !lostInFlight(answer) ? flew(answer) : 0
  return seen.movedMs === movedMs && seen.hiddenMs === hiddenMs ? seen : { ...seen, movedMs, hiddenMs }
}

function weighed(belief: ComputerBelief, answer: DatedAnswer): ComputerBelief {
  const { serverDate, run } = answer
  if (serverDate === null || !Number.isFinite(serverDate)) {
    return run.slipMs < -STEP_MS ? carried(belief, run.slipMs) : belief
  }
  const said = errorSpan(serverDate, answer)
  const known = belief.span === null ? null : widened(belief.span, driftMs(belief, serverDate))
  if (known === null) return first(belief, said, serverDate)
  return agreed(belief, known, said, answer, serverDate) ?? disagreed(belief, known, said, answer, serverDate)
}

const flew = ({ sentAt, receivedAt }: DatedAnswer): number => receivedAt - sentAt

/** The clock was set while the request was in flight, or the computer slept. */
const lostInFlight = (answer: DatedAnswer): boolean =>
  flew(answer) < 0 || flew(answer) > maxFlightMs(answer.timeoutMs)

/** The header was written between sending and receiving, at some moment of its second. */
function errorSpan(serverDate: number, answer: DatedAnswer): Span {
  const from = lostInFlight(answer) ? answer.receivedAt - answer.timeoutMs : answer.sentAt
  return { least: from - serverDate - DATE_HEADER_MS, most: answer.receivedAt - serverDate }
}

/** The most likely range of the error: a request during which the clock was set took no longer than others. */
const likeliest = (said: Span, answer: DatedAnswer): number =>
  lostInFlight(answer) ? Math.round(said.most - DATE_HEADER_MS / 2 - USUAL_WAY_BACK_MS) : middle(said)

const driftMs = ({ datedAt }: ComputerBelief, serverDate: number): number =>
  READING_MS + Math.abs(serverDate - datedAt) * DRIFT

function carried(belief: ComputerBelief, slipMs: number): ComputerBelief {
  const span = belief.span === null ? null : moved(belief.span, slipMs)
  return { ...belief, errorMs: belief.errorMs + slipMs, span, rival: null, lastMove: 'stepped' }
}

function first(belief: ComputerBelief, said: Span, datedAt: number): ComputerBelief {
  const errorMs = outside(belief.errorMs, said) === 0 ? belief.errorMs : middle(said)
  return { ...belief, errorMs, span: said, datedAt, dates: 1, lastMove: 'learnt' }
}

/** The date matches the belief, or the belief after a step of the clock; null when it matches neither. */
function agreed(
  belief: ComputerBelief,
  known: Span,
  said: Span,
  { run: { slipMs } }: DatedAnswer,
  datedAt: number,
): ComputerBelief | null {
  const dates = Math.min(2, belief.dates + 1)
  const stayed = overlap(known, said)
  const stepped = Math.abs(slipMs) > TIMER_SLACK_MS ? overlap(moved(known, slipMs), said) : null
  const off = (errorMs: number): number => Math.abs(errorMs - middle(said))
  if (stepped !== null && (stayed === null || off(belief.errorMs + slipMs) < off(belief.errorMs))) {
    return { ...carried(belief, slipMs), span: stepped, datedAt, dates }
  }
  if (stayed === null) return null
  const fits = { ...belief, span: stayed, datedAt, dates, rival: null }
  if (outside(belief.errorMs, stayed) <= QUIET_MS) return fits
  return { ...fits, errorMs: middle(stayed), lastMove: 'learnt' }
}

function disagreed(
  belief: ComputerBelief,
  known: Span,
  said: Span,
  answer: DatedAnswer,
  datedAt: number,
): ComputerBelief {
  const became = { ...belief, span: said, datedAt, rival: null }
  const { slipMs, vouched } = answer.run
  if (overlap(widened(known, SMALL_MS), said) !== null) {
    const errorMs = Math.round(Math.min(said.most, Math.max(said.least, belief.errorMs)))
    return { ...became, errorMs, lastMove: 'learnt' }
  }
  const errorMs = likeliest(said, answer)
  const before = { errorMs: belief.errorMs, span: known }
  const wasHidden = Math.abs(errorMs - belief.errorMs) <= belief.hiddenMs
  if (!vouched || Math.abs(slipMs) > STEP_MS || lostInFlight(answer) || wasHidden) {
    return { ...became, errorMs, dates: 1, former: before, lastMove: 'stepped' }
  }
  const { former, rival } = belief
  if (belief.dates === 1 && former !== null && overlap(widened(former.span, SMALL_MS), said) !== null) {
    return { ...became, errorMs: outside(former.errorMs, said) === 0 ? former.errorMs : errorMs, dates: 2 }
  }
  if (rival !== null && overlap(widened(rival, SMALL_MS), said) !== null) {
    return { ...became, errorMs, dates: 2, former: null, lastMove: 'learnt' }
  }
  return { ...belief, rival: said }
}

/** A range of numbers, both ends included; never empty. */
interface Span {
  readonly least: number
  readonly most: number
}

function overlap(one: Span, other: Span): Span | null {
  const [least, most] = [Math.max(one.least, other.least), Math.min(one.most, other.most)]
  return least <= most ? { least, most } : null
}

/** How far a number is outside a span; 0 within it. */
const outside = (value: number, { least, most }: Span): number => Math.max(0, least - value, value - most)

const middle = ({ least, most }: Span): number => Math.round((least + most) / 2)

const moved = ({ least, most }: Span, by: number): Span => ({ least: least + by, most: most + by })

/** A span widened by `by` at both ends. */
const widened = ({ least, most }: Span, by: number): Span => ({ least: least - by, most: most + by })
