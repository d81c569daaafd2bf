import { expect, it } from 'vitest'
import type { ReadExtension } from '../domain.ts'
import { seenCall, seenExtension } from '../testing/seen.ts'
import type { Attempt } from '../telephony/attempt.ts'
import { maskedClient } from './masked-client.ts'

function clientOf(attempt: () => Attempt<readonly ReadExtension[]>) {
  const unused = () => Promise.reject(new Error('not asked'))
  const limits = { requestMs: 1, holdMs: 1, blindMs: 1 }
  const others = { queues: unused, mute: unused, setStatus: unused, dial: unused, hangUp: unused }
  return maskedClient({ limits, extensions: () => Promise.resolve(attempt()), ...others })
}
const signal = new AbortController().signal
const reached = (answer: readonly ReadExtension[]): Attempt<readonly ReadExtension[]> => ({
  kind: 'reached',
  answer,
  repairs: [],
  sentAt: 0,
  receivedAt: 0,
  serverDate: null,
})

it('masks every call, and returns the same objects for unchanged ones', async () => {
  const dialled = { kind: 'digits', received: '0529876543' } as const
  const [still, moving] = [
    seenExtension([seenCall()]),
    seenExtension([
      seenCall({ did: dialled, direction: 'outgoing', statusWord: 'Transferred from 052-987 6543' }),
    ]),
  ]
  let answer: readonly ReadExtension[] = [still, moving]
  const client = clientOf(() => reached(answer))
  const ask = async () => {
    const attempt = await client.extensions(null, signal)
    return attempt.kind === 'reached' ? attempt.answer : []
  }
  const first = await ask()
  expect(first[1]?.calls[0]).toMatchObject({
    phone: { kind: 'withheld' },
    did: { kind: 'withheld', received: '•••543' },
    recording: { fileName: '' },
    statusWord: 'Transferred from •••',
  })
  expect(await ask()).toBe(first)
  answer = [still, { ...moving }]
  const next = await ask()
  expect(next).not.toBe(first)
  expect(next[0]).toBe(first[0])
})

it('passes a failure on', async () => {
  const failure = { kind: 'unreachable', why: 'network' } as const
  expect(await clientOf(() => failure).extensions(null, signal)).toBe(failure)
})
