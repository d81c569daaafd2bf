import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_CALL_LOG_MEMORY, readCallLogMemory, type CallLogMemory } from './call-log-memory.ts'
import type { Span, SpanOnExtension } from './span.ts'
import {
  LOG_LAG_MS,
  MAX_REQUESTS_AN_HOUR,
  OVERDUE_MS,
  OVERLAP_MS,
  SPREAD_MS,
  stepCallLog,
  SWEEP_MS,
  type CallLogSituation,
  type CallLogStep,
} from './step-call-log.ts'

const MINUTE = 60_000
const HOUR = 3_600_000
const NOON = Date.UTC(2026, 10, 28, 12)

const QUIET: CallLogSituation = {
  mayRead: true,
  extension: 'SIPSIP2',
  isLoggedIn: true,
  isInCall: false,
  openSpans: [],
  unresolved: [],
  oldest: 0,
}
const GAP: SpanOnExtension = { extension: 'SIPSIP2', from: NOON - 5 * MINUTE, to: NOON }
/** The log was read at `at`, and the extension watched since then until `watchedTo`; null if nobody was logged in. */
const read = (at: number, watchedTo: number | null = at): CallLogMemory => ({
  ...EMPTY_CALL_LOG_MEMORY,
  logs: [
    { extension: 'SIPSIP2', readTo: at, watched: watchedTo === null ? null : { from: at, to: watchedTo } },
  ],
  draw: 0,
})
const came = (covered: Span | null) =>
  ({ kind: 'read', extension: 'SIPSIP2', covered, longestCallMs: 0 }) as const

function step(
  memory: CallLogMemory,
  at: number,
  change: Partial<CallLogSituation> = {},
  input: { kind: 'look' | 'wanted' | 'failed' } | ReturnType<typeof came> = { kind: 'look' },
) {
  return stepCallLog(memory, { at, random: 0, situation: { ...QUIET, ...change }, ...input })
}

/** Looks whenever it wants to be woken, until it requests something. */
function nextRequest(
  memory: CallLogMemory,
  from: number,
  change: Partial<CallLogSituation> = {},
): { readonly at: number; readonly span: SpanOnExtension; readonly memory: CallLogMemory } | null {
  let at = from
  for (let looks = 0; looks < 100; looks++) {
    const { request, wakeAt, memory: next } = step(memory, at, change)
    if (request !== null) return { at, span: request, memory: next }
    if (wakeAt === null) return null
    expect(wakeAt).toBeGreaterThan(at)
    at = wakeAt
    memory = next
  }
  throw new Error('looks again and again')
}

