import type { Phase, StatusWord } from '../../core/domain.ts'
import { withRequest, type RequestTimes } from '../../core/polling/request-budget.ts'
import {
  SHARE,
  type Lane,
  type NextRequest,
  type RequestKind,
  type Situation,
} from '../../core/polling/cadence.ts'
import { createWorld, type World } from '../../simulator/world/world.ts'

/** How well one way of polling worked in one shift. */
export interface ShiftFound {
  readonly requests: number
  /** From each ring's start to the response that showed it, ms; rings that no response showed aren't included. */
  readonly delays: readonly number[]
  readonly rings: number
  readonly mostInAMinute: number
}

export interface SimulatedShift {
  readonly seed: number
  readonly hours: number
  readonly floorMs: number
  readonly limit: number
  /** Null: a request about the extension every `floorMs`, at a fixed interval. */
  readonly cadence: ((situation: Situation) => NextRequest) | null
}

const START = Date.UTC(2026, 0, 15, 7, 0, 0)
const HOUR_MS = 3_600_000
const ANSWER_MS = 150
const AGENTS = 12
const PHASES: ReadonlyMap<string, Phase> = new Map([
  ['Ringing', 'ringing'],
  ['Dialing', 'dialing'],
  ['Talking', 'talking'],
  ['Hold', 'held'],
])
const STATUSES: ReadonlyMap<number, StatusWord> = new Map([
  [1, 'login'],
  [2, 'logout'],
  [3, 'lunch'],
  [11, 'training'],
  [12, 'team-meeting'],
  [13, 'brief'],
])

/** One agent's shift in the simulated call centre: only what the API reports is used. */
export function simulateCadence({ seed, hours, floorMs, limit, cadence }: SimulatedShift): ShiftFound {
  const world = createWorld({ seed, scenario: 'busy-shift', startAt: START, zone: 'UTC' })
  const extension = world.agents()[seed % AGENTS]!.extension
  const end = START + hours * HOUR_MS
  const known = { phases: [] as readonly Phase[], status: null as StatusWord | null, callersWait: false }
  const lanes: Record<'extension' | 'queues', Lane> = {
    extension: { doneAt: null, heldUntil: 0 },
    queues: { doneAt: null, heldUntil: 0 },
  }
  const foundAt = new Map<string, number>()
  const sent: number[] = []
  let asked: RequestTimes = []
  let recent: readonly RequestKind[] = []
  let lastCallAt: number | null = null
  let now = START

  while (now < end) {
    const next: NextRequest = cadence?.(situation()) ?? {
      kind: 'extension',
      waitMs: lanes.extension.doneAt === null ? 0 : floorMs,
    }
    now += next.waitMs
    sent.push(now)
    asked = withRequest(asked, now, limit)
    recent = [...recent, next.kind].slice(-SHARE.of)
    now += ANSWER_MS
    world.advanceTo(now)
    answer(next.kind)
  }
  return { ...measured(world, extension, foundAt), requests: sent.length, mostInAMinute: densest(sent) }

  function situation(): Situation {
    return {
      now,
      floorMs,
      limit,
      asked,
      recent,
      lanes,
      ...known,
      lastCallAt,
      nextBreachAt: null,
      queuesAreWatched: false,
      wideIsWatched: false,
      wideIsUrgent: false,
      wideMayBeNeeded: false,
    }
  }

  function answer(kind: RequestKind): void {
    if (kind === 'queues') {
      known.callersWait = world.queues().some((queue) => world.waiting(queue).length > 0)
      lanes.queues = { doneAt: now, heldUntil: 0 }
      return
    }
    const agent = world.agent(extension)
    const legs = agent?.legs ?? []
    if (legs.length > 0 || known.phases.length > 0) lastCallAt = now
    known.phases = legs.map(({ phase }) => PHASES.get(phase) ?? 'other')
    known.status = STATUSES.get(agent?.status ?? 0) ?? 'unknown'
    lanes.extension = { doneAt: now, heldUntil: 0 }
    for (const { call, phase, startedAt } of legs)
      if (phase === 'Ringing' && !foundAt.has(`${call.ivrid}/${startedAt}`))
        foundAt.set(`${call.ivrid}/${startedAt}`, now)
  }
}

function measured(
  world: World,
  extension: string,
  foundAt: ReadonlyMap<string, number>,
): Pick<ShiftFound, 'delays' | 'rings'> {
  const rings = world
    .events()
    .flatMap((event) => (event.kind === 'ring-began' && event.extension === extension ? [event] : []))
  const delays = rings.flatMap(({ ivrid, at }) => {
    const found = foundAt.get(`${ivrid}/${at}`)
    return found === undefined ? [] : [found - at]
  })
  return { delays, rings: rings.length }
}

function densest(sent: readonly number[]): number {
  let most = 0
  let first = 0
  sent.forEach((at, index) => {
    while (at - (sent[first] ?? at) >= 60_000) first++
    most = Math.max(most, index - first + 1)
  })
  return most
}
