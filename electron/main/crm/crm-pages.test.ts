import { describe, expect, it, vi } from 'vitest'
import type { CrmRule } from '../../../core/crm/crm-rule.ts'
import type { FiredStore } from '../../../core/crm/fired-store.ts'
import { eventCall } from '../../../core/templates/template-call.ts'
import { createCrmPages, MAX_PAGES_PER_MINUTE } from './crm-pages.ts'
import type { CrmPagesParts } from './crm-pages.ts'
import { missed, ringing, sampleCall } from '../testing/sample-call.ts'

const HOSTS = ['crm.example.com']
const rule = (name: string, change: Partial<CrmRule> = {}): CrmRule => ({
  name,
  on: 'ringing',
  when: {},
  url: `https://crm.example.com/${name}/{phone|e164}`,
  hosts: HOSTS,
  ...change,
})

function memory(): FiredStore & { readonly fired: Set<string> } {
  const fired = new Set<string>()
  return {
    fired,
    wasFired: (name, call) => fired.has(`${name} ${call}`),
    noteFired: (name, call) => void fired.add(`${name} ${call}`),
  }
}

function setUp(rules: readonly CrmRule[], change: Partial<CrmPagesParts> = {}) {
  const opened: string[] = []
  const store = memory()
  const onTrouble = vi.fn()
  const lines: string[] = []
  const call = eventCall(ringing(sampleCall()), 'Dana')
  const pages = createCrmPages({
    settings: () => ({ crmRules: rules, crmSchemes: [] }),
    store: () => store,
    call: (key) => (key === 'SIPSIP2/1' ? call : null),
    lastCall: () => call,
    isKnown: () => false,
    openExternal: (url) => {
      opened.push(url)
      return Promise.resolve()
    },
    now: () => 5,
    log: { warn: (line) => void lines.push(line) },
    onTrouble,
    ...change,
  })
  return { pages, opened, store, onTrouble, lines }
}

const settled = () => new Promise((resolve) => void setImmediate(resolve))

describe('the pages of the rules', () => {
  it('open when a call rings, once per call and rule', () => {
    const { pages, opened } = setUp([rule('card'), rule('late', { on: 'ended' })])
    const call = sampleCall()
    pages.follow([ringing(call), ringing(call)], 'Dana')
    pages.follow([ringing(call), missed(call)], 'Dana')
    expect(opened).toEqual([
      'https://crm.example.com/card/%2B972722776772',
      'https://crm.example.com/late/%2B972722776772',
    ])
  })

  it('do not open again after a restart: opened pages are stored', () => {
    const fired = memory()
    const first = setUp([rule('card')], { store: () => fired })
    const second = setUp([rule('card')], { store: () => fired })
    first.pages.follow([ringing(sampleCall())], '')
    second.pages.follow([ringing(sampleCall())], '')
    expect([first.opened.length, second.opened.length]).toEqual([1, 0])
  })

  it('open a limited number of times a minute, whatever is reported, and report the excess', async () => {
    let at = 0
    const { pages, opened } = setUp([rule('card')], { now: () => at })
    const calls = Array.from({ length: 40 }, (_, index) => sampleCall({ key: `SIPSIP2/${index}` }))
    for (const call of calls) pages.follow([ringing(call)], '')
    await settled()
    expect(opened).toHaveLength(MAX_PAGES_PER_MINUTE)
    expect(pages.troubles()[0]).toEqual({ at: 0, rule: 'card', why: 'too-many' })
    at = 60_000
    pages.follow([ringing(sampleCall({ key: 'SIPSIP2/later' }))], '')
    expect(opened).toHaveLength(MAX_PAGES_PER_MINUTE + 1)
  })

  it('are stored under names that the webhook does not use', () => {
    const { pages, store } = setUp([rule('webhook ringing', { url: 'https://crm.example.com/' })])
    pages.follow([ringing(sampleCall())], '')
    expect([...store.fired]).toEqual(['page webhook ringing SIPSIP2/1'])
  })

  it('look up whether the caller is known only if there are rules', () => {
    const isKnown = vi.fn(() => true)
    setUp([], { isKnown }).pages.follow([ringing(sampleCall())], '')
    expect(isKnown).not.toHaveBeenCalled()
    const { pages, opened } = setUp([rule('new', { when: { known: false } })], { isKnown })
    pages.follow([ringing(sampleCall())], '')
    expect(opened).toEqual([])
  })

  it('do not open if that can’t be stored, and report it', () => {
    const broken = { wasFired: () => false, noteFired: () => expect.fail('disk full') }
    const { pages, opened, onTrouble } = setUp([rule('card')], { store: () => broken })
    pages.follow([ringing(sampleCall())], '')
    expect(opened).toEqual([])
    expect(pages.troubles()).toEqual([{ at: 5, rule: 'card', why: 'not-stored' }])
    expect(onTrouble).toHaveBeenCalledOnce()
  })

  it.each([() => Promise.reject(new Error('no browser')), () => expect.fail('no browser')])(
    'that the system does not open are reported, and hold nothing up',
    async (openExternal) => {
      const { pages, lines } = setUp([rule('card')], { openExternal })
      pages.follow([ringing(sampleCall())], '')
      await settled()
      expect(pages.troubles()).toEqual([{ at: 5, rule: 'card', why: 'failed' }])
      expect(lines.join()).not.toMatch(/072|example/)
      expect(await pages.open('SIPSIP2/1', 'card')).toEqual({ kind: 'failed' })
    },
  )

  it('are refused if a value would lead elsewhere, and the newest ten are reported', () => {
    const climbing = rule('up', { url: 'https://crm.example.com/a/{name}/b' })
    const { pages, opened } = setUp([climbing])
    for (let index = 0; index < 12; index++)
      pages.follow([ringing(sampleCall({ key: `x/${index}`, name: '..' }))], '')
    expect(opened).toEqual([])
    expect(pages.troubles()).toHaveLength(10)
    expect(pages.troubles()[0]?.why).toBe('path-changed')
  })
})