describe('the call log', () => {
  it('is read some minutes after a gap, from before the previous request', () => {
    const readTo = NOON - HOUR
    const request = nextRequest(read(readTo), NOON, { openSpans: [GAP] })
    expect(request?.at).toBe(NOON + LOG_LAG_MS)
    expect(request?.span).toEqual({ extension: 'SIPSIP2', from: readTo - OVERLAP_MS, to: NOON + LOG_LAG_MS })
    const late = nextRequest({ ...read(readTo), draw: 1 }, NOON, { openSpans: [GAP] })
    expect(late?.at).toBe(NOON + LOG_LAG_MS + SPREAD_MS)
  })

  it('is read from before the previous request by half an hour and the longest call', () => {
    const memory = { ...read(NOON - MINUTE), longestCallMs: 40 * MINUTE }
    expect(nextRequest(memory, NOON, { openSpans: [GAP] })?.span.from).toBe(
      NOON - MINUTE - OVERLAP_MS - 40 * MINUTE,
    )
  })

  it('is read for calls whose end wasn’t seen, and given up on them after late records had their time', () => {
    const out = { unresolved: [{ extension: 'SIPSIP2', from: NOON - MINUTE, to: NOON }], isLoggedIn: false }
    expect(nextRequest(read(NOON - HOUR, null), NOON, out)?.at).toBe(NOON + LOG_LAG_MS)
    const once = read(NOON + 10 * MINUTE, null)
    expect(nextRequest(once, NOON + 10 * MINUTE, out)?.at).toBe(NOON + OVERLAP_MS)
    expect(nextRequest(read(NOON + OVERLAP_MS, null), NOON + HOUR, out)).toBeNull()
  })

  it('is read every other hour while somebody is logged in, for rings that no poll saw', () => {
    const request = nextRequest({ ...read(NOON), draw: 0.5 }, NOON)
    expect(request).toMatchObject({
      at: NOON + SWEEP_MS,
      span: { from: NOON - OVERLAP_MS, to: NOON + SWEEP_MS },
    })
  })

  it('is read soon after the agent logs out, once more for late records, and then not again', () => {
    const out = { isLoggedIn: false }
    const first = nextRequest(read(NOON - HOUR, NOON), NOON + MINUTE, out)
    expect(first?.at).toBe(NOON + LOG_LAG_MS)
    const after = step(first!.memory, first!.at, out, came({ from: 0, to: NOON + LOG_LAG_MS })).memory
    const second = nextRequest(after, first!.at, out)
    expect(second?.at).toBe(NOON + OVERLAP_MS)
    const last = step(second!.memory, second!.at, out, came({ from: 0, to: second!.at }))
    expect(last).toMatchObject({ memory: { logs: [{ watched: null }] }, wakeAt: null })
    expect(nextRequest(last.memory, NOON + 10 * HOUR, out)).toBeNull()
  })

  it('isn’t read during a call, unless that is long overdue', () => {
    const busy = { openSpans: [GAP], isInCall: true }
    expect(step(read(NOON - HOUR), NOON + LOG_LAG_MS, busy)).toMatchObject({
      request: null,
      wakeAt: NOON + LOG_LAG_MS + OVERDUE_MS,
    })
    expect(nextRequest(read(NOON - HOUR), NOON, busy)?.at).toBe(NOON + LOG_LAG_MS + OVERDUE_MS)
  })

  it('isn’t read while it may not be', () => {
    expect(step(read(NOON - 9 * HOUR), NOON, { openSpans: [GAP], mayRead: false })).toMatchObject({
      request: null,
      wakeAt: null,
    })
  })

  it('is read at once if the user wants it, once a minute', () => {
    const first = step(read(NOON), NOON, { isInCall: true }, { kind: 'wanted' })
    expect(first.request).toEqual({ extension: 'SIPSIP2', from: NOON - OVERLAP_MS, to: NOON })
    const again = step(first.memory, NOON + 50_000, {}, { kind: 'wanted' })
    expect(again.request).toBeNull()
    expect(step(first.memory, NOON + MINUTE, {}, { kind: 'wanted' }).request).not.toBeNull()
    const held = { ...read(NOON), heldUntil: NOON + 1 }
    expect(step(held, NOON, {}, { kind: 'wanted' }).request).toBeNull()
  })

  it('is asked for what a response lacked, and only for that', () => {
    const memory = read(NOON + 3 * HOUR, null)
    const rest = nextRequest(memory, NOON + 3 * HOUR, { openSpans: [GAP], isLoggedIn: false })
    expect(rest?.span).toEqual(GAP)
  })

  it('is read for each extension where there were gaps, one after the other', () => {
    const elsewhere = { ...GAP, extension: 'SIPSIP3', to: NOON + MINUTE }
    const first = nextRequest(read(NOON - HOUR), NOON, { openSpans: [elsewhere, GAP] })
    expect(first?.span.extension).toBe('SIPSIP2')
    const after = step(
      first!.memory,
      first!.at,
      { openSpans: [elsewhere] },
      came({ from: 0, to: first!.at }),
    ).memory
    const second = nextRequest(after, first!.at, { openSpans: [elsewhere] })
    expect(second).toMatchObject({ at: first!.at + 5 * MINUTE, span: { extension: 'SIPSIP3' } })
    expect(second?.span.from).toBeLessThanOrEqual(elsewhere.from)
  })

  it('is never asked for what is older than the history', () => {
    const oldest = NOON - 2 * MINUTE
    expect(nextRequest(read(NOON - HOUR), NOON, { openSpans: [GAP], oldest })?.span.from).toBe(oldest)
  })
})

