import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRepairLog } from './repair-log.ts'
import { createMuteReader } from './mute-reader.ts'

const DOCUMENTED: unknown = JSON.parse(
  readFileSync(new URL('../../tests/fixtures/api/mute.json', import.meta.url), 'utf8'),
)

const reader = createMuteReader(createRepairLog())

describe('the mute reader', () => {
  it.each([DOCUMENTED, { ErrorCode: 200, Message: 'Success' }])(
    'reads %j as done, with nothing to bend',
    (json) => {
      expect(reader(json)).toEqual({ kind: 'answer', answer: { kind: 'done' }, bends: [] })
    },
  )

  it('tells of a call that is not there', () => {
    expect(reader({ ErrorCode: '404', Message: 'UniqueIvrID not found' })).toMatchObject({
      answer: { kind: 'no-such-call' },
    })
  })

  it('tells of anything else by its code', () => {
    expect(reader({ ErrorCode: 400, Message: 'Parameters are not valid' })).toMatchObject({
      answer: { kind: 'not-done', code: '400' },
    })
  })

  it('does not take silence for success', () => {
    expect(reader({ ErrorCode: null, Message: 'Success' })).toMatchObject({
      answer: { kind: 'not-done', code: '' },
    })
  })

  it('tells an ERR as the other calls do', () => {
    expect(reader({ ERR: 2, DESC: 'Internal error.' })).toEqual({ kind: 'faulty', status: 200, err: 2 })
  })

  it.each([{}, [], 'Success', null, { Message: 'Success' }])('takes %j for no answer of this API', (json) => {
    expect(reader(json)).toEqual({ kind: 'malformed', why: 'wrong-shape' })
  })
})
