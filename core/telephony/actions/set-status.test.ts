import { describe, expect, it } from 'vitest'
import { createClient } from '../client.ts'

const CODE = 's3cret-c0de'
const change = { extension: 'SIPSIP2', userId: 7, status: 3 }

function setUp(body: BodyInit, statusUrl: string | null = 'https://host.example/UserLogin/SetStatusFromAPI') {
  const seen: { url: string; body: string; init: RequestInit }[] = []
  const never: typeof fetch = () => Promise.reject(new Error('not by this one'))
  const client = createClient({
    fetch: never,
    actFetch: async (input, init = {}) => {
      const request = new Request(input, init)
      seen.push({ url: request.url, body: await request.text(), init })
      return new Response(body)
    },
    now: () => 1,
    baseUrl: 'https://host.example/comet/API',
    muteUrl: 'https://host.example/mute',
    statusUrl,
    code: CODE,
    region: 'IL',
  })
  return { set: () => client.setStatus(change, new AbortController().signal), seen }
}

describe('setting a status', () => {
  it('is one POST with the code only in its body, the person as text and the status as a number', async () => {
    const { set, seen } = setUp('{"Status":1,"StatusError":1,"StatusErroMessage":"OK"}')
    expect(await set()).toMatchObject({ kind: 'reached', answer: { kind: 'done' }, repairs: [] })
    expect(seen).toHaveLength(1)
    const [{ url, body, init } = { url: '', body: '', init: {} }] = seen
    expect([init.method, url.includes(CODE), JSON.stringify(init.headers).includes(CODE)]).toEqual([
      'POST',
      false,
      false,
    ])
    expect(JSON.parse(body)).toEqual({
      Code: CODE,
      UserId: '7',
      ExtensionUser: 'SIPSIP2',
      Status: 3,
    })
  })

  it('sends nothing where the code may not be sent, or without https', async () => {
    for (const url of [null, 'http://host.example/status']) {
      const { set, seen } = setUp('{}', url)
      expect([await set(), seen]).toEqual([{ kind: 'unreachable', why: 'insecure-url' }, []])
    }
  })

  it.each([
    ['XML', '<?xml version="1.0"?><Answer><ERRORCODE>0</ERRORCODE></Answer>', { kind: 'malformed' }],
    ['a web page', '<!doctype html><html></html>', { kind: 'malformed', why: 'web-page' }],
    ['empty', '', { kind: 'malformed' }],
  ])('isn’t done if the response is %s', async (_what, body, expected) => {
    expect(await setUp(body).set()).toMatchObject(expected)
  })
})
