import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { migrate } from '../database/migrations.ts'
import { TALK_AFTER } from './talk-after.ts'

it('looks only at talks, so that hundreds of calls in vain from one number cost no more than a few', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db)
  const [step, ...others] = db.prepare(`EXPLAIN QUERY PLAN ${TALK_AFTER}`).all()
  expect(step?.['detail']).toBe('SEARCH calls USING INDEX calls_talks (caller=? AND id>?)')
  expect(others).toEqual([])
})
