import { describe, expect, it } from 'vitest'
import type { CallEvent } from '../domain.ts'
import { knownCall, seenCall, seenExtension } from '../testing/seen.ts'
import { answeredBy, namedAnswers, transferredTo } from './answered-elsewhere.ts'

const desk = (extension: string, calls = [seenCall({ extension })], representative = '') =>
  seenExtension(calls, { extension, representative })
const talking = (extension: string) => [seenCall({ extension, phase: 'talking', answered: true })]

describe('answeredBy', () => {
  it('names the colleague who has the call, not one it rings at', () => {
    expect(answeredBy([desk('B')], 'a1', 'A')).toBeNull()
    expect(answeredBy([desk('B'), desk('C', talking('C'), 'Yael')], 'a1', 'A')).toBe('Yael')
    expect(answeredBy([desk('A', talking('A'))], 'a1', 'A')).toBeNull()
  })

  it('returns the extension if its name is unknown, never the name of someone who isn’t logged in', () => {
    const owned = desk('C', talking('C'))
    expect(answeredBy([owned], 'a1', 'A')).toBe('User 2')
    expect(answeredBy([{ ...owned, onlineUserId: 9 }], 'a1', 'A')).toBe('C')
  })
})

describe('transferredTo', () => {
  const passedOn = (extension: string, change = {}) =>
    desk(extension, [seenCall({ extension, ivrid: 'b1', transferredFrom: 'a1', ...change })], 'Yael')

  it('names whose call was transferred from this one, as soon as it rings there', () => {
    expect(transferredTo([desk('A'), passedOn('B')], 'a1', 'A')).toBe('Yael')
  })

  it.each([
    ['another call was transferred', passedOn('B', { transferredFrom: 'a2' })],
    ['it came back to the same extension', passedOn('A')],
    ['a supervisor listens to it', passedOn('B', { direction: 'spy' })],
  ])('is unknown when %s', (_, seen) => {
    expect(transferredTo([seen], 'a1', 'A')).toBeNull()
  })
})

describe('namedAnswers', () => {
  const seen = desk('B', [seenCall({ extension: 'B', ivrid: 'b1', transferredFrom: 'a1' })], 'Yael')
  const ended = (connected: boolean): CallEvent => ({
    ...{ type: 'ended', at: 0, outcome: connected ? 'completed' : 'unanswered', talkSeconds: 0 },
    call: knownCall({ extension: 'A', ivrid: 'a1', connected }),
  })

  it('names the target of a transfer only for a call that was talked on here', () => {
    expect(namedAnswers([ended(true)], [seen])).toMatchObject([{ transferredTo: 'Yael' }])
    expect(namedAnswers([ended(false)], [seen])[0]).not.toHaveProperty('transferredTo')
  })
})
