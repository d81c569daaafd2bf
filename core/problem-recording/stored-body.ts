import { parseJson } from '../telephony/json/parse-json.ts'
import { MAX_BODY_BYTES } from '../telephony/read-body.ts'
import type { RecordedBody } from './recording.ts'
import type { Redactor } from './redactor.ts'
import type { BodyEnd } from './tap-response.ts'

/** The stored form of a body: JSON with all personal data replaced; for anything else its kind and length. */
export function storedBody(
  ended: Exclude<BodyEnd, { kind: 'broke' }>,
  redactor: Pick<Redactor, 'body'>,
): RecordedBody {
  if (ended.kind === 'left') {
    return ended.bytes > MAX_BODY_BYTES.extension
      ? { kind: 'too-large', length: ended.bytes }
      : { kind: 'unread' }
  }
  const parsed = parseJson(ended.text)
  if (parsed.kind === 'json') return { kind: 'json', text: redactor.body(parsed.repaired ?? ended.text) }
  const { why } = parsed
  return {
    kind: 'no-json',
    why: why === 'web-page' || why === 'cut-short' ? why : 'not-json',
    length: ended.text.length,
  }
}
