import { expect, it } from 'vitest'
import { askReadOnly } from './ask-read-only.ts'

const answersTo = (status: number, body: unknown) =>
  askReadOnly({
    wire: {
      fetch: () => Promise.resolve(new Response(JSON.stringify(body), { status })),
      now: () => Date.UTC(2026, 0, 15, 6),
      after: () => () => undefined,
    },
    code: 'probe-code',
    baseUrl: 'https://calls.invalid/API',
    logUrl: 'https://calls.invalid/log',
    rest: () => Promise.resolve(),
  })

it('reads no response of a web server that doesn’t have the address', async () => {
  const { extensions, log } = await answersTo(404, { statusCode: 404, message: 'Not Found' })
  expect([extensions, log]).toEqual([
    { kind: 'none', why: 'HTTP 404' },
    { kind: 'none', why: 'HTTP 404' },
  ])
})

it.each([{ ERR: 2, DESC: 'Wrong code' }, { ERROR_NUMBER: 1 }, { Err: '1' }])(
  'reads an error of the API with any status: %j',
  async (body) => {
    expect((await answersTo(404, body)).extensions).toMatchObject({ kind: 'json', status: 404, body })
  },
)
