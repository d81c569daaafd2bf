import { describe, expect, it } from 'vitest'
import { coerceEpoch, coerceFlag, coerceId, coerceInteger, coerceText } from './coerce.ts'

describe('coerceInteger', () => {
  it.each([
    ['7', 7, 'numeric-string'],
    [' -3 ', -3, 'numeric-string'],
    ['7.0', 7, 'numeric-string'],
    [7.9, 7, 'wrong-type'],
    ['seven', null, 'wrong-type'],
    ['9'.repeat(30), null, 'wrong-type'],
    [true, null, 'wrong-type'],
    [[], null, 'wrong-type'],
    [1e300, null, 'wrong-type'],
    ['', null, 'missing'],
    [null, null, 'missing'],
    [undefined, null, 'missing'],
  ])('makes %j %j (%s)', (value, coerced, what) => {
    expect(coerceInteger(value)).toEqual({ value: coerced, what })
  })
})

describe('coerceEpoch', () => {
  it.each([
    ['1602465818', 1602465818, 'numeric-string'],
    ['0', null, 'numeric-string'],
    [-1, null, 'wrong-type'],
    [1602465818000, null, 'wrong-type'],
    [null, null, 'missing'],
  ])('makes %j %j (%s)', (value, seconds, what) => {
    expect(coerceEpoch(value)).toEqual({ value: seconds, what })
  })
})

describe('coerceFlag', () => {
  it.each([
    ['1', true, 'numeric-string'],
    ['0', false, 'numeric-string'],
    [true, true, 'wrong-type'],
    ['False', false, 'wrong-type'],
    [2, null, 'wrong-type'],
    ['yes', null, 'wrong-type'],
    [null, null, 'missing'],
  ])('makes %j %j (%s)', (value, flag, what) => {
    expect(coerceFlag(value)).toEqual({ value: flag, what })
  })
})

describe('coerceText', () => {
  it.each([
    [722776772, '722776772', 'number-for-text'],
    [null, '', 'missing'],
    [{}, '', 'wrong-type'],
    [[], '', 'wrong-type'],
  ])('makes %j %j (%s)', (value, text, what) => {
    expect(coerceText(value, 20)).toEqual({ value: text, what })
  })
})

describe('coerceId', () => {
  it.each([
    [12, '12', 'number-for-text'],
    [202010131430590714966n, '202010131430590714966', 'number-for-text'],
    [['a1'], 'a1', 'wrong-type'],
    [false, 'false', 'wrong-type'],
    ['  ', '', null],
    [null, '', null],
    [undefined, '', null],
  ])('makes %s “%s” (%s)', (value, id, what) => {
    expect(coerceId(value, 64)).toEqual({ value: id, what })
  })
})
