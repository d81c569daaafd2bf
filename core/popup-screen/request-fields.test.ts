import { expect, it } from 'vitest'
import type { ClockReport } from '../domain.ts'
import { knownCall, somePhone } from '../testing/seen.ts'
import { requestFields } from './request-fields.ts'

const clock: ClockReport = { offsetMinutes: 120, computerErrorMs: 500, source: 'ring', since: 0 }
const START = Date.UTC(2020, 9, 11, 23, 23, 38)

/** The call of the API's documentation, ringing. */
const call = knownCall({
  ivrid: '2020101201cc7b38df',
  name: 'Voicenter',
  did: { kind: 'digits', received: '039001234' },
  startedAt: START,
  startedApiSeconds: START / 1000 + 7_200,
  recording: { state: 'recorded', fileName: '2020101201cc7b38df-aws-SIPSIP2-972722776772.mp3' },
  customData: { ticket: '17' },
})

it('has the extension’s fields, each of its type, while it rings', () => {
  expect(requestFields({ call, phase: 'ringing' }, clock)).toEqual({
    phone: '972722776772',
    callerName: 'Voicenter',
    ivrid: '2020101201cc7b38df',
    extenUser: 'SIPSIP2',
    did: '039001234',
    status: 'Ringing',
    direction: 'Incoming',
    recordFile: '2020101201cc7b38df-aws-SIPSIP2-972722776772.mp3',
    isMuted: false,
    callStarted: START / 1000 + 7_200,
    isAnswered: false,
    callAnswered: 0,
    currentCall: {
      callStarted: START / 1000 + 7_200,
      callAnswered: 0,
      answered: 0,
      callername: 'Voicenter',
      callerphone: '0722776772',
      callstatus: 'Ringing',
      customdata: { ticket: '17' },
      direction: 'Incoming',
      ivrid: '2020101201cc7b38df',
      recording: { Filename: '2020101201cc7b38df-aws-SIPSIP2-972722776772.mp3', IsMuted: 0 },
      did: '039001234',
      originalCallerID: '0722776772',
      isInternal: false,
    },
    customdata: { ticket: '17' },
  })
})

it('says when it was answered by the account’s clock, and that it is muted', () => {
  const talking = knownCall({
    ...call,
    ...{ phase: 'talking', statusWord: 'Talking', connected: true, answeredAt: START + 10_500 },
    recording: { ...call.recording, state: 'muted' },
  })
  expect(requestFields({ call: talking, phase: 'talking' }, clock)).toMatchObject({
    ...{ status: 'Talking', isAnswered: true, isMuted: true },
    callAnswered: START / 1000 + 7_200 + 10,
    currentCall: { answered: 1, callstatus: 'Talking', recording: { IsMuted: 1 } },
  })
})

it('has a cause at hang-up alone: empty, because nobody says it', () => {
  expect(requestFields({ call, phase: 'hangup' }, clock)).toMatchObject({ status: 'Hangup', cause: '' })
  expect(requestFields({ call, phase: 'ringing' }, clock)).not.toHaveProperty('cause')
})

it.each([
  [somePhone, '972722776772', false],
  [{ kind: 'digits', received: '100' }, '100', true],
  [{ kind: 'name', received: 'Yael Mor' }, 'Yael Mor', true],
  [{ kind: 'withheld', received: 'anonymous' }, '', false],
] as const)('%j', (phone, sent, isInternal) => {
  const fields = requestFields({ call: knownCall({ phone }), phase: 'ringing' }, null)
  expect(fields.phone).toBe(sent)
  expect(fields.currentCall).toMatchObject({ originalCallerID: phone.received, isInternal })
})

it('sends no time that it doesn’t know', () => {
  expect(requestFields({ call: knownCall({ startedAt: START }), phase: 'ringing' }, null)).toMatchObject({
    callStarted: 0,
    callAnswered: 0,
  })
})

it('does not claim that a recording is recorded or muted if nothing says so', () => {
  const unknown = knownCall({ recording: { state: 'unknown', fileName: '' } })
  const { currentCall } = requestFields({ call: unknown, phase: 'ringing' }, null)
  expect(currentCall['recording']).toEqual({ Filename: '' })
})
