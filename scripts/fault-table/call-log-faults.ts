import type { CallLogAnswer } from '../../core/call-log/call-log-answer.ts'
import { requestCallLog } from '../../core/call-log/call-log-client.ts'
import type { Attempt } from '../../core/telephony/attempt.ts'
import { EXTENSION, type CentreProcess } from './centre-process.ts'

/** What became of a request for the call log during a fault. */
export interface CallLogMeasure {
  readonly name: string
  readonly attempt: Attempt<CallLogAnswer>
}

/** What is simulated, in words for the reader. */
const FAULTS = [
  ['HTTP 401', '401'],
  ['HTTP 403', '403'],
  ['HTTP 404', '404'],
  ['HTTP 429', '429'],
  ['HTTP 500', '500'],
  ['half a body, then the connection is lost', 'half-body'],
  ['half a body, then the connection is closed normally', 'cut-short'],
  ['a web page with HTTP 200', 'web-page'],
  ['broken JSON', 'not-json'],
  ['JSON of another service', 'wrong-shape'],
  ['a redirect', 'redirect'],
  ['a body of 33 MB', 'too-large'],
  ['the connection dropped without a response', 'dropped'],
  ['ERROR_NUMBER 1', 'log-too-often'],
  ['ERROR_NUMBER 4', 'log-address'],
  ['records that appear an hour late', 'log-late'],
  ['records that contradict what polls showed', 'log-disagrees'],
  ['one record for a ring group', 'log-ring-group'],
  ['records of other extensions', 'log-unfiltered'],
  ['no ids', 'log-no-ids'],
  ['names and extensions in other case', 'log-case'],
  ['numbers as text', 'log-text'],
  ['dates in another zone', 'log-zone'],
  ['a record from tomorrow', 'log-tomorrow'],
  ['every record twice, with different durations', 'log-twice'],
  ['10,000 records, and others missing', 'log-10000'],
  ['unknown types and words, and values that aren’t records', 'log-unknown'],
] as const

export const CALL_LOG_KINDS: readonly string[] = FAULTS.map(([, kind]) => kind)

const HOUR_MS = 3_600_000

/** Requests the call log once during each fault; it has an answered call and a missed one. */
export async function measureCallLog(
  centre: CentreProcess,
  code: string,
): Promise<readonly CallLogMeasure[]> {
  await centre.sim('log-lag', { leastSeconds: 0, mostSeconds: 0 })
  for (const ivrid of ['fault-table-answered', 'fault-table-missed']) {
    await centre.sim('call', {
      extension: EXTENSION,
      ivrid,
      phone: ivrid.endsWith('answered') ? '0521234567' : '0541112223',
    })
    if (ivrid.endsWith('answered')) await centre.sim('answer', { ivrid })
    await centre.sim('hangup', { ivrid })
  }
  const measures: CallLogMeasure[] = []
  for (const [name, kind] of FAULTS) {
    await centre.sim('fault', { kind, endpoint: 'call-log' })
    measures.push({ name, attempt: await request(centre, code) })
    await centre.sim('fault', {}, 'DELETE')
  }
  return measures
}

function request(centre: CentreProcess, code: string): Promise<Attempt<CallLogAnswer>> {
  const now = Date.now()
  const after = (ms: number, run: () => void): (() => void) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  }
  return requestCallLog(
    { fetch, now: Date.now, after, url: `${centre.origin()}/hub/cdr/`, code, region: 'IL', masked: false },
    {
      extension: EXTENSION,
      span: { from: now - HOUR_MS, to: now },
      errorMs: 0,
      offsetMinutes: 180,
      known: () => null,
    },
    new AbortController().signal,
  )
}
