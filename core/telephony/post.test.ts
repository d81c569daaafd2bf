import { expect, it } from 'vitest'
import { virtualClock } from '../testing/virtual-clock.ts'
import { post } from './post.ts'

it('never throws, whatever happens while the request is written or its response is read', async () => {
  const parts = { fetch: () => Promise.resolve(new Response('')), after: virtualClock(0).after }
  const fail = (): never => {
    throw new TypeError('impossible')
  }
  const content = () => ({ headers: {}, body: '' })
  const { signal } = new AbortController()
  const url = 'https://receiver.example/'
  expect(await post(parts, url, fail, () => null, signal)).toMatchObject({ kind: 'unreachable' })
  expect(await post(parts, url, content, fail, signal)).toMatchObject({ kind: 'unreachable' })
})
