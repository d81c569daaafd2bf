import * as v from 'valibot'
import type { RepairLog } from '../repair-log.ts'
import type { MuteAnswer } from '../telephony-client.ts'
import { errFailure, readErr } from '../envelope.ts'
import type { Reading } from '../envelope.ts'
import { createFields } from '../fields.ts'
import { isRecord } from '../records.ts'

/** Reads the response of MuteUnmuteCalls, which has its own wrapper: `ErrorCode`, `Message`, `ActionID`. Never throws. */
export function createMuteReader(log: RepairLog) {
  const fields = createFields(log)
  const wireAnswer = v.object({ ErrorCode: fields.text('ErrorCode', 32), Message: fields.text('Message') })

  return (body: unknown): Reading<MuteAnswer> => {
    log.begin()
    if (!isRecord(body)) return { kind: 'malformed', why: 'wrong-shape' }
    const err = readErr(body)
    if (err !== null && err !== 0) return errFailure(err, 200)
    if (!Object.hasOwn(body, 'ErrorCode')) return { kind: 'malformed', why: 'wrong-shape' }
    const { ErrorCode, Message } = v.parse(wireAnswer, body)
    // The documented ErrorCode is text, yet a number is as common: not worth reporting as a repair.
    const repairs = log.collected().repairs.filter((repair) => repair.path !== 'ErrorCode')
    return { kind: 'answer', answer: meaning(ErrorCode, Message), repairs }
  }
}

function meaning(code: string, message: string): MuteAnswer {
  if (/not found/i.test(message)) return { kind: 'no-such-call' }
  return code === '200' ? { kind: 'done' } : { kind: 'not-done', code }
}
