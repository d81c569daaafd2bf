import { describe, expect, it } from 'vitest'
import type { SeenExtension } from '../../../core/domain.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import { testAccount } from './test-account.ts'

const seen: SeenExtension = {
  extension: 'SIPSIP2',
  owner: 'Dana Levi',
  representative: 'Yael Cohen',
  onlineUserId: 5,
  status: { word: 'login', number: 1 },
  calls: [],
}
const reached = (answer: readonly SeenExtension[]): Attempt<readonly SeenExtension[]> => ({
  kind: 'reached',
  answer,
  repairs: [],
  sentAt: 0,
  receivedAt: 1,
  serverDate: null,
})
const test = (attempt: Attempt<readonly SeenExtension[]>) =>
  testAccount({ extensions: () => Promise.resolve(attempt) }, 'SIPSIP2', new AbortController().signal)

describe('testAccount', () => {
  it('names who is logged in', async () => {
    expect(await test(reached([seen]))).toEqual({
      kind: 'found',
      name: 'Yael Cohen',
      extension: 'SIPSIP2',
      loggedIn: true,
      calls: 0,
    })
  })

  it('names whose extension it is when nobody is logged in', async () => {
    expect(await test(reached([{ ...seen, onlineUserId: 0 }]))).toMatchObject({
      name: 'Dana Levi',
      loggedIn: false,
    })
  })

  it('treats an empty list, or another extension, as an unknown extension and never as no calls', async () => {
    expect(await test(reached([]))).toEqual({ kind: 'unknown-extension' })
    expect(await test(reached([{ ...seen, extension: 'sipsip2' }]))).toEqual({ kind: 'unknown-extension' })
  })

  it('reports why there was no response', async () => {
    const failure = { kind: 'unreachable', why: 'dns' } as const
    expect(await test(failure)).toEqual({ kind: 'failed', failure })
  })
})
