import { describe, expect, it } from 'vitest'
import { createDialReader } from './dial-reader.ts'
import { createRepairLog } from '../repair-log.ts'

const read = (body: unknown) =>
  createDialReader(createRepairLog())(typeof body === 'string' ? body : JSON.stringify(body))
const answerTo = (body: unknown) => {
  const reading = read(body)
  return reading.kind === 'answer' ? reading.answer : reading
}

describe('a response of Click2Call', () => {
  it('is accepted with the call’s id, whether its numbers are numbers or text', () => {
    for (const ERRORCODE of [0, '0', ' 0 ', 0.0])
      expect(answerTo({ ERRORCODE, ERRORMESSAGE: 'OK', CALLID: '20261129a1' })).toEqual({
        kind: 'accepted',
        callId: '20261129a1',
      })
    expect(answerTo('{"ERRORCODE":0,"ERRORMESSAGE":"OK","CALLID":20201012011234567890}')).toEqual({
      kind: 'accepted',
      callId: '20201012011234567890',
    })
    expect(answerTo({ ERRORCODE: 0 })).toEqual({ kind: 'accepted', callId: null })
  })

  it.each([
    [1, 'parameters'],
    ['2', 'fault'],
    [3, 'offline'],
    ['4', 'blocked'],
    [17, 'other'],
  ])('is declined with code %s: %s', (ERRORCODE, why) => {
    expect(answerTo({ ERRORCODE, ERRORMESSAGE: 'Some reason' })).toEqual({
      kind: 'declined',
      why,
      code: String(ERRORCODE),
      message: 'Some reason',
    })
  })

  it('is read as XML if it is XML', () => {
    const xml = (code: string) =>
      `<?xml version="1.0" encoding="utf-8"?>\n<RESPONSE><ERRORCODE>${code}</ERRORCODE><ERRORMESSAGE>OK</ERRORMESSAGE><CALLID>a1</CALLID></RESPONSE>`
    expect(read(xml('0'))).toEqual({
      kind: 'answer',
      answer: { kind: 'accepted', callId: 'a1' },
      repairs: [{ path: '', what: 'invalid-json' }],
    })
    expect(answerTo(xml('3'))).toMatchObject({ kind: 'declined', why: 'offline' })
  })

  it.each([
    ['<!doctype html><html><body>Sign in</body></html>', 'web-page'],
    ['<xml><CALLID>1</CALLID></xml>', 'web-page'],
    ['OK', 'not-json'],
    ['{"ERRORCODE":', 'cut-short'],
    ['[]', 'wrong-shape'],
    ['{"ERR":0}', 'wrong-shape'],
    ['{"ERRORCODE":"OK"}', 'wrong-shape'],
    ['', 'not-json'],
  ])('is rejected: %s', (body, why) => expect(read(body)).toEqual({ kind: 'malformed', why }))
})
