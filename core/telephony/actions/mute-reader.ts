import type { RepairLog } from '../repair-log.ts'
import type { MuteAnswer } from '../telephony-client.ts'
import { errFailure, readErr } from '../envelope.ts'
import type { Reading } from '../envelope.ts'
import { fieldsOf } from '../fields.ts'
import { isRecord } from '../records.ts'

/** Reads the response of MuteUnmuteCalls, which has its own wrapper: `ErrorCode`, `Message`, `ActionID`. Never throws. */
export function createMuteReader(log: RepairLog) {
  return (body: unknown): Reading<MuteAnswer> => {
    log.begin()
    if (!isRecord(body)) return { kind: 'malformed', why: 'wrong-shape' }
    const err = readErr(body)
    if (err !== null && err !== 0) return errFailure(err, 200)
    if (!Object.hasOwn(body, 'ErrorCode')) return { kind: 'malformed', why: 'wrong-shape' }
    const { text } = fieldsOf(body, log)
    const answer = meaning(text('ErrorCode', 32), text('Message'))
    // The documented ErrorCode is text, yet a number is as common: not worth reporting as a repair.
    const repairs = log.collected().repairs.filter((repair) => repair.path !== 'ErrorCode')
    return { kind: 'answer', answer, repairs }
  }
}

function meaning(code: string, message: string): MuteAnswer {
  if (/not found/i.test(message)) return { kind: 'no-such-call' }
  return code === '200' ? { kind: 'done' } : { kind: 'not-done', code }
}
