import { describe, expect, it } from 'vitest'
import { createRepairLog } from './repair-log.ts'
import { readCustomData } from './custom-data.ts'

const read = (value: unknown) => {
  const log = createRepairLog()
  const texts = readCustomData(value, log)
  return { texts, repairs: log.collected().repairs.map((repair) => repair.what) }
}

describe('readCustomData', () => {
  it('returns names and texts', () => {
    expect(read({ ticket: '42', n: 7, yes: true, none: null })).toEqual({
      texts: { ticket: '42', n: '7', yes: 'true', none: '' },
      repairs: [],
    })
  })

  it('reads [] as empty, and a list of objects as one object', () => {
    expect(read([])).toEqual({ texts: {}, repairs: ['array-for-object'] })
    expect(read([{ a: '1' }, { b: '2' }, 'three'])).toEqual({
      texts: { a: '1', b: '2', 2: 'three' },
      repairs: ['array-for-object'],
    })
  })

  it.each([
    [undefined, 'missing'],
    [null, 'missing'],
    ['', 'missing'],
    ['text', 'wrong-type'],
    [7, 'wrong-type'],
  ])('takes %j for nothing (%s)', (value, what) => {
    expect(read(value)).toEqual({ texts: {}, repairs: [what] })
  })

  it('writes nested values as text, down to a depth', () => {
    expect(read({ a: { b: ['x', 1, null] } }).texts).toEqual({ a: '{"b":["x",1,null]}' })
    expect(read({ a: { b: { c: { d: { e: 1 } } } } }).texts).toEqual({ a: '{"b":{"c":{"d":…}}}' })
  })

  it('isn’t fooled by property names of JavaScript', () => {
    const { texts } = read(JSON.parse('{"__proto__":"x","constructor":"y","toString":"z"}'))
    expect(Object.entries(texts)).toEqual([
      ['constructor', 'y'],
      ['toString', 'z'],
    ])
    expect(Object.getPrototypeOf(texts)).toBe(Object.prototype)
  })

  it('retains no more than can be shown', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`k${index}`, 'v'.repeat(5_000)]),
    )
    const { texts } = read(many)
    expect(Object.keys(texts)).toHaveLength(64)
    expect(texts['k0']).toHaveLength(500)
  })
})
