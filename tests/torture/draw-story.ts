import type { Random } from '../../simulator/world/random.ts'
import { createRandom } from '../../simulator/world/random.ts'
import type { FirstLeg } from '../../simulator/world/click-to-call.ts'
import { drawLogIncidents } from './call-log/draw-log-incidents.ts'
import { WIRE_FAULTS, type Incident, type Story, type WireFault, type WireIncident } from './story.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** Winter, summer, and the shifts in which Israel's clocks go on and back (2026-03-27 and 2026-10-25, 00:00 and 23:00 UTC). */
const STARTS = [
  Date.UTC(2026, 0, 15, 6),
  Date.UTC(2026, 6, 7, 5),
  Date.UTC(2026, 2, 26, 20),
  Date.UTC(2026, 9, 24, 19),
] as const

/** Two thirds of the shifts have a clock that can be known; in the others it can't be relied on at all. */
const WRONG_ZONE_SHARE = 1 / 12
const MUDDLED_SHARE = 1 / 4
const AROUND_SHARE = 0.15
const FOLLOWED_SHARE = 0.15
const MOVES_PER_HOUR = 1
const ACTING_SHARE = 0.4
const FULL_DISK_SHARE = 0.15
const FULL_PER_HOUR = 1
const NOTES_PER_HOUR = 4
const DIALS_PER_HOUR = 6
const LAST_FULL_MS = 120_000 // before the end, so that the file has time to take everything
const CALL_LOG_SHARE = 0.4
const IN_2100_SHARE = 0.05
const MUTES_PER_HOUR = 8
const STATUSES_PER_HOUR = 2
const TROUBLE_IN_RING_SHARE = 0.5
const LONGEST_LEAD_MS = 25_000
const RING_DIRECTIONS = ['Incoming', 'Incoming', 'Incoming', 'Incoming', 'click2call', 'Spy'] as const
const MUDDLING: readonly WireFault[] = ['older', 'no-date', 'odd-date']

/** The story of one shift of a seed, `hours` long; the same arguments return the same story. */
export function drawStory(seed: number, shift: number, hours: number): Story {
  const random = createRandom(seed, `story ${shift}`)
  const lastsMs = Math.round(hours * HOUR_MS)
  const muddled = random.chance(MUDDLED_SHARE)
  const perHour = random.pick([0.5, 2, 5, 12])
  const draw = (): readonly Incident[] => beforeIt(drawIncident(random, lastsMs, muddled), random)
  const usual = [
    ...Array.from({ length: Math.max(1, Math.round(perHour * hours)) }, draw).flat(),
    ...drawDials(createRandom(seed, `dials ${shift}`), lastsMs),
  ]
  const watched = drawWatched(createRandom(seed, `watched ${shift}`))
  const moves = watched === 'person' ? drawMoves(createRandom(seed, `moves ${shift}`), lastsMs) : []
  const acting = createRandom(seed, `acting ${shift}`)
  const desk = createRandom(seed, `disk ${shift}`)
  const diskFills = desk.chance(FULL_DISK_SHARE)
  const acts = !diskFills && acting.chance(ACTING_SHARE)
  const log = createRandom(seed, `call log ${shift}`)
  const callLog = !diskFills && log.chance(CALL_LOG_SHARE)
  const incidents = [
    ...(diskFills
      ? [...usual.filter(({ kind }) => !ENDS.includes(kind)), ...drawFullDisks(desk, lastsMs)]
      : usual),
    ...moves,
    ...(acts ? drawMutes(acting, lastsMs) : []),
    ...(acts ? drawStatuses(createRandom(seed, `statuses ${shift}`), lastsMs) : []),
    ...drawNotes(desk, lastsMs),
    ...(callLog ? drawLogIncidents(log, lastsMs, watched !== 'person') : []),
    ...(desk.chance(IN_2100_SHARE) ? drawMinuteIn2100(desk, lastsMs, !diskFills) : []),
  ]
  return {
    watched,
    acts,
    diskFills,
    callLog,
    seed: random.below(2 ** 32),
    startAt: random.pick(STARTS) + random.below(HOUR_MS),
    lastsMs,
    agents: random.pick([4, 8, 12]),
    callsPerHour: random.pick([40, 95]),
    outgoingPerHour: 20,
    accountZone: 'Asia/Jerusalem',
    settingsZone: random.chance(WRONG_ZONE_SHARE) ? random.pick(['UTC', 'Asia/Kolkata']) : 'Asia/Jerusalem',
    clockErrorMs: random.chance(0.7) ? 0 : drawStep(random),
    incidents: incidents.toSorted((one, other) => one.atMs - other.atMs),
  }
}

