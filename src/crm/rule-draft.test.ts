import { describe, expect, it } from 'vitest'
import type { DryRun } from '../../core/contract.ts'
import type { CrmRule } from '../../core/crm/crm-rule.ts'
import { readCrmRules } from '../../core/crm/read-crm-rules.ts'
import { en } from '../../core/words/en.ts'
import { hostOf } from '../webhook/host-of.ts'
import { arePairs, draftOf, ruleOf } from './rule-draft.ts'
import { ruleErrors } from './rule-errors.ts'

const RULE: CrmRule = {
  name: 'Customer card',
  on: 'answered',
  when: {
    withheld: false,
    direction: ['incoming', 'click-to-call'],
    did: ['03-555-0000', '+972 3 555 0001'],
    queue: ['Sales, north', 'מכירות'],
    prefix: ['+9725'],
    known: false,
    customdata: { lang: 'he', order: '*', url: 'a=b' },
  },
  url: 'https://crm.example.com/{phone|e164}',
  hosts: ['crm.example.com', 'crm.example.com:8443'],
}

const runOf = (rules: readonly unknown[]): DryRun => {
  const { problems, refusals } = readCrmRules(rules, 'crmRules', [])
  return {
    problems: problems.map(({ path, ...problem }) => ({ ...problem, source: 'user', key: path })),
    refusals: Object.fromEntries(refusals),
    pops: [],
    sample: true,
  }
}

/** The form's errors for the second rule of two. */
function errorsOf(change: Partial<ReturnType<typeof draftOf>>) {
  const draft = { ...draftOf(RULE), name: 'Other', ...change }
  return ruleErrors(draft, 1, runOf([RULE, ruleOf(draft)]), en)
}

describe('a rule in its form', () => {
  it('is unchanged after editing nothing', () => {
    expect(ruleOf(draftOf(RULE))).toEqual(RULE)
    const plain = { ...RULE, when: {} }
    expect(ruleOf(draftOf(plain))).toEqual(plain)
  })

  it('has no conditions if nothing is filled in', () => {
    expect(ruleOf(draftOf(null)).when).toEqual({})
  })

  it('takes a key and a value from each line', () => {
    expect([
      arePairs(''),
      arePairs('a=b\n c = d=e \n'),
      arePairs('a'),
      arePairs('=b'),
      arePairs('a='),
    ]).toEqual([true, true, false, false, false])
  })

  it('is without errors when it can be used', () => {
    expect(errorsOf({})).toEqual({})
  })

  it.each([
    [{ name: ' ' }, { name: 'Fill this in.' }],
    [{ name: 'Customer card' }, { name: 'Another rule has this name.' }],
    [{ url: 'https://' }, { url: 'Fill this in.' }],
    [{ url: 'http://crm.example.com/' }, { url: en.crmPage.urls.scheme }],
    [{ hosts: '' }, { url: en.crmPage.urls['host-not-listed'] }],
    [{ hosts: 'https://crm.example.com' }, { hosts: en.pages.errors['not-a-host'] }],
    [{ prefix: 'abc' }, { prefix: en.pages.errors['out-of-range'] }],
    [{ customdata: 'lang' }, { customdata: en.pages.errors['not-a-pair'] }],
    [
      { url: 'https://crm.example.com/{fone}' },
      { url: en.templates.error(en.templates.errors['unknown-field'], 25) },
    ],
  ])('with %j shows %j at the field', (change, errors) => {
    expect(errorsOf(change)).toMatchObject(errors)
  })

  it('ignores another rule’s errors', () => {
    const draft = draftOf(RULE)
    expect(ruleErrors(draft, 1, runOf([{ ...RULE, name: '' }, RULE]), en)).toEqual({})
  })
})

it.each([
  ['https://CRM.example.com/a', 'crm.example.com'],
  ['https://crm.example.com:8443?x', 'crm.example.com:8443'],
  ['https://crm.example.com', 'crm.example.com'],
  ['https://crm.example.com@evil.example/', null],
  ['https://{name}/', null],
  ['http://crm.example.com/', null],
  ['https://', null],
])('of %s the host is %s', (url, host) => {
  expect(hostOf(url)).toBe(host)
})
