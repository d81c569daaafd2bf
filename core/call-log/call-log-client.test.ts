import { describe, expect, it } from 'vitest'
import type { Attempt } from '../telephony/attempt.ts'
import type { CallLogAnswer } from './call-log-answer.ts'
import { requestCallLog } from './call-log-client.ts'

const NINE = Date.UTC(2026, 10, 28, 9)
const HOUR = 3_600_000

const RECORD = {
  ...{ CallID: 'a', Date: '2026-11-28T09:10:00Z', CdrType: 8, DialStatus: 'ANSWER', Duration: 5 },
  ...{ CallerNumber: '0521234567', Targetextension: 'SIPSIP2', DID: '0777000100', QueueName: 'Sales' },
  RecordURL: 'https://cpanel.voicenter.co.il/a.mp3',
}
const BODY = JSON.stringify({ ERROR_NUMBER: 0, CDR_LIST: [RECORD] })

interface Sent {
  readonly url: string
  readonly body: string
}

async function request(
  response: () => Response,
  change: { readonly masked?: boolean; readonly errorMs?: number } = {},
): Promise<{ readonly attempt: Attempt<CallLogAnswer>; readonly sent: readonly Sent[] }> {
  const sent: Sent[] = []
  const attempt = await requestCallLog(
    {
      fetch: (input, init) => {
        sent.push({
          url: input instanceof Request ? input.url : input.toString(),
          body: typeof init?.body === 'string' ? init.body : '',
        })
        return Promise.resolve(response())
      },
      now: () => NINE + HOUR,
      after: () => () => undefined,
      url: 'https://api.example.com/hub/cdr/',
      code: 'secret',
      region: 'IL',
      masked: change.masked ?? false,
    },
    {
      extension: 'SIPSIP2',
      span: { from: NINE + 400, to: NINE + HOUR - 300 },
      errorMs: change.errorMs ?? 0,
      offsetMinutes: 120,
      known: () => null,
    },
    new AbortController().signal,
  )
  return { attempt, sent }
}

describe('a request for the call log', () => {
  it('asks for one extension and span, in whole seconds of UTC, the newest first; the code is in the body only', async () => {
    const { attempt, sent } = await request(() => new Response(BODY))
    expect(attempt).toMatchObject({ kind: 'reached', answer: { calls: [{ ivrid: 'a' }] } })
    expect(sent.map(({ url }) => url)).toEqual(['https://api.example.com/hub/cdr/'])
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      code: 'secret',
      search: { fromdate: '2026-11-28T09:00:00', todate: '2026-11-28T10:00:00', extensions: ['SIPSIP2'] },
      sort: [{ field: 'date', order: 'desc' }],
    })
  })

  it('is in true time although this computer’s clock is wrong', async () => {
    const { sent } = await request(() => new Response(BODY), { errorMs: HOUR })
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      search: { fromdate: '2026-11-28T08:00:00', todate: '2026-11-28T09:00:00' },
    })
  })

  it('masks numbers and hides recordings of an extension that may be a colleague’s', async () => {
    const { attempt } = await request(() => new Response(BODY), { masked: true })
    const text = JSON.stringify(attempt)
    expect(text).toContain('•••567')
    expect(text).not.toContain('1234567')
    expect(attempt).toMatchObject({ answer: { calls: [{ recordingUrl: null }] } })
  })

  it.each([
    [403, '', { kind: 'refused', why: 'address' }],
    [404, '<html>Not found</html>', { kind: 'faulty', status: 404, err: null }],
    [500, JSON.stringify({ ERROR_NUMBER: 2 }), { kind: 'refused', why: 'code' }],
    [500, BODY, { kind: 'faulty', status: 500, err: null }],
    [503, 'later', { kind: 'faulty', status: 503, err: null, retryAfterMs: 9_000 }],
    [429, '', { kind: 'limited', retryAfterMs: 9_000 }],
    [200, JSON.stringify({ ERROR_NUMBER: 1 }), { kind: 'limited', retryAfterMs: null }],
    [200, JSON.stringify({ ERROR_NUMBER: 5 }), { kind: 'faulty', status: 200, err: 5 }],
    [200, '<html>Sign in</html>', { kind: 'malformed', why: 'web-page' }],
    [200, BODY.slice(0, 90), { kind: 'malformed', why: 'cut-short' }],
    [200, `"${'x'.repeat(17 * 1024 * 1024)}"`, { kind: 'malformed', why: 'too-large' }],
    [302, '', { kind: 'malformed', why: 'redirect' }],
  ])('that gets HTTP %i and %.30s fails with what it means', async (status, body, failure) => {
    const headers = status === 503 || status === 429 ? { 'retry-after': '9' } : {}
    const { attempt } = await request(() => new Response(body, { status, headers }))
    expect(attempt).toEqual(failure)
  })

  it('fails without a connection', async () => {
    const { attempt } = await request(() => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) })
    })
    expect(attempt).toEqual({ kind: 'unreachable', why: 'dns' })
  })
})