describe('after a failure', () => {
  const failed = (memory: CallLogMemory, at: number): CallLogMemory =>
    step(memory, at, { openSpans: [GAP] }, { kind: 'failed' }).memory
  const waits = (memory: CallLogMemory): number => memory.heldUntil - NOON

  it('the wait doubles, to 40 minutes at most, and halves after a success', () => {
    let memory = read(NOON - HOUR)
    const held: number[] = []
    for (let time = 0; time < 5; time++) {
      memory = failed(memory, NOON)
      held.push(waits(memory) / MINUTE)
    }
    expect(held).toEqual([5, 10, 20, 40, 40])
    const well = step(memory, NOON, {}, came(GAP)).memory
    expect(well).toMatchObject({ waitMs: 20 * MINUTE, heldUntil: 0 })
  })

  it('a response that is complete for nothing counts as one', () => {
    expect(step(read(NOON), NOON, {}, came(null)).memory.waitMs).toBe(5 * MINUTE)
  })

  it('the wait survives a restart', () => {
    const memory = failed(failed(read(NOON - HOUR), NOON), NOON)
    expect(readCallLogMemory(JSON.stringify(memory))).toEqual(memory)
    for (const text of ['', '{', '{"readTo":"x"}', 'null', JSON.stringify({ ...memory, sent: [-1] })])
      expect(readCallLogMemory(text)).toEqual(EMPTY_CALL_LOG_MEMORY)
  })

  it('a clock that is set back delays nothing', () => {
    const memory = { ...failed(read(NOON - HOUR), NOON), sent: [NOON] }
    const before = NOON - 1_000 * HOUR
    const open = { ...GAP, from: before - 20 * MINUTE, to: before - 10 * MINUTE }
    expect(nextRequest(memory, before, { openSpans: [open] })!.at).toBeLessThanOrEqual(before + 80 * MINUTE)
  })
})

/** A day in the life of the planner, in which some requests fail. */
function day(changes: readonly Change[], seed: number): Day {
  const random = randomOf(seed)
  const now: Day = {
    memory: EMPTY_CALL_LOG_MEMORY,
    wakeAt: null,
    readTo: null,
    loggedInAt: null,
    gaps: [],
    sent: [],
  }
  let situation: CallLogSituation = { ...QUIET, isLoggedIn: false }
  const open = (): readonly SpanOnExtension[] =>
    now.gaps.filter(({ to }) => to > (now.readTo ?? 0) - OVERLAP_MS)

  function handle(at: number, kind: 'look' | 'wanted', failures: number): void {
    situation = { ...situation, openSpans: open() }
    const { request } = take(stepCallLog(now.memory, { at, random: random(), situation, kind }))
    if (request === null) return
    expect(now.sent.filter((one) => at - one < HOUR).length).toBeLessThan(MAX_REQUESTS_AN_HOUR)
    expect(situation.mayRead).toBe(true)
    expect(request.from).toBeLessThanOrEqual(request.to)
    if (request.to === at) expect(request.from).toBeLessThanOrEqual((now.readTo ?? at) - OVERLAP_MS)
    if (situation.isInCall && kind === 'look') {
      const since = Math.min(now.readTo ?? now.loggedInAt ?? at, ...open().map(({ to }) => to))
      expect(at - since).toBeGreaterThanOrEqual(LOG_LAG_MS + OVERDUE_MS)
    }
    now.sent.push(at)
    const isFailure = random() < failures
    const covered = isFailure ? null : request
    if (!isFailure) now.readTo = Math.max(now.readTo ?? 0, request.to)
    const outcome = isFailure && random() < 0.5 ? ({ kind: 'failed' } as const) : came(covered)
    take(stepCallLog(now.memory, { at, random: random(), situation, ...outcome }))
  }

  function take(step: CallLogStep): CallLogStep {
    now.memory = step.memory
    now.wakeAt = step.wakeAt
    return step
  }

  function change(at: number, what: Change['what']): void {
    if (what === 'gap') now.gaps.push({ ...GAP, from: at - 5 * MINUTE, to: at })
    if (what === 'log-in') now.loggedInAt ??= at
    if (what === 'restart') now.memory = readCallLogMemory(JSON.stringify(now.memory))
    if (what === 'call' || what === 'hang-up') situation = { ...situation, isInCall: what === 'call' }
    if (what === 'log-in' || what === 'log-out') situation = { ...situation, isLoggedIn: what === 'log-in' }
    if (what === 'blind' || what === 'sees') situation = { ...situation, mayRead: what === 'sees' }
    handle(at, what === 'wanted' ? 'wanted' : 'look', 0.4)
  }

  for (let minute = 0; minute <= 27 * 60; minute++) {
    const at = NOON + minute * MINUTE
    const isEvening = minute >= 24 * 60
    if (now.wakeAt !== null && now.wakeAt <= at) handle(at, 'look', isEvening ? 0 : 0.4)
    if (!isEvening) for (const one of changes) if (one.minute === minute) change(at, one.what)
    // In the evening it is quiet, and the log works.
    if (minute === 24 * 60) {
      situation = { ...situation, mayRead: true, isInCall: false, isLoggedIn: false }
      handle(at, 'look', 0)
    }
  }
  now.gaps = [...open()]
  return now
}

