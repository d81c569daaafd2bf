import { describe, expect, it } from 'vitest'
import { readCrmRules } from './read-crm-rules.ts'
import { readSchemes } from './read-schemes.ts'

const GOOD = {
  name: 'Customer card',
  on: 'answered',
  when: {
    direction: 'incoming',
    did: ['03-555-0000'],
    queue: ['Sales', 'מכירות'],
    prefix: ['+9725'],
    known: true,
    customdata: { lang: 'he', order: '*' },
  },
  url: 'https://crm.example.com/{phone|e164}',
  hosts: ['CRM.example.com'],
}
const read = (raw: unknown, schemes: readonly string[] = []) => readCrmRules(raw, 'crmRules', schemes)
const problems = (change: object) =>
  read([{ ...GOOD, ...change }]).problems.map(({ path, why }) => `${path} ${why}`)

describe('readCrmRules', () => {
  it('reads a complete rule, with a single text as a list of one', () => {
    expect(read([GOOD])).toMatchObject({
      value: [{ ...GOOD, when: { ...GOOD.when, direction: ['incoming'] }, hosts: ['crm.example.com'] }],
      problems: [],
    })
  })

  it('needs no conditions', () => {
    const { name, on, url, hosts } = GOOD
    expect(read([{ name, on, url, hosts }]).value[0]?.when).toEqual({})
  })

  it.each([
    [{ name: 7 }, 'crmRules[0].name wrong-type'],
    [{ on: 'hungup' }, 'crmRules[0].on unknown-word'],
    [{ on: undefined }, 'crmRules[0].on missing'],
    [{ if: {} }, 'crmRules[0].if unknown-key'],
    [{ when: [] }, 'crmRules[0].when wrong-type'],
    [{ when: { queu: ['Sales'] } }, 'crmRules[0].when.queu unknown-key'],
    [{ when: { direction: ['in'] } }, 'crmRules[0].when.direction unknown-word'],
    [{ when: { prefix: ['05', 'x'] } }, 'crmRules[0].when.prefix out-of-range'],
    [{ when: { queue: ['Sales', 3] } }, 'crmRules[0].when.queue[1] wrong-type'],
    [{ when: { queue: [] } }, 'crmRules[0].when.queue missing'],
    [{ when: { known: 'yes' } }, 'crmRules[0].when.known wrong-type'],
    [{ when: { customdata: { a: { b: 1 } } } }, 'crmRules[0].when.customdata.a wrong-type'],
    [{ url: 'https://crm.example.com/{fone}' }, 'crmRules[0].url template'],
    [{ url: 'http://crm.example.com/' }, 'crmRules[0].url url'],
    [{ hosts: ['*.example.com'] }, 'crmRules[0].hosts not-a-host'],
    [{ hosts: ['https://crm.example.com'] }, 'crmRules[0].hosts not-a-host'],
    [{ hosts: ['crm.exаmple.com'] }, 'crmRules[0].hosts not-a-host'],
    [{ hosts: undefined }, 'crmRules[0].hosts missing'],
  ])('of %j says %s, and does not use the rule', (change, problem) => {
    expect(problems(change)).toEqual([problem])
    expect(read([{ ...GOOD, ...change }]).value).toEqual([])
  })

  it('reports why a URL would never be opened', () => {
    const { refusals } = read([{ ...GOOD, url: 'https://crm.example.com@evil.example/' }])
    expect([...refusals]).toEqual([['crmRules[0].url', 'user-info']])
  })

  it('accepts a scheme that the policy names, and needs no hosts for it', () => {
    const own = { name: 'a', on: 'by-hand', url: 'zoiper:{phone}' }
    const { value: rules } = read([own], ['zoiper'])
    expect(rules).toHaveLength(1)
    expect(read(rules, ['zoiper'])).toMatchObject({ value: rules, problems: [] })
    expect(read([own]).problems).toEqual([{ path: 'crmRules[0].url', why: 'url' }])
  })

  it.each([null, 'x', 7, {}, [null], [[]], [{}], [{ when: null }], [{ ['x'.repeat(1e6)]: 1 }]])(
    'survives rules that are none',
    (raw) => {
      const { value, problems } = read(raw)
      expect(value).toEqual([])
      expect(problems.length).toBeGreaterThan(0)
      expect(Math.max(...problems.map(({ path }) => path.length))).toBeLessThan(100)
    },
  )
})

describe('readSchemes', () => {
  it('accepts what may be named, and reports what may not', () => {
    const { value: schemes, problems } = readSchemes(
      ['Zoiper:', 'javascript', 'http', 'data:', 'a b', 7, 'file', 'Search-MS:', 'tel', 'ms-msdt'],
      'crmSchemes',
    )
    expect(schemes).toEqual(['zoiper', 'tel'])
    expect(problems.map(({ path }) => path)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 9].map((index) => `crmSchemes[${index}]`),
    )
    expect(readSchemes({}, 'crmSchemes').problems).toEqual([{ path: 'crmSchemes', why: 'wrong-type' }])
  })
})
