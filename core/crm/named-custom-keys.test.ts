import { expect, it } from 'vitest'
import { namedCustomKeys } from './named-custom-keys.ts'

it('names the keys of templates, of addresses and of conditions, each once', () => {
  const rule = { on: 'ringing', hosts: ['crm.example'] } as const
  const keys = namedCustomKeys(
    [{ template: '{phone} {customdata.order}' }, { template: '{customdata.order} {{customdata.not}}' }],
    [
      { ...rule, name: 'a', url: 'https://crm.example/{customdata.Case id}', when: {} },
      { ...rule, name: 'b', url: 'https://crm.example/', when: { customdata: { tier: '*' } } },
    ],
  )
  expect([...keys]).toEqual(['order', 'Case id', 'tier'])
})

it('names nothing where nothing uses any', () => {
  expect(namedCustomKeys([{ template: '{phone}' }], []).size).toBe(0)
})