describe('opening by hand', () => {
  const rules = [
    rule('auto'),
    rule('sales', { on: 'by-hand', when: { queue: ['Support'] } }),
    rule('any', { on: 'by-hand' }),
  ]

  it('uses the named rule, as often as requested', async () => {
    const { pages, opened } = setUp(rules)
    for (let time = 0; time < 2; time++)
      expect(await pages.open('SIPSIP2/1', 'sales')).toEqual({ kind: 'opened' })
    expect(opened).toHaveLength(2)
  })

  it('uses the first rule that fits if none is named, rules for opening by hand first', async () => {
    const { pages, opened } = setUp(rules)
    await pages.open('SIPSIP2/1', null)
    expect(opened).toEqual(['https://crm.example.com/any/%2B972722776772'])
  })

  it('reports what is missing', async () => {
    const { pages } = setUp([rule('a', { when: { direction: ['outgoing'] } })])
    expect(await pages.open('SIPSIP2/1', null)).toEqual({ kind: 'no-such-rule' })
    expect(await pages.open('SIPSIP2/1', 'b')).toEqual({ kind: 'no-such-rule' })
    expect(await pages.open('SIPSIP2/2', 'a')).toEqual({ kind: 'no-such-call' })
  })
})

describe('a dry run', () => {
  it('reports what would open, what does not match and what is wrong, and opens nothing', () => {
    const { pages, opened, store } = setUp([])
    const run = pages.dryRun([
      rule('card'),
      rule('out', { when: { direction: ['outgoing'] } }),
      rule('evil', { url: 'https://evil.example/' }),
      { ...rule('half'), name: '' },
    ])
    expect(run.pops).toMatchObject([
      { rule: 'card', unfit: null, pop: { url: 'https://crm.example.com/card/%2B972722776772' } },
      { rule: 'out', unfit: 'direction' },
    ])
    expect(run.refusals).toEqual({ 'crmRules[2].url': 'host-not-listed' })
    expect(run.problems.map(({ key, why }) => `${key} ${why}`)).toEqual([
      'crmRules[2].url url',
      'crmRules[3].name out-of-range',
    ])
    expect([run.sample, opened.length, store.fired.size]).toEqual([false, 0, 0])
  })

  it('uses a sample before there was any call', () => {
    const { pages } = setUp([], { lastCall: () => null })
    expect(pages.dryRun([rule('card')]).sample).toBe(true)
  })
})
