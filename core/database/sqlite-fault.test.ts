import { describe, expect, it } from 'vitest'
import { sqliteFault } from './sqlite-fault.ts'

describe('sqliteFault', () => {
  it.each([
    [11, 'corrupt'],
    [267, 'corrupt'], // in a virtual table
    [26, 'corrupt'],
    [8, 'read-only'],
    [1032, 'read-only'], // the file was moved away
    [14, 'read-only'],
    [3850, 'read-only'], // no lock on a read-only file
    [13, 'full'],
    [5, 'locked'],
    [10, 'disk'],
    [778, 'disk'], // while writing
    [1, 'other'],
  ] as const)('reads %i as %s', (errcode, fault) =>
    expect(sqliteFault(Object.assign(new Error('no'), { errcode }))).toBe(fault),
  )

  it('treats anything not from SQLite as our own bug', () => {
    for (const error of [new TypeError('no'), null, undefined, 'no', { errcode: '11' }])
      expect(sqliteFault(error)).toBe('other')
  })
})