interface Change {
  readonly minute: number
  readonly what: 'gap' | 'call' | 'hang-up' | 'log-in' | 'log-out' | 'blind' | 'sees' | 'wanted' | 'restart'
}

interface Day {
  memory: CallLogMemory
  wakeAt: number | null
  readTo: number | null
  loggedInAt: number | null
  /** Afterwards: those that weren't read. */
  gaps: SpanOnExtension[]
  readonly sent: number[]
}

/** Park and Miller's generator: 0 to 1. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

describe('whatever happens', () => {
  const change = fc.record<Change>({
    minute: fc.integer({ min: 0, max: 24 * 60 }),
    what: fc.constantFrom(
      'gap',
      'call',
      'hang-up',
      'log-in',
      'log-out',
      'blind',
      'sees',
      'wanted',
      'restart',
    ),
  })

  it('limits hold, requests overlap, none is sent in a call unless it is overdue, and every gap is read', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 60 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (changes, seed) => {
          expect(day(changes, seed)).toMatchObject({ gaps: [], wakeAt: null })
        },
      ),
    )
  })

  it('a user who wants it every minute gets no more than the limit', () => {
    let memory = read(NOON)
    const sent = Array.from({ length: 180 }, (_, minute) => {
      const next = step(memory, NOON + minute * MINUTE, {}, { kind: 'wanted' })
      memory = next.memory
      return next.request === null ? [] : [minute]
    }).flat()
    expect(sent.slice(0, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 60])
    expect(sent).toHaveLength(3 * MAX_REQUESTS_AN_HOUR)
  })

  it('an outage of all 300 desks of an account rarely causes more than 30 requests in a minute', () => {
    const random = randomOf(1)
    const outage = (): boolean => {
      const sent = Array.from({ length: 300 }, () => {
        const memory = { ...read(NOON - HOUR), draw: random() }
        return nextRequest(memory, NOON, { openSpans: [GAP] })?.at ?? NOON
      }).toSorted((a, b) => a - b)
      return sent.every((at, index) => (sent[index + 30] ?? Infinity) - at >= MINUTE)
    }
    // As docs/administrators.md says.
    const well = Array.from({ length: 100 }, outage).filter((isWell) => isWell)
    expect(well.length).toBeGreaterThanOrEqual(95)
  })
})
