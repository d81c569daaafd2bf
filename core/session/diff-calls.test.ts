import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportedPhase } from '../call-phase.ts'
import type { Call, CallEvent, Phase, SeenCall } from '../domain.ts'
import { initialBelief } from '../clock/api-clock.ts'
import { seenCall } from '../testing/seen.ts'
import { diffCalls } from './diff-calls.ts'
import { updateCall } from './update-call.ts'

const belief = initialBelief('UTC', 0)
const know = (seen: readonly SeenCall[], before: readonly Call[], at: number): Call[] =>
  seen.map((call) =>
    updateCall(
      before.find((other) => other.key === call.key),
      call,
      at,
      belief,
    ),
  )

/** The events of a story: one list of seen calls per step, ten seconds apart. */
function story(...steps: readonly (readonly SeenCall[])[]): string[][] {
  let before: Call[] | null = null
  return steps.map((step, index) => {
    const at = (index + 1) * 10_000
    const now = know(step, before ?? [], at)
    const events = diffCalls(before, now, at)
    before = now
    return events.map(short)
  })
}

function short(event: CallEvent): string {
  const extra =
    event.type === 'ended'
      ? ` ${event.outcome} ${event.talkSeconds}`
      : event.type === 'answered' && event.unseen
        ? ' unseen'
        : ''
  return `${event.type} ${event.call.ivrid}${extra}`
}

const ring = (ivrid = 'a') => seenCall({ ivrid })
const talk = (ivrid = 'a') => seenCall({ ivrid, phase: 'talking', answered: true })
const hold = (ivrid = 'a') => seenCall({ ivrid, phase: 'held', answered: true })
const dial = (ivrid = 'a') => seenCall({ ivrid, phase: 'dialing', direction: 'outgoing' })

describe('diffCalls', () => {
  it('reports a call from ring to end', () => {
    expect(story([], [ring()], [talk()], [hold()], [talk()], [])).toEqual([
      [],
      ['ringing a'],
      ['answered a'],
      ['held a'],
      ['resumed a'],
      ['ended a completed 30'],
    ])
  })

  it('doesn’t treat the first list as history: ringing and dialling calls are reported, connected ones aren’t', () => {
    expect(story([ring('r'), talk('t'), hold('h'), dial('d')])).toEqual([['ringing r', 'dialing d']])
  })

  it('marks a call that was connected before it was seen', () => {
    expect(story([], [talk('t'), hold('h')])).toEqual([
      [],
      ['answered t unseen', 'answered h unseen', 'held h'],
    ])
  })

  it('reports an unanswered ring as missed, an unanswered outgoing call as unanswered, a talk as completed', () => {
    expect(story([ring('r'), dial('d'), talk('t')], [])[1]).toEqual([
      'ended r missed 0',
      'ended d unanswered 0',
      'ended t completed 10',
    ])
  })

  it('reports endings first, then the rest in the order of the response', () => {
    expect(story([ring('a'), ring('b'), talk('c')], [ring('d'), talk('b')])[1]).toEqual([
      'ended a missed 0',
      'ended c completed 10',
      'ringing d',
      'answered b',
    ])
  })

  it('treats the same call ringing again after a pause as a new ring', () => {
    expect(story([ring()], [], [ring()], [talk()], [ring()])).toEqual([
      ['ringing a'],
      ['ended a missed 0'],
      ['ringing a'],
      ['answered a'],
      ['ringing a'],
    ])
  })

  it('treats a ring with an earlier stamp as a new one, where the account’s clock was set back in between', () => {
    const before = { ...know([seenCall({ startedApiSeconds: 7_192 })], [], 10_000)[0]!, startedAt: 1_000 }
    const ring = { ...before, startedApiSeconds: 7_192 - 3_585, startedAt: 16_000 }
    expect(diffCalls([before], [ring], 20_000).map(short)).toEqual(['ringing a1'])
    expect(diffCalls([before], [{ ...ring, startedAt: before.startedAt }], 20_000)).toEqual([])
    const rewritten = { ...ring, startedApiSeconds: 7_192 - 3_600 }
    expect(diffCalls([before], [rewritten], 20_000)).toEqual([])
  })

  it('treats a ring with a later stamp as a new one, although nothing was seen in between', () => {
    const rang = (startedApiSeconds: number) => seenCall({ ivrid: 'a', startedApiSeconds })
    expect(story([rang(1)], [rang(2)], [rang(40)])).toEqual([['ringing a'], [], ['ringing a']])
  })

  it('reports both answered and held when both happened between two polls', () => {
    expect(story([ring()], [hold()])[1]).toEqual(['answered a', 'held a'])
  })

  it('doesn’t report a talking call as unanswered because the answered field is 0', () => {
    expect(story([ring()], [seenCall({ ivrid: 'a', phase: 'talking', answered: false })], [])).toEqual([
      ['ringing a'],
      ['answered a'],
      ['ended a completed 10'],
    ])
  })

  it('assumes a recording runs until it is shown muted', () => {
    const muted = seenCall({ ivrid: 'a', phase: 'talking', recording: { state: 'muted', fileName: '' } })
    const unknown = seenCall({ ivrid: 'a', phase: 'talking', recording: { state: 'unknown', fileName: '' } })
    expect(story([talk()], [muted], [talk()], [unknown], [muted])).toEqual([
      [],
      ['recording-muted a'],
      ['recording-unmuted a'],
      [],
      ['recording-muted a'],
    ])
  })

  it('keeps a call with an unknown status, and uses its answered field', () => {
    const parked = (answered: boolean) =>
      seenCall({ ivrid: 'a', phase: 'other', statusWord: 'Parked', answered })
    expect(story([ring()], [parked(false)], [])).toEqual([['ringing a'], [], ['ended a missed 0']])
    expect(story([ring()], [parked(true)], [])).toEqual([
      ['ringing a'],
      ['answered a'],
      ['ended a completed 10'],
    ])
  })
})

