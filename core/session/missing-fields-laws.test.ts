import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inShort, playWire, STORY_START, wireCall } from './testing/wire-story.ts'
import type { WireCall, WireStep } from './testing/wire-story.ts'

const SEED = 14
const FIELDS = [
  ...['callStarted', 'callAnswered', 'answered', 'callername', 'callerphone', 'callstatus', 'customdata'],
  ...['direction', 'recording', 'did'],
] as const
/** Every way to leave a field out. */
const NOTHINGS = [null, undefined, '', {}, []]

/** A stretch of a call: its phase, for how many responses, and whether its recording is muted. */
interface Stretch {
  readonly callstatus: string
  readonly responses: number
  readonly muted: boolean
}

const lasting = (callstatus: string): fc.Arbitrary<Stretch> =>
  fc.record({
    callstatus: fc.constant(callstatus),
    responses: fc.integer({ min: 2, max: 4 }), // something shown by only one response could be hidden by a response that lacks it
    muted: fc.boolean(),
  })
const talks = fc
  .array(fc.tuple(lasting('Talking'), lasting('Hold')), { maxLength: 2 })
  .map((pairs) => pairs.flat())
const incoming = fc
  .tuple(lasting('Ringing'), talks)
  .map(([ring, rest]) => ({ direction: 'Incoming', stretches: [{ ...ring, muted: false }, ...rest] }))
const outgoing = fc
  .tuple(fc.constantFrom('Outgoing', 'Click2Call'), lasting('Dialing'), talks)
  .map(([direction, dial, rest]) => ({ direction, stretches: [{ ...dial, muted: false }, ...rest] }))
const ownLegFirst = fc
  .tuple(fc.constantFrom('Outgoing', 'Click2Call', 'Spy'), lasting('Ringing'), lasting('Dialing'), talks)
  .map(([direction, ring, dial, rest]) => ({
    direction,
    stretches: [{ ...ring, muted: false }, { ...dial, muted: false }, ...rest],
  }))

/** The complete responses of a call; the first and the last one don't contain it. */
function responsesOf({
  direction,
  stretches,
}: {
  readonly direction: string
  readonly stretches: readonly Stretch[]
}): readonly (readonly WireCall[])[] {
  let answeredAt = 0
  let index = 0
  const calls = stretches.flatMap(({ callstatus, responses, muted }) =>
    Array.from({ length: responses }, () => {
      index += 1
      const isTalk = callstatus === 'Talking' || callstatus === 'Hold'
      if (isTalk && answeredAt === 0) answeredAt = STORY_START / 1000 + index * 5 - 2
      return [
        wireCall({
          ...{ callstatus, direction, answered: isTalk ? 1 : 0, callAnswered: answeredAt },
          recording: { Filename: 'a1.mp3', IsMuted: muted ? 1 : 0 },
        }),
      ]
    }),
  )
  return [[], ...calls, []]
}

/** What is reported about a call, and what is known about it when it ends. */
function account(steps: readonly WireStep[]) {
  const { events } = playWire(steps)
  // A stretch that started with this response is only seen with the next one.
  const seenLater = {
    answeredAfter: null,
    phaseSince: null,
    mutedSince: null,
    statusWord: null,
    interrupted: null,
  }
  const record = { ...events.flat().at(-1)!.call, ...seenLater }
  const all = events.flatMap(inShort)
  const isRecording = (event: string): boolean => event.startsWith('recording')
  // When a response lacks one, the other is reported first: their relative order doesn't matter.
  return { call: all.filter((one) => !isRecording(one)), recording: all.filter(isRecording), record }
}

const lack = fc.record({
  at: fc.nat(),
  fields: fc.uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1 }),
  nothing: fc.constantFrom(...NOTHINGS),
})

it('whatever one response leaves out of a call, the same is reported, and the same is known at its end', () => {
  fc.assert(
    fc.property(fc.oneof(incoming, outgoing, ownLegFirst), lack, (call, { at, fields, nothing }) => {
      const complete = responsesOf(call)
      // Only the direction shows whose ring it is: the first response of a ring must have it.
      const first = call.stretches[0]?.callstatus === 'Ringing' && call.direction !== 'Incoming' ? 2 : 1
      const position = first + (at % (complete.length - 1 - first))
      const lacking = complete.map((calls, index) =>
        index === position
          ? calls.map((one) => ({ ...one, ...Object.fromEntries(fields.map((field) => [field, nothing])) }))
          : calls,
      )
      expect(account(lacking)).toEqual(account(complete))
    }),
    { seed: SEED, numRuns: 300 },
  )
})

it('whatever every response leaves out isn’t made up, and doesn’t affect the rest', () => {
  const never = fc.constantFrom('callername', 'callerphone', 'did', 'customdata', 'recording', 'callStarted')
  fc.assert(
    fc.property(fc.oneof(incoming, outgoing), never, fc.constantFrom(...NOTHINGS), (call, field, nothing) => {
      const complete = responsesOf(call)
      const lacking = complete.map((calls) => calls.map((one) => ({ ...one, [field]: nothing })))
      expect(account(lacking).call).toEqual(account(complete).call)
    }),
    { seed: SEED, numRuns: 60 },
  )
})

it('whatever a response leaves out of who is logged in, the same is shown while nobody else logs in', () => {
  const seats = [
    { representative: 'Dana', onlineUserID: 7, onlineUserStatus: 1 },
    { representative: 'Dana', onlineUserID: 7, onlineUserStatus: 3 },
    { representative: 'Dana', onlineUserID: 0, onlineUserStatus: 2 },
    { representative: 'Lior', onlineUserID: 5, onlineUserStatus: 1 },
  ].map((seat) => ({ ...seat, name: 'Lior', userID: 5 }))
  const fields = ['name', 'userID', 'representative', 'onlineUserID', 'onlineUserStatus'] as const
  const response = fc.record({
    seat: fc.constantFrom(...seats),
    gone: fc.subarray([...fields]),
    nothing: fc.constantFrom(...NOTHINGS),
  })
  fc.assert(
    fc.property(fc.array(response, { minLength: 1, maxLength: 6 }), (responses) => {
      const lacking = responses.map(({ seat, gone, nothing }, index) => {
        const before = responses[index - 1]?.seat
        const logsIn = seat.onlineUserID !== 0 && seat.onlineUserID !== before?.onlineUserID
        const left = gone.filter(
          (field) => seat[field] === before?.[field] && !(field === 'representative' && logsIn),
        )
        return { entry: { ...seat, ...Object.fromEntries(left.map((field) => [field, nothing])), calls: [] } }
      })
      const whole = responses.map(({ seat }) => ({ entry: { ...seat, calls: [] } }))
      expect(playWire(lacking).memory.state.agent).toEqual(playWire(whole).memory.state.agent)
    }),
    { seed: SEED, numRuns: 300 },
  )
})
