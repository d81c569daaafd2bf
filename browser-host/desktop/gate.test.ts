import { describe, expect, it } from 'vitest'
import { createGate, type Visitor } from './gate.ts'

const gate = createGate(4711, 'right')
const visitor = (change: Partial<Visitor>): Visitor => ({
  host: '127.0.0.1:4711',
  origin: undefined,
  cookie: undefined,
  token: null,
  ...change,
})

describe('the gate', () => {
  it.each([
    ['the token in the query', { token: 'right' }, true],
    ['the cookie', { cookie: 'other=1; ringside-4711=right' }, true],
    ['neither', {}, false],
    ['a wrong token', { token: 'wrong' }, false],
    ['an empty token', { token: '' }, false],
    ['the cookie of a host on another port', { cookie: 'ringside-4712=right' }, false],
    ['another name for this computer', { token: 'right', host: 'localhost:4711' }, false],
    ['no name at all', { token: 'right', host: undefined }, false],
    ['another page', { token: 'right', origin: 'http://127.0.0.1:4712' }, false],
    ['the page itself', { token: 'right', origin: 'http://127.0.0.1:4711' }, true],
  ])('judges a request with %s', (_name, change, admitted) => {
    expect(gate.admits(visitor(change))).toBe(admitted)
  })

  it('wants an origin of every websocket', () => {
    expect(gate.admitsSocket(visitor({ token: 'right' }))).toBe(false)
    expect(gate.admitsSocket(visitor({ token: 'right', origin: 'http://127.0.0.1:4711' }))).toBe(true)
    expect(gate.admitsSocket(visitor({ origin: 'http://127.0.0.1:4711' }))).toBe(false)
  })
})
