import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Call } from '../domain.ts'
import { knownCall } from '../testing/seen.ts'
import {
  dueRequests,
  EMPTY_POPUP_SCREEN,
  MAX_REQUESTS_PER_MINUTE,
  POPUP_PHASES,
  takeResponse,
  type PopupPhase,
  type PopupRequest,
} from './step-popup-screen.ts'

const ringing = (ivrid: string): Call => knownCall({ ivrid })
const talking = (ivrid: string): Call => knownCall({ ivrid, phase: 'talking', connected: true })
const dialing = (ivrid: string): Call => knownCall({ ivrid, phase: 'dialing', direction: 'outgoing' })

/** The phases requested for these steps of live calls, as `id phase`. */
function requested(
  ...steps: readonly { readonly calls: readonly Call[]; readonly ended?: readonly Call[] }[]
): string[] {
  let memory = EMPTY_POPUP_SCREEN
  return steps.flatMap(({ calls, ended = [] }, at) => {
    const step = dueRequests(memory, { at, calls, ended })
    memory = step.memory
    return step.requests.map(({ call, phase }) => `${call.ivrid} ${phase}`)
  })
}

describe('which requests are sent', () => {
  it('at ringing, talking and hang-up, once each', () => {
    const [rings, talks] = [{ calls: [ringing('a')] }, { calls: [talking('a')] }]
    expect(requested(rings, rings, talks, talks, { calls: [], ended: [talking('a')] })).toEqual([
      'a ringing',
      'a talking',
      'a hangup',
    ])
  })

  it('only for what is seen: a call found connected, a call that is over at the next poll', () => {
    expect(requested({ calls: [talking('a')] })).toEqual(['a talking'])
    expect(requested({ calls: [ringing('a')] }, { calls: [], ended: [ringing('a')] })).toEqual([
      'a ringing',
      'a hangup',
    ])
  })

  it('not while dialling, nor when the agent’s own phone rings for a placed call', () => {
    expect(requested({ calls: [dialing('a')] })).toEqual([])
    expect(requested({ calls: [knownCall({ ivrid: 'a', direction: 'click-to-call' })] })).toEqual([])
  })

  it('not when the agent listens in on a colleague’s call', () => {
    const spy = { ...talking('a'), direction: 'spy' as const }
    expect(requested({ calls: [spy] }, { calls: [], ended: [spy] })).toEqual([])
  })

  it('not for a ring that may be an older response, repeated', () => {
    expect(requested({ calls: [{ ...ringing('a'), ringInDoubt: true }] })).toEqual([])
  })

  it('at most so many within a minute; those of live calls follow', () => {
    const many = Array.from({ length: MAX_REQUESTS_PER_MINUTE + 5 }, (_, index) => ringing(`call ${index}`))
    const first = dueRequests(EMPTY_POPUP_SCREEN, { at: 0, calls: many, ended: [] })
    expect(first.requests).toHaveLength(MAX_REQUESTS_PER_MINUTE)
    expect(first.held).toBe(5)
    const later = dueRequests(first.memory, { at: 60_000, calls: many, ended: [] })
    expect(later.requests.map(({ call }) => call.ivrid)).toEqual(
      many.slice(MAX_REQUESTS_PER_MINUTE).map(({ ivrid }) => ivrid),
    )
  })
})

const phases = fc.constantFrom<PopupPhase>(...POPUP_PHASES)
/** What happens: a call reaches a phase, a response arrives, the program starts again. */
const stories = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('call' as const), id: fc.constantFrom('a', 'b'), phase: phases }),
    fc.record({ kind: fc.constant('response' as const), pick: fc.nat(), says: fc.boolean() }),
    fc.record({ kind: fc.constant('restart' as const) }),
  ),
  { maxLength: 60 },
)

const callAt = (id: string, phase: PopupPhase): Call => (phase === 'ringing' ? ringing(id) : talking(id))

it('sends each phase of a call at most once, across restarts, whatever the order of responses', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const marks = new Set<string>()
      const sent: string[] = []
      const shown = new Map<string, PopupPhase>()
      let memory = EMPTY_POPUP_SCREEN
      let waiting: PopupRequest[] = []
      for (const [at, one] of story.entries()) {
        if (one.kind === 'restart') {
          memory = EMPTY_POPUP_SCREEN
          waiting = []
          shown.clear()
        } else if (one.kind === 'call') {
          const call = callAt(one.id, one.phase)
          const [calls, ended] = one.phase === 'hangup' ? [[], [call]] : [[call], []]
          const step = dueRequests(memory, { at: at * 2_000, calls, ended })
          memory = step.memory
          // A call that was over may ring again under its id.
          for (const key of shown.keys()) if (!memory.calls.has(key)) shown.delete(key)
          for (const request of step.requests) {
            const mark = `${request.call.key} ${request.phase}`
            if (marks.has(mark)) {
              const { key } = request.call
              memory = takeResponse(memory, { key, phase: request.phase, says: false }).memory
              continue
            }
            marks.add(mark)
            sent.push(mark)
            waiting.push(request)
          }
        } else if (waiting.length > 0) {
          const [request] = waiting.splice(one.pick % waiting.length, 1)
          if (request === undefined) continue
          const { key } = request.call
          const step = takeResponse(memory, { key, phase: request.phase, says: one.says })
          memory = step.memory
          if (!step.counts) continue
          // Nothing older replaces it.
          const before = shown.get(key)
          expect(
            before === undefined || POPUP_PHASES.indexOf(request.phase) >= POPUP_PHASES.indexOf(before),
          ).toBe(true)
          shown.set(key, request.phase)
        }
      }
      expect(new Set(sent).size).toBe(sent.length)
    }),
  )
})

it('shows the response of the latest phase that says anything, in whatever order they arrive', () => {
  const responses = fc.uniqueArray(fc.record({ phase: phases, says: fc.boolean() }), {
    selector: ({ phase }) => phase,
  })
  fc.assert(
    fc.property(responses, (order) => {
      let memory = EMPTY_POPUP_SCREEN
      for (const [at, input] of [
        { calls: [ringing('a')], ended: [] },
        { calls: [talking('a')], ended: [] },
        { calls: [], ended: [talking('a')] },
      ].entries())
        memory = dueRequests(memory, { at, ...input }).memory
      let shown: PopupPhase | null = null
      for (const { phase, says } of order) {
        const step = takeResponse(memory, { key: ringing('a').key, phase, says })
        memory = step.memory
        if (step.counts) shown = phase
      }
      const said = order.filter(({ says }) => says).map(({ phase }) => phase)
      expect(shown).toBe(POPUP_PHASES.filter((phase) => said.includes(phase)).at(-1) ?? null)
    }),
  )
})

it('remembers nothing of calls that are over and answered', () => {
  let memory = dueRequests(EMPTY_POPUP_SCREEN, { at: 0, calls: [ringing('a')], ended: [] }).memory
  memory = dueRequests(memory, { at: 1, calls: [], ended: [ringing('a')] }).memory
  const { key } = ringing('a')
  expect(memory.calls.size).toBe(1)
  for (const phase of ['ringing', 'hangup'] as const)
    memory = takeResponse(memory, { key, phase, says: true }).memory
  expect(dueRequests(memory, { at: 2, calls: [], ended: [] }).memory.calls.size).toBe(0)
})