const phase = fc.constantFrom<Phase>('ringing', 'dialing', 'talking', 'held', 'other')
const anyCall = fc
  .record({
    ivrid: fc.constantFrom('a', 'b', 'c', 'd'),
    phase,
    answered: fc.boolean(),
    recording: fc.constantFrom(
      { state: 'recorded', fileName: '' } as const,
      { state: 'muted', fileName: '' } as const,
    ),
  })
  .map((change) => seenCall(change))
const anyList = fc.uniqueArray(anyCall, { selector: (call) => call.key, maxLength: 4 })
const anyStory = fc.array(anyList, { minLength: 1, maxLength: 12 })

describe('the laws of diffCalls', () => {
  it('an unchanged list reports nothing', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const calls = know(list, [], 1_000)
        expect(diffCalls(calls, know(list, calls, 2_000), 2_000)).toEqual([])
      }),
    )
  })

  it('replaying the events of any story results in the ringing calls, and the current calls', () => {
    fc.assert(
      fc.property(anyStory, (steps) => {
        let before: Call[] | null = null
        const ringing = new Set<string>()
        const present = new Set<string>()
        for (const [index, step] of steps.entries()) {
          const now = know(step, before ?? [], index * 1_000)
          const events = diffCalls(before, now, index * 1_000)
          if (before === null) for (const call of now) present.add(call.key)
          for (const { type, call } of events) {
            if (type === 'ended') present.delete(call.key)
            else present.add(call.key)
            if (type === 'ringing') ringing.add(call.key)
            else if (type !== 'recording-muted' && type !== 'recording-unmuted') ringing.delete(call.key)
          }
          for (const { key } of now.filter(({ phase: word }) => word === 'other')) present.add(key)
          expect([...ringing].sort()).toEqual(
            now
              .filter((c) => reportedPhase(c) === 'ringing')
              .map((c) => c.key)
              .sort(),
          )
          expect([...present].sort()).toEqual(now.map((c) => c.key).sort())
          before = now
        }
      }),
    )
  })

  it('each call ends exactly once for each time it appeared, and endings come first', () => {
    fc.assert(
      fc.property(anyStory, (steps) => {
        let before: Call[] | null = null
        for (const [index, step] of [...steps, []].entries()) {
          const now: Call[] = know(step, before ?? [], index * 1_000)
          const types = diffCalls(before, now, index * 1_000).map((event) => event.type)
          const gone = (before ?? []).filter((call) => !now.some((other) => other.key === call.key)).length
          expect(types.slice(0, gone)).toEqual(Array.from({ length: gone }, () => 'ended'))
          expect(types.slice(gone)).not.toContain('ended')
          before = now
        }
      }),
    )
  })
})
