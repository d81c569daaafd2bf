import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { createJournal } from '../create-journal.ts'
import { migrate, NEWEST_VERSION, versionOf } from './migrations.ts'

it('upgrades a file of the first version with all its data: calls are found, and unseen missed ones stay listed', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db, 1)
  const insert = db.prepare(`
    INSERT INTO calls (id, extension, ivrid, agent, name, direction, started_at, first_seen_at, ended_at, outcome, seen)
    VALUES (?, 'SIPSIP2', ?, '', ?, 'incoming', ?, ?, ?, 'missed', ?)`)
  insert.run(1_000_000, 'a1', 'נֹעָה כֹּהֵן', 1_000, 1_000, 2_000, 0)
  insert.run(2_000_000, 'a2', 'Dana', 2_000, 2_000, 3_000, 1)
  migrate(db)
  expect(versionOf(db)).toBe(NEWEST_VERSION)
  const journal = createJournal(db, {
    customKeys: () => new Set(),
    retentionDays: () => 90,
    log: () => undefined,
  })
  expect(journal.missedCalls().map(({ ivrid }) => ivrid)).toEqual(['a1'])
  const found = journal.history({ filter: 'all', text: 'נעה', limit: 9 }).calls
  expect(found.map(({ ivrid }) => ivrid)).toEqual(['a1'])
})
