import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRepairLog } from '../repair-log.ts'
import { createMuteReader } from './mute-reader.ts'

const DOCUMENTED: unknown = JSON.parse(
  readFileSync(new URL('../../tests/fixtures/api/mute.json', import.meta.url), 'utf8'),
)

const reader = createMuteReader(createRepairLog())

describe('the mute reader', () => {
  it.each([DOCUMENTED, { ErrorCode: 200, Message: 'Success' }])(
    'reads %j as done, without repairs',
    (json) => {
      expect(reader(json)).toEqual({ kind: 'answer', answer: { kind: 'done' }, repairs: [] })
    },
  )

  it('reports a call that doesn’t exist', () => {
    expect(reader({ ErrorCode: '404', Message: 'UniqueIvrID not found' })).toMatchObject({
      answer: { kind: 'no-such-call' },
    })
  })

  it('reports anything else by its code', () => {
    expect(reader({ ErrorCode: 400, Message: 'Parameters are not valid' })).toMatchObject({
      answer: { kind: 'not-done', code: '400' },
    })
  })

  it('doesn’t treat silence as success', () => {
    expect(reader({ ErrorCode: null, Message: 'Success' })).toMatchObject({
      answer: { kind: 'not-done', code: '' },
    })
  })

  it('reports an ERR as the other calls do', () => {
    expect(reader({ ERR: 2, DESC: 'Internal error.' })).toEqual({ kind: 'faulty', status: 200, err: 2 })
  })

  it.each([{}, [], 'Success', null, { Message: 'Success' }])('rejects %j as not from this API', (json) => {
    expect(reader(json)).toEqual({ kind: 'malformed', why: 'wrong-shape' })
  })
})
