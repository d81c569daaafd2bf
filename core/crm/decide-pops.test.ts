import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '../phone.ts'
import { sampleCall } from '../templates/sample-call.ts'
import type { CrmRule } from './crm-rule.ts'
import { decidePops, dryRun, popByHand } from './decide-pops.ts'
import type { FiredStore } from './fired-store.ts'

const rule = (name: string, change: Partial<CrmRule> = {}): CrmRule => ({
  name,
  on: 'ringing',
  when: {},
  url: 'https://crm.example.com/{phone}',
  hosts: ['crm.example.com'],
  ...change,
})
const URL = 'https://crm.example.com/0722776772'
const call = sampleCall(0)
const of = (key = 'SIPSIP2/a1') => ({ key, call, known: false })

/** What survives a restart. */
function store(): FiredStore & { readonly stored: Set<string> } {
  const stored = new Set<string>()
  return {
    stored,
    wasFired: (rule, key) => stored.has(`${rule} ${key}`),
    noteFired: (rule, key) => void stored.add(`${rule} ${key}`),
  }
}

describe('decidePops', () => {
  it('opens what matches the trigger and the call, each rule once per call', () => {
    const rules = [rule('a'), rule('b', { on: 'answered' }), rule('c', { when: { known: true } }), rule('d')]
    const parts = { rules, schemes: [], store: store() }
    const opens = (name: string) => ({ kind: 'opens', rule: name, url: URL })
    expect(decidePops('ringing', of(), parts)).toEqual([opens('a'), opens('d')])
    expect(decidePops('ringing', of(), parts)).toEqual([])
    expect(decidePops('answered', of(), parts)).toEqual([opens('b')])
    expect(decidePops('ringing', of('SIPSIP2/a2'), parts)).toEqual([opens('a'), opens('d')])
  })

  it('stores a page before requesting to open it', () => {
    const marks = store()
    decidePops('ringing', of(), { rules: [rule('a')], schemes: [], store: marks })
    expect([...marks.stored]).toEqual(['a SIPSIP2/a1'])
  })

  it.each(['wasFired', 'noteFired'] as const)('opens nothing where %s fails', (which) => {
    const broken = {
      ...store(),
      [which]: () => {
        throw new Error('disk full')
      },
    }
    expect(decidePops('ringing', of(), { rules: [rule('a')], schemes: [], store: broken })).toEqual([
      { kind: 'not-stored', rule: 'a' },
    ])
  })

  it('stores nothing for refused pages, and nothing in a dry run or when opened manually', () => {
    const marks = store()
    const rules = [rule('a', { hosts: [] }), rule('b', { on: 'by-hand', when: { direction: ['outgoing'] } })]
    const parts = { rules, schemes: [], store: marks }
    expect(decidePops('ringing', of(), parts)).toEqual([
      { kind: 'refused', rule: 'a', why: 'host-not-listed' },
    ])
    expect(dryRun(of(), parts)).toEqual([
      { rule: 'a', on: 'ringing', unfit: null, pop: { kind: 'refused', rule: 'a', why: 'host-not-listed' } },
      { rule: 'b', on: 'by-hand', unfit: 'direction', pop: { kind: 'opens', rule: 'b', url: URL } },
    ])
    expect(popByHand('b', call, parts)).toEqual({ kind: 'opens', rule: 'b', url: URL })
    expect(popByHand('b', call, parts)).toEqual({ kind: 'opens', rule: 'b', url: URL })
    expect(popByHand('none', call, parts)).toBeNull()
    expect(marks.stored.size).toBe(0)
  })

  describe('a rule whose address names the caller', () => {
    const rules = [rule('a', { url: 'https://crm.example.com/customer?phone={phone|e164}' })]
    const opened = (received: string) =>
      decidePops(
        'ringing',
        { ...of(), call: { ...call, phone: readPhone(received, 'IL') } },
        { rules, schemes: [], store: store() },
      ).flatMap((pop) => (pop.kind === 'opens' ? [pop.url] : []))

    it('opens the page of a caller with a number', () => {
      expect(opened('0521234567')).toEqual(['https://crm.example.com/customer?phone=%2B972521234567'])
    })

    // From a report that wants the caller's page only where there is a caller number.
    it.each([
      ['who withholds the number', 'Anonymous'],
      ['at an extension, which has no international form', '1201'],
      ['at a star number, which has no international form', '*5287'],
    ])('opens nothing for a caller %s', (_, received) => {
      expect(opened(received)).toEqual([])
    })

    const FORMS = ['phone', 'phone|e164', 'phone|national', 'phone|digits']
    const RECEIVED = ['Anonymous', '', '1201', '*5287', 'Dana', '0521234567', '+442079460958']

    it.each(FORMS)('never opens an address with an empty {%s}, automatically or manually', (form) => {
      for (const received of RECEIVED) {
        const named = rule('a', { url: `https://crm.example.com/customer?phone={${form}}` })
        const parts = { rules: [named], schemes: [], store: store() }
        const from = { ...call, phone: readPhone(received, 'IL') }
        const pops = [...decidePops('ringing', { ...of(), call: from }, parts), popByHand('a', from, parts)]
        for (const pop of pops) {
          if (pop?.kind === 'opens') expect(pop.url).toMatch(/phone=./)
          else expect(pop).toMatchObject({ why: 'no-number' })
        }
      }
    })

    it('opens it for a withheld number where the rule says so, and otherwise not', () => {
      const withheld = rules.map((one) => ({ ...one, when: { withheld: true } }))
      const openedBy = (received: string) =>
        decidePops(
          'ringing',
          { ...of(), call: { ...call, phone: readPhone(received, 'IL') } },
          { rules: withheld, schemes: [], store: store() },
        )
      expect(openedBy('Anonymous')).toMatchObject([{ url: 'https://crm.example.com/customer?phone=' }])
      expect([...openedBy('1201'), ...openedBy('0521234567')]).toEqual([])
    })

    it('opens a page that names other fields for everyone', () => {
      const pages = [rule('a', { url: 'https://crm.example.com/order?id={ivrid}' })]
      const from = { ...call, phone: readPhone('Anonymous', 'IL') }
      expect(
        decidePops('ringing', { ...of(), call: from }, { rules: pages, schemes: [], store: store() }),
      ).toMatchObject([{ kind: 'opens' }])
    })
  })

  it('opens at most once per call and rule, whenever the program or its disk fails', () => {
    const step = fc.record({
      on: fc.constantFrom('ringing' as const, 'answered' as const, 'ended' as const),
      key: fc.constantFrom('x/1', 'x/2'),
      breaks: fc.constantFrom('nothing', 'wasFired', 'before-note', 'after-note'),
    })
    const rules = [rule('a'), rule('b', { on: 'answered' }), rule('c', { on: 'ended' }), rule('d')]
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const marks = store()
        const opened: string[] = []
        for (const { on, key, breaks } of steps) {
          const breaking: FiredStore = {
            wasFired(rule, key) {
              if (breaks === 'wasFired') throw new Error('locked')
              return marks.wasFired(rule, key)
            },
            noteFired(rule, key) {
              if (breaks === 'before-note') throw new Error('disk full')
              marks.noteFired(rule, key)
              if (breaks === 'after-note') throw new Error('killed')
            },
          }
          for (const pop of decidePops(on, of(key), { rules, schemes: [], store: breaking }))
            if (pop.kind === 'opens') opened.push(`${pop.rule} ${key}`)
        }
        expect(opened.length).toBe(new Set(opened).size)
      }),
    )
  })
})
