import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StatusWord } from '../domain.ts'
import { NAMED_STATUSES, STATUS_NUMBERS } from '../status-words.ts'
import type { StatusAnswer } from '../telephony/telephony-client.ts'
import type { Attempt } from '../telephony/attempt.ts'
import { NO_STATUS_REQUEST, type StatusMemory, type Wanted } from './status-state.ts'
import { stepStatus, type StatusCommand, type StatusInput } from './step-status.ts'

const LOST_MS = 12_000
const lunch: Wanted = { status: 'lunch', extension: 'SIPSIP2', userId: 7 }
const login: Wanted = { ...lunch, status: 'login' }
const reached = (answer: StatusAnswer): Attempt<StatusAnswer> => ({
  kind: 'reached',
  answer,
  repairs: [],
  sentAt: 0,
  receivedAt: 0,
  serverDate: null,
})
const DONE = reached({ kind: 'done' })
const IN_USE = reached({ kind: 'not-set', why: 'in-use', code: '3/1' })
const THEIR_FAULT = reached({ kind: 'not-set', why: 'their-fault', code: '1/4' })
const TIMEOUT = { kind: 'unreachable', why: 'timeout' } as const
const seen = (word: StatusWord, askedAt: number, extension = 'SIPSIP2'): StatusInput => ({
  kind: 'snapshot',
  askedAt,
  at: askedAt + 100,
  extension,
  status: { word, number: null },
  isSomebodyLoggedIn: word !== 'logout',
})
const ask = (wanted: Wanted, at: number): StatusInput => ({ kind: 'ask', at, wanted })
const answered = (id: number, outcome: Attempt<StatusAnswer>, at: number): StatusInput => ({
  kind: 'answered',
  id,
  at,
  outcome,
})

function play(inputs: readonly StatusInput[], from: StatusMemory = NO_STATUS_REQUEST) {
  const sent: StatusCommand[] = []
  const memory = inputs.reduce((before, input) => {
    const step = stepStatus(before, input, LOST_MS)
    sent.push(...step.commands)
    return step.memory
  }, from)
  return {
    memory,
    sent: sent.filter((one) => one.do === 'set'),
    polls: sent.filter((one) => one.do !== 'set').length,
  }
}

describe('a status that the agent chose', () => {
  it('is sent once, with the person and the API’s number for it', () => {
    const { sent, memory } = play([ask(lunch, 10)])
    expect(sent).toEqual([{ do: 'set', id: 1, change: { extension: 'SIPSIP2', userId: 7, status: 3 } }])
    expect(memory.request).toEqual({ kind: 'asked', status: 'lunch', since: 10 })
  })

  it('is confirmed by the next snapshot that was requested after it, not by an older one', () => {
    const before = play([ask(lunch, 10), answered(1, DONE, 20), seen('lunch', 9)])
    expect([before.memory.request.kind, before.polls]).toEqual(['asked', 1])
    expect(play([seen('lunch', 21)], before.memory).memory.request).toEqual({
      kind: 'confirmed',
      status: 'lunch',
      at: 121,
    })
  })

  it('is refused with the reason, and the snapshot’s status stays', () => {
    const { memory } = play([ask(lunch, 10), answered(1, IN_USE, 20), seen('login', 21)])
    expect(memory.request).toMatchObject({ kind: 'refused', status: 'lunch', why: { why: 'in-use' } })
    expect(play([{ kind: 'dismiss' }], memory).memory.request.kind).toBe('none')
  })

  it.each([
    ['a lost response', TIMEOUT],
    ['a server error', THEIR_FAULT],
    ['an unreadable response', { kind: 'malformed', why: 'not-json' } as const],
  ])('may have been set despite %s: the snapshots decide', (_how, outcome) => {
    const open = play([ask(lunch, 10), answered(1, outcome, 20)])
    expect([open.memory.request.kind, open.polls]).toEqual(['asked', 1])
    expect(play([seen('lunch', 30)], open.memory).memory.request.kind).toBe('confirmed')
    const not = play([seen('login', 30), seen('login', 40), seen('login', 50)], open.memory)
    expect(not.memory.request).toMatchObject({ kind: 'unconfirmed', status: 'lunch' })
    expect(not.sent).toEqual([])
    expect(play([seen('lunch', 60)], not.memory).memory.request.kind).toBe('confirmed')
  })

  it('isn’t confirmed if Voicenter reports success but the snapshots don’t show it', () => {
    const inputs = [ask(lunch, 10), answered(1, DONE, 20), ...[30, 40, 50].map((at) => seen('login', at))]
    expect(play(inputs).memory.request).toMatchObject({ kind: 'unconfirmed', why: null })
  })

  it('counts as lost after a while without a response', () => {
    const inputs = [ask(lunch, 10), ...[0, 1, 2].map((n) => seen('login', 12_010 + n * 5_000))]
    expect(play(inputs).memory.request).toMatchObject({ kind: 'unconfirmed', why: TIMEOUT })
  })

  it('isn’t affected by responses about another extension', () => {
    expect(play([ask(lunch, 10), seen('lunch', 20, 'Other')]).memory.request.kind).toBe('asked')
  })

  it('counts as logged out if nobody is logged in', () => {
    const logout: Wanted = { ...lunch, status: 'logout' }
    const nobody = { ...seen('lunch', 20), isSomebodyLoggedIn: false } as StatusInput
    expect(play([ask(logout, 10), nobody]).memory.request.kind).toBe('confirmed')
    expect(play([ask(lunch, 10), nobody]).memory.request.kind).toBe('asked')
  })

  it('is over once another status is seen, or another account is watched', () => {
    const { memory } = play([ask(lunch, 10), seen('lunch', 20)])
    expect(play([seen('login', 30)], memory).memory.request.kind).toBe('none')
    expect(play([ask(lunch, 10), { kind: 'unwatched' }, answered(1, IN_USE, 20)]).memory).toMatchObject({
      request: { kind: 'none' },
      pending: null,
    })
  })
})