function drawWatched(random: Random): Story['watched'] {
  const share = random.next()
  return share < AROUND_SHARE ? 'around' : share < AROUND_SHARE + FOLLOWED_SHARE ? 'person' : 'extension'
}

const drawMutes = (random: Random, storyMs: number): readonly Incident[] =>
  Array.from({ length: Math.round((storyMs / HOUR_MS) * MUTES_PER_HOUR) }, (): Incident => ({
    ...{ kind: 'mute', atMs: random.below(storyMs), muted: random.chance(0.6) },
    by: random.chance(0.7) ? 'here' : 'elsewhere',
  }))

/** Logged out for a short time and in again: calls don't ring at an agent who is at lunch. */
const drawStatuses = (random: Random, storyMs: number): readonly Incident[] =>
  Array.from({ length: Math.round((storyMs / HOUR_MS) * STATUSES_PER_HOUR) }, (): readonly Incident[] => {
    const atMs = random.below(storyMs)
    const clicks = random.chance(0.3) ? 2 : 1
    const status = random.pick(['lunch', 'brief', 'training'] as const)
    return [
      { kind: 'status', atMs, status, clicks },
      { kind: 'status', atMs: atMs + random.below(MINUTE_MS), status: 'login', clicks },
    ]
  }).flat()

const ENDS: readonly Incident['kind'][] = ['crash', 'quit']

const drawFullDisks = (random: Random, storyMs: number): readonly Incident[] =>
  Array.from({ length: Math.max(1, Math.round((storyMs / HOUR_MS) * FULL_PER_HOUR)) }, (): Incident => {
    const atMs = random.below(Math.max(1, storyMs - LAST_FULL_MS))
    const lastsMs = Math.min(drawSpan(random, [5_000, 60_000, 10 * MINUTE_MS]), storyMs - LAST_FULL_MS - atMs)
    return { kind: 'disk-full', atMs, lastsMs: Math.max(0, lastsMs) }
  })

const drawNotes = (random: Random, storyMs: number): readonly Incident[] =>
  Array.from({ length: Math.round((storyMs / HOUR_MS) * NOTES_PER_HOUR) }, (_, nth): Incident => ({
    ...{ kind: 'note', atMs: random.below(storyMs) },
    text: `note ${nth} ${'word '.repeat(random.below(200))}`.trim(),
  }))

const LEGS: readonly FirstLeg[] = ['Click2Call', 'Outgoing', ''].flatMap((direction) =>
  (['Ringing', 'Dialing'] as const).flatMap((word) =>
    [true, false].map((sameId) => ({ direction, word, sameId })),
  ),
)

/** Placed calls: of every ten, three with a crash before the outcome, three with a caller who rings meanwhile. */
const drawDials = (random: Random, storyMs: number): readonly Incident[] =>
  Array.from({ length: Math.max(1, Math.round((storyMs / HOUR_MS) * DIALS_PER_HOUR)) }, (_, nth) => {
    const atMs = random.below(storyMs)
    const answersMs = 600 + random.below(1_500)
    const dial: Incident = {
      ...{ kind: 'dial', atMs, nth, answersMs, yeses: 1 + random.below(3) },
      firstLeg: random.pick(LEGS),
    }
    const then = atMs + answersMs + random.below(6_000)
    const share = random.next()
    if (share < 0.3)
      return [dial, { kind: 'crash' as const, atMs: then, lastsMs: 1_000 + random.below(8_000) }]
    return share < 0.6 ? [dial, { ...drawCaller(random, then), direction: 'Incoming' as const }] : [dial]
  }).flat()

