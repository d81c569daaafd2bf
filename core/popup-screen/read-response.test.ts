import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../testing/any-text.ts'
import { readResponse, type ResponseReading } from './read-response.ts'

const allowed = { hosts: ['crm.example'], schemes: [] }
const read = (body: unknown): ResponseReading =>
  readResponse(typeof body === 'string' ? body : JSON.stringify(body), allowed)

const dana = { name: 'Dana Levi', company: 'Brightwater', matches: 1, url: 'https://crm.example/c/17' }
const documented = {
  ...{ STATUS: 'OK', URL: dana.url, CLIENTNAME: dana.name, TOTAL: 1, COMPANY: dana.company },
}

/** 64 kB that a recursive reader doesn't survive. */
const TOWER = `{"STATUS":${'['.repeat(32_000)}${']'.repeat(32_000)}}`

it('reads the documented response', () => {
  expect(read(documented)).toEqual({ kind: 'read', caller: dana, problems: [] })
})

it('reads names of fields and STATUS in any case, and a count as text', () => {
  const lower = { status: 'ok', url: dana.url, clientname: dana.name, total: '1', company: dana.company }
  expect(read(lower)).toEqual({ kind: 'read', caller: dana, problems: [] })
})

it('needs nothing but STATUS', () => {
  const caller = { name: '', company: '', matches: null, url: '' }
  expect(read({ STATUS: 'OK' })).toEqual({ kind: 'read', caller, problems: [] })
})

it('takes the company for the caller if there is no name', () => {
  expect(read({ STATUS: 'OK', CLIENTNAME: null, COMPANY: 'Brightwater' })).toMatchObject({
    caller: { name: 'Brightwater', company: '' },
  })
})

describe('bad input', () => {
  it.each([
    ['another STATUS', { STATUS: 'ERROR' }, { kind: 'not-ok', status: 'ERROR' }],
    ['STATUS as a tower of lists', TOWER, { kind: 'malformed', why: 'wrong-shape' }],
    ['STATUS as a number', { STATUS: 500 }, { kind: 'not-ok', status: '500' }],
    ['no STATUS', { CLIENTNAME: 'Dana' }, { kind: 'malformed', why: 'wrong-shape' }],
    ['a list', [documented], { kind: 'malformed', why: 'wrong-shape' }],
    ['a login page', '<!doctype html><title>Sign in</title>', { kind: 'malformed', why: 'web-page' }],
    ['half a body', '{"STATUS":"OK","CLIENT', { kind: 'malformed', why: 'cut-short' }],
    ['nothing', '', { kind: 'malformed', why: 'not-json' }],
  ])('%s', (_what, body, reading) => {
    expect(read(body)).toEqual(reading)
  })

  it('doesn’t show a number as a name', () => {
    for (const CLIENTNAME of [972501234567, '050-123-4567'])
      expect(read({ STATUS: 'OK', CLIENTNAME })).toMatchObject({
        caller: { name: '' },
        problems: [{ what: 'no-name' }],
      })
    expect(read({ STATUS: 'OK', COMPANY: '050-123-4567' })).toMatchObject({
      caller: { name: '', company: '' },
      problems: [{ what: 'no-name' }],
    })
  })

  it('shows markup as text, and says so', () => {
    expect(read({ STATUS: 'OK', CLIENTNAME: '<b>Dana</b>\u202e' })).toMatchObject({
      caller: { name: '<b>Dana</b>' },
      problems: [{ what: 'markup' }],
    })
  })

  it('reads entities, and cuts a name of a megabyte', () => {
    expect(read({ STATUS: 'OK', CLIENTNAME: 'Levi &amp; Sons' })).toMatchObject({
      caller: { name: 'Levi & Sons' },
      problems: [],
    })
    const reading = read({ STATUS: 'OK', CLIENTNAME: 'x'.repeat(1_000_000) })
    expect(reading.kind === 'read' && reading.caller.name.length).toBe(80)
  })

  it.each([
    ['javascript:alert(1)', 'script'],
    ['https://evil.example/', 'host-not-listed'],
    ['https://crm.example@evil.example/', 'user-info'],
    ['http://crm.example/', 'scheme'],
    ['/c/17', 'scheme'],
    ['https://crm.example\\.evil.example/', 'backslash'],
    [`https://crm.example/${'x'.repeat(3_000)}`, 'too-long'],
  ])('opens no page at %s', (URL, why) => {
    expect(read({ ...documented, URL })).toMatchObject({
      caller: { name: 'Dana Levi', url: '' },
      problems: [{ what: 'page', why }],
    })
  })

  it.each([-1, 'many', {}, true])('ignores %j as a count', (TOTAL) => {
    expect(read({ STATUS: 'OK', TOTAL })).toMatchObject({
      caller: { matches: null },
      problems: [{ what: 'not-a-count' }],
    })
  })
})

it('reads any text without throwing, and shows nothing that reorders or hides text', () => {
  fc.assert(
    fc.property(anyText(), anyText(), fc.jsonValue(), (CLIENTNAME, COMPANY, TOTAL) => {
      const reading = read({ STATUS: 'OK', CLIENTNAME, COMPANY, TOTAL, URL: COMPANY })
      expect(reading.kind).toBe('read')
      if (reading.kind !== 'read') return
      const { name, company } = reading.caller
      expect(name.length + company.length).toBeLessThanOrEqual(160)
      expect(`${name}${company}`).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => void readResponse(text, allowed)))
})