describe('two clicks', () => {
  it('on the same status within 50 ms send one request', () => {
    expect(play([ask(lunch, 10), ask(lunch, 40)]).sent).toHaveLength(1)
    expect(play([ask(lunch, 10), answered(1, DONE, 20), ask(lunch, 40)]).sent).toHaveLength(1)
  })

  it('on different ones send the second after the response to the first, and the second wins', () => {
    const both = play([ask(lunch, 10), ask(login, 40)])
    expect(both.sent).toHaveLength(1)
    const then = play([answered(1, DONE, 50)], both.memory)
    expect(then.sent).toMatchObject([{ id: 2, change: { status: 1 } }])
    expect(play([answered(2, DONE, 60), seen('login', 70)], then.memory).memory.request.kind).toBe(
      'confirmed',
    )
  })

  it('aren’t sent minutes later if the computer slept in between', () => {
    const late = play([ask(lunch, 10), ask(login, 40), answered(1, DONE, 240_000)])
    expect([late.sent.length, late.memory.request]).toMatchObject([1, { kind: 'refused', status: 'login' }])
  })

  it('that return to the first status send nothing more', () => {
    const back = play([ask(lunch, 10), ask(login, 20), ask(lunch, 30), answered(1, DONE, 40)])
    expect([back.sent.length, back.memory.request]).toMatchObject([1, { kind: 'asked', status: 'lunch' }])
  })
})

it('sends at most one request per choice, none on its own, and confirms only what a later snapshot shows', () => {
  const statuses = fc.constantFrom(...NAMED_STATUSES)
  const gap = fc.integer({ min: 0, max: 20_000 })
  const act = fc.oneof(
    fc.record({ do: fc.constant('ask' as const), status: statuses, gap }),
    fc.record({
      do: fc.constant('answer' as const),
      outcome: fc.constantFrom(DONE, IN_USE, TIMEOUT, THEIR_FAULT),
      gap,
    }),
    fc.record({ do: fc.constant('see' as const), status: statuses, late: gap, gap }),
    fc.record({ do: fc.constant('leave' as const), gap }),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let memory = NO_STATUS_REQUEST
      let [now, asked, sent] = [1_000_000, 0, 0]
      for (const one of acts) {
        now += one.gap
        const before = memory
        const input: StatusInput =
          one.do === 'ask'
            ? ask({ ...lunch, status: one.status }, now)
            : one.do === 'answer'
              ? answered(memory.flight ?? 0, one.outcome, now)
              : one.do === 'see'
                ? {
                    ...(seen(one.status, now - one.late) as Extract<StatusInput, { kind: 'snapshot' }>),
                    at: now,
                  }
                : { kind: 'unwatched' }
        const step = stepStatus(memory, input, LOST_MS)
        memory = step.memory
        if (one.do === 'ask') asked += 1
        const sets = step.commands.filter((command) => command.do === 'set')
        sent += sets.length
        expect(sent).toBeLessThanOrEqual(asked)
        if (sets.length > 0) expect(['ask', 'answer']).toContain(one.do)
        const isNewlyConfirmed = memory.request.kind === 'confirmed' && before.request.kind === 'asked'
        if (isNewlyConfirmed && one.do === 'see') {
          expect(now - one.late).toBeGreaterThanOrEqual(Math.min(before.pending?.sentAt ?? 0, now))
          expect(memory.request).toMatchObject({ status: one.status })
        }
      }
      expect(Object.values(STATUS_NUMBERS)).toHaveLength(9)
    }),
  )
})
