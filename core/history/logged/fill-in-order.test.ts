import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LoggedCall } from '../../call-log/logged-call.ts'
import type { Phone, SeenCall } from '../../domain.ts'
import { somePhone } from '../../testing/seen.ts'
import type { HistoryCall } from '../history-call.ts'
import { temporaryFile } from '../testing/temporary-file.ts'
import {
  loggedCall,
  loggedDesk,
  noa,
  ring,
  second,
  withheld,
  type LoggedDesk,
} from './testing/logged-desk.ts'

const POLL = 5
const LOG_LAG = 180
const DAY = 900
const EVENING = 3_000

/** A call of the world. Times are seconds after the start. */
interface WorldCall {
  readonly ivrid: string
  readonly phone: Phone
  readonly outgoing: boolean
  readonly from: number
  readonly rings: number
  /** 0: nobody answered. */
  readonly talks: number
}

/** One way in which the log has a call. */
interface Variant {
  readonly hasId: boolean
  /** Its own id: a leg. */
  readonly leg: boolean
  /** With the id of another leg. */
  readonly other: boolean
  readonly late: number
  readonly shorter: number
  readonly queue: string
}

const variant: fc.Arbitrary<Variant> = fc.record({
  hasId: fc.boolean(),
  leg: fc.boolean(),
  other: fc.boolean(),
  late: fc.constantFrom(0, 0, 1, 2),
  shorter: fc.constantFrom(0, 0, 5, 30),
  queue: fc.constantFrom('', 'Sales'),
})

const world = fc.array(
  fc.record({
    phone: fc.constantFrom(somePhone, noa, withheld),
    outgoing: fc.boolean(),
    rings: fc.integer({ min: 2, max: 25 }),
    talks: fc.oneof(fc.constant(0), fc.integer({ min: 3, max: 60 })),
    pause: fc.integer({ min: 12, max: 40 }),
    variants: fc.array(variant, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 6 },
)

/** Spans in which no poll gets a response; the program may start again at their end. */
const blindness = fc.array(
  fc.record({
    from: fc.integer({ min: 1, max: DAY }),
    lasts: fc.integer({ min: 10, max: 400 }),
    restarts: fc.boolean(),
  }),
  { maxLength: 3 },
)

/** When what is filled in: `seed` decides the order and the parts. */
const plan = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  during: fc.array(fc.integer({ min: 0, max: DAY }), { maxLength: 4 }),
  restarts: fc.boolean(),
})

/** Numbers from 0 to 1, always the same for a seed. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const shuffled = <T>(list: readonly T[], random: () => number): readonly T[] =>
  list
    .map((one) => ({ one, at: random() }))
    .toSorted((some, other) => some.at - other.at)
    .map(({ one }) => one)

function callsOf(
  drawn: readonly (Omit<WorldCall, 'from' | 'ivrid'> & { pause: number })[],
): readonly WorldCall[] {
  let from = 20
  return drawn.map(({ pause, ...call }, index) => {
    from += pause
    return { ...call, ivrid: `c${index}`, from }
  })
}

const endOf = ({ from, rings, talks }: WorldCall): number => from + rings + talks

function seenAt(call: WorldCall, at: number): readonly SeenCall[] {
  const { ivrid, phone, from, rings, outgoing } = call
  if (at < from || at >= endOf(call)) return []
  const talking = at >= from + rings
  const phase = talking ? 'talking' : outgoing ? 'dialing' : 'ringing'
  const direction = outgoing ? 'outgoing' : 'incoming'
  const stamps = {
    startedApiSeconds: second(from) / 1_000,
    answeredApiSeconds: talking ? second(from + rings) / 1_000 : 0,
  }
  return [ring({ ivrid, phone, phase, answered: talking, direction, ...stamps })]
}

function recordOf(call: WorldCall, { hasId, leg, other, late, shorter, queue }: Variant): LoggedCall {
  const { phone, outgoing, rings, talks, from } = call
  const isLeg = leg && phone.kind !== 'withheld'
  return loggedCall({
    ivrid: hasId ? (isLeg ? `${call.ivrid}-leg` : call.ivrid) : null,
    otherIds: other && hasId ? [`${call.ivrid}-other`] : [],
    phone,
    direction: outgoing ? 'outgoing' : 'incoming',
    startedAt: second(from + late),
    ringSeconds: rings,
    talkSeconds: talks === 0 ? 0 : Math.max(1, talks - shorter),
    outcome: talks > 0 ? 'completed' : outgoing ? 'unanswered' : 'missed',
    queue,
  })
}

/** Polls the day, with fill-ins in between. `fill` gets the time, in s. */
function live(
  desk: LoggedDesk,
  calls: readonly WorldCall[],
  blind: readonly { from: number; lasts: number; restarts: boolean }[],
  between: (from: number, to: number) => void,
): void {
  let last = 0
  for (let at = 0; at <= 1_100; at += POLL) {
    const isBlind = blind.some(({ from, lasts }) => at > from && at <= from + lasts)
    between(at - POLL, at)
    if (isBlind) continue
    const gap = at - last > POLL ? { blind: last } : {}
    const starts = blind.some(
      ({ from, lasts, restarts }) => restarts && from + lasts > last && from + lasts < at,
    )
    if (starts) desk.restart()
    desk.see(
      at,
      calls.flatMap((call) => seenAt(call, at)),
      starts ? {} : gap,
    )
    last = at
  }
}

