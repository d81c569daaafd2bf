import { coerceInteger } from '../coerce.ts'
import { readParsed } from '../envelope.ts'
import type { Reading } from '../envelope.ts'
import { fieldsOf } from '../fields.ts'
import { parseJson } from '../json/parse-json.ts'
import type { Parsed } from '../json/parse-json.ts'
import { isRecord } from '../records.ts'
import type { RepairLog } from '../repair-log.ts'
import type { DialAnswer, DialRefusal } from '../telephony-client.ts'

const REFUSALS: ReadonlyMap<number, DialRefusal> = new Map([
  [1, 'parameters'],
  [2, 'fault'],
  [3, 'offline'],
  [4, 'blocked'],
])

/** Without these fields, the response isn't from Click2Call. */
const NAMES = ['ERRORCODE', 'ERRORMESSAGE', 'CALLID'] as const

/** Reads a response of Click2Call, as JSON or, if the API ignored `format`, as XML. Never throws. */
export function createDialReader(log: RepairLog) {
  function readAnswer(body: unknown): Reading<DialAnswer> {
    log.begin()
    if (!isRecord(body)) return WRONG_SHAPE
    const code = coerceInteger(body['ERRORCODE']).value
    if (code === null) return WRONG_SHAPE
    const { text, id } = fieldsOf(body, log)
    const [message, callId] = [text('ERRORMESSAGE'), id('CALLID')]
    const answer: DialAnswer =
      code === 0
        ? { kind: 'accepted', callId: callId === '' ? null : callId }
        : { kind: 'declined', why: REFUSALS.get(code) ?? 'other', code: String(code), message }
    return { kind: 'answer', answer, repairs: log.collected().repairs }
  }

  return (text: string): Reading<DialAnswer> => readParsed(parsed(text), readAnswer)
}

const WRONG_SHAPE = { kind: 'malformed', why: 'wrong-shape' } as const

function parsed(text: string): Parsed {
  const fromXml = text.trimStart().startsWith('<') ? readXml(text) : null
  return fromXml === null ? parseJson(text) : { kind: 'json', value: fromXml, repaired: text }
}

/** The documented fields of an XML response; null if it has no `ERRORCODE`, like a web page. */
function readXml(text: string): Readonly<Record<string, string>> | null {
  const values = NAMES.flatMap((name) => {
    const value = new RegExp(`<${name}>([^<]{0,500})</${name}>`, 'i').exec(text)?.[1]
    return value === undefined ? [] : [[name, value] as const]
  })
  return values.some(([name]) => name === 'ERRORCODE') ? Object.fromEntries(values) : null
}
