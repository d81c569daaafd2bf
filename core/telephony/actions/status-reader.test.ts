import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRepairLog } from '../repair-log.ts'
import { createStatusReader } from './status-reader.ts'

const read = (body: unknown) => createStatusReader(createRepairLog())(body)
const answer = (body: unknown) => {
  const reading = read(body)
  return reading.kind === 'answer' ? reading.answer : reading
}
const said = (Status: unknown, StatusError: unknown, StatusErroMessage: unknown) => ({
  Status,
  StatusError,
  StatusErroMessage,
})

describe('the response to a status change', () => {
  it.each([
    [said(1, 1, 'OK'), { kind: 'done' }],
    [said('1', '1', 'OK'), { kind: 'done' }],
    [{ Status: 1 }, { kind: 'done' }],
    [said(2, 1, 'Authorization Failed'), { kind: 'not-set', why: 'not-authorised', code: '2/1' }],
    [said('2', 'x', ''), { kind: 'not-set', why: 'not-authorised', code: '2/?' }],
    [said(3, 1, 'No extension found'), { kind: 'not-set', why: 'no-extension', code: '3/1' }],
    [said(3, 1, 'Extension is already in use'), { kind: 'not-set', why: 'in-use', code: '3/1' }],
    [said(4, 1, 'Status not support'), { kind: 'not-set', why: 'unknown-status', code: '4/1' }],
    [said(1, 4, 'Error on update'), { kind: 'not-set', why: 'their-fault', code: '1/4' }],
    [said(1, 6, ''), { kind: 'not-set', why: 'bad-request', code: '1/6' }],
    [said(1, 0, 'Format'), { kind: 'not-set', why: 'bad-request', code: '1/0' }],
    [said(99, 99, 'Whatever'), { kind: 'not-set', why: 'other', code: '99/99' }],
    [{ StatusErrorMessage: 'Extension is already in use' }, { kind: 'not-set', why: 'in-use', code: '?/?' }],
  ])('%j is %j', (body, expected) => {
    expect(answer(body)).toEqual(expected)
  })

  it('is a refusal if it reports success but names a refusal', () => {
    expect(answer(said(1, 1, 'Extension is already in use'))).toMatchObject({ why: 'in-use' })
  })

  it.each([null, [], 'OK', 7, {}, { ok: true }])('%j isn’t one', (body) => {
    expect(read(body)).toMatchObject({ kind: 'malformed', why: 'wrong-shape' })
  })

  it('is the error of an ERR as in the other endpoints', () => {
    expect(read({ ERR: 1, DESC: 'Authorization failed.' })).toMatchObject({ kind: 'refused', why: 'code' })
  })

  it('reports success only if Status or StatusError is 1 and neither contradicts', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (Status, StatusError, message) => {
        const said = answer({ Status, StatusError, StatusErroMessage: message })
        if (said.kind !== 'done') return
        expect([Number(Status), Number(StatusError)]).toContain(1)
      }),
    )
  })
})
