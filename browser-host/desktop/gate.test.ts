import { describe, expect, it } from 'vitest'
import { createGate, type Visitor } from './gate.ts'

const gate = createGate(4711, 'right')
const cookie = gate.cookie.split(';')[0] ?? ''
const ORIGIN = 'http://127.0.0.1:4711'
const visitor = (change: Partial<Visitor>): Visitor => ({
  host: '127.0.0.1:4711',
  origin: undefined,
  cookie: undefined,
  ticket: null,
  secret: null,
  ...change,
})
const ticket = (): string | null => new URL(gate.address()).searchParams.get('ticket')

describe('the gate', () => {
  it.each<[string, Partial<Visitor>, boolean]>([
    ['the cookie', { cookie: `other=1; ${cookie}` }, true],
    ['the cookie, from the page itself', { cookie, origin: ORIGIN }, true],
    ['nothing', {}, false],
    ['the secret alone', { secret: 'right' }, false],
    ['the secret as a cookie', { cookie: 'ringside-4711=right' }, false],
    ['the cookie of a host on another port', { cookie: cookie.replace('4711', '4712') }, false],
    ['the cookie, by another name of this computer', { cookie, host: 'localhost:4711' }, false],
    ['the cookie and no name', { cookie, host: undefined }, false],
    ['the cookie, from another page', { cookie, origin: 'http://127.0.0.1:4712' }, false],
  ])('judges a request for a file with %s', (_name, change, opens) => {
    expect(gate.opensFiles(visitor(change))).toBe(opens)
  })

  it.each<[string, Partial<Visitor>, boolean]>([
    ['the secret, from the page itself', { secret: 'right', origin: ORIGIN }, true],
    ['the secret and no origin', { secret: 'right' }, false],
    ['the secret, from another page', { secret: 'right', origin: 'http://127.0.0.1:4712' }, false],
    ['the secret, by another name', { secret: 'right', origin: ORIGIN, host: 'localhost:4711' }, false],
    ['the cookie alone', { cookie, origin: ORIGIN }, false],
    ['what the cookie holds, as the secret', { secret: cookie.split('=')[1] ?? '', origin: ORIGIN }, false],
    ['a wrong secret', { secret: 'wrong', origin: ORIGIN }, false],
    ['an empty secret', { secret: '', origin: ORIGIN }, false],
  ])('judges a socket with %s', (_name, change, opens) => {
    expect(gate.opensSocket(visitor(change))).toBe(opens)
  })

  it('accepts a ticket once, and only one that it issued', () => {
    const [one, other] = [ticket(), ticket()]
    expect(gate.redeems(visitor({ ticket: one, host: 'localhost:4711' }))).toBe(false)
    expect(gate.redeems(visitor({ ticket: one }))).toBe(true)
    expect(gate.redeems(visitor({ ticket: one }))).toBe(false)
    expect(gate.redeems(visitor({ ticket: other }))).toBe(true)
    for (const wrong of [null, '', 'guess', 'right'])
      expect(gate.redeems(visitor({ ticket: wrong }))).toBe(false)
  })
})