/** A clock set to 2100, and back a minute later. If the program just started, it looks for old calls in that minute. */
function drawMinuteIn2100(random: Random, storyMs: number, mayEnd: boolean): readonly Incident[] {
  const atMs = random.below(storyMs)
  const starts = mayEnd && random.chance(0.5)
  const byMs = 74 * 365 * 24 * HOUR_MS
  return [
    ...(starts ? [{ kind: 'quit', atMs: Math.max(0, atMs - 25_000), lastsMs: 4_000 } as const] : []),
    { kind: 'clock-set', atMs, byMs },
    { kind: 'clock-set', atMs: atMs + MINUTE_MS, byMs: -byMs },
  ]
}

/** From extension to extension, sometimes logged in at two at once. */
function drawMoves(random: Random, storyMs: number): readonly Incident[] {
  const count = Math.max(1, Math.round((storyMs / HOUR_MS) * MOVES_PER_HOUR))
  return Array.from({ length: count }, (): Incident => {
    const lastsMs = drawSpan(random, [3_000, 40_000, 10 * MINUTE_MS])
    return {
      kind: 'move',
      atMs: random.below(storyMs),
      lastsMs,
      desk: random.below(12),
      stays: random.chance(0.2),
    }
  })
}

/** Most of a shift nothing rings, and then an incident tests little: so a caller often rings just before one. */
function beforeIt(trouble: Incident, random: Random): readonly Incident[] {
  if (trouble.kind === 'caller' || !random.chance(TROUBLE_IN_RING_SHARE)) return [trouble]
  const atMs = Math.max(0, trouble.atMs - random.below(LONGEST_LEAD_MS))
  return [drawCaller(random, atMs), trouble]
}

function drawCaller(random: Random, atMs: number): Extract<Incident, { kind: 'caller' }> {
  const talksMs = random.chance(0.5) ? Math.round(random.lognormal(40_000, 0.8)) : null
  const lastsMs = Math.round(random.between(1_500, 30_000))
  return { kind: 'caller', atMs, lastsMs, talksMs, direction: random.pick(RING_DIRECTIONS) }
}

function drawIncident(random: Random, storyMs: number, muddled: boolean): Incident {
  const atMs = random.below(storyMs)
  const share = random.next()
  if (share < 0.58) return drawWireIncident(random, atMs, muddled)
  if (share < 0.7)
    return { kind: 'crash', atMs, lastsMs: drawSpan(random, [2_000, 8_000, 40_000, 20 * MINUTE_MS]) }
  if (share < 0.74) return { kind: 'quit', atMs, lastsMs: drawSpan(random, [4_000, 15 * MINUTE_MS]) }
  if (share < 0.84) {
    const lastsMs = drawSpan(random, [3_000, 15_000, 3 * MINUTE_MS, HOUR_MS])
    return { kind: 'sleep', atMs, lastsMs, announced: random.chance(0.7) }
  }
  if (share < 0.9) return { kind: 'clock-set', atMs, byMs: drawStep(random) }
  return drawCaller(random, atMs)
}

function drawWireIncident(random: Random, atMs: number, muddled: boolean): WireIncident {
  const faults = muddled ? WIRE_FAULTS : WIRE_FAULTS.filter((fault) => !MUDDLING.includes(fault))
  const fault = random.pick(faults)
  const lastsMs = drawSpan(random, [5_000, 5_000, 12_000, 45_000, 6 * MINUTE_MS])
  const about = random.pick(['all', 'all', 'all', 'everyone', 'queues'] as const)
  return { kind: 'wire', atMs, lastsMs, fault, about, amount: AMOUNTS[fault]?.(random) ?? 0 }
}

const AMOUNTS: Readonly<Partial<Record<WireFault, (random: Random) => number>>> = {
  slow: (random) => Math.round(random.between(500, 7_500)),
  'too-slow': (random) => Math.round(random.between(8_100, 30_000)),
  older: (random) => 1 + random.below(6),
  cached: (random) => 1 + random.below(6),
  '429': (random) => random.pick([0, 5, 20, 60]),
  'odd-date': (random) => random.pick([-24, -3, -1, 0, 1, 24]),
}

const drawSpan = (random: Random, medians: readonly number[]): number =>
  Math.round(random.lognormal(random.pick(medians), 0.5))

/** Seconds that a time server removes, an hour, a day. */
const drawStep = (random: Random): number =>
  random.pick([-1, 1]) * random.pick([900, 4_000, 90_000, HOUR_MS, 24 * HOUR_MS])