/** What must not depend on how the log was filled in. */
const essence = (call: HistoryCall) => ({
  ...call,
  key: '',
  rowId: 0,
  note: '',
  logged: call.logged && { ...call.logged, at: 0 },
})

describe('filling in', () => {
  it('ends in the same rows in any order, split, repeated, with restarts, and between any polls', () => {
    const { path, remove } = temporaryFile()
    let run = 0
    const property = fc.property(world, blindness, plan, (drawn, blind, { seed, during, restarts }) => {
      const random = chance(seed)
      const calls = callsOf(drawn)
      const records = drawn.flatMap(({ variants }, index) => {
        const call = calls[index]
        return call === undefined ? [] : variants.map((one) => ({ call, record: recordOf(call, one) }))
      })

      const plain = loggedDesk()
      live(plain, calls, blind, () => undefined)
      plain.fill(EVENING, ...records.map(({ record }) => record))

      const desk = loggedDesk({ path: `${path}-${run++}` })
      const notes = new Map<string, number>()
      const fill = (at: number) => {
        const known = shuffled(records, random).filter(({ call }) => endOf(call) + LOG_LAG <= at)
        while (known.length > 0) {
          const part = known.slice(0, 1 + Math.floor(random() * 4))
          desk.fill(at, ...part.map(({ record }) => record))
          known.splice(0, random() < 0.3 ? 1 : part.length)
          if (restarts && random() < 0.2) desk.restart()
        }
      }
      live(desk, calls, blind, (from, to) => {
        for (const at of during) {
          if (at <= from || at > to) continue
          fill(at)
          for (const { key, startedAt } of desk.all()) {
            const note = `note of ${startedAt}`
            if (desk.journal.setNote(key, note)) notes.set(note, startedAt)
          }
        }
      })
      fill(EVENING)

      expect(desk.all().map(essence)).toEqual(plain.all().map(essence))
      expect(desk.all()).toHaveLength(new Set(desk.all().map(({ startedAt }) => startedAt)).size)
      const left = desk.all().map(({ note }) => note)
      for (const [note, startedAt] of notes)
        if (!left.includes(note))
          expect(desk.all().find((one) => Math.abs(one.startedAt - startedAt) < 5_000)?.note).not.toBe('')
      expect(desk.fill(EVENING + 1, ...records.map(({ record }) => record))).toEqual({
        added: [],
        corrected: [],
        missed: [],
        removed: 0,
      })
      desk.journal.close()
    })
    try {
      fc.assert(property, { numRuns: 60 })
    } finally {
      remove()
    }
  })
})
