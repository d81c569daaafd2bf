import { expect, it } from 'vitest'
import { knownCaller } from './known-caller.ts'

const own = { name: 'Mum', company: '' }
const crm = { name: 'Dana Levi', company: 'Brightwater' }
const api = { name: 'DANA L', company: '' }

it('takes the first source in the set order that has a name', () => {
  expect(knownCaller({ own, crm, api }, ['own', 'crm', 'api'])).toMatchObject({ ...own, source: 'own' })
  expect(knownCaller({ own, crm, api }, ['crm', 'own', 'api'])).toMatchObject({ ...crm, source: 'crm' })
  expect(knownCaller({ own: { name: '', company: '' }, api }, ['own', 'crm', 'api'])).toMatchObject({
    ...api,
    source: 'api',
  })
})

it('says what the endpoint found, whoever knows the name', () => {
  const match = { matches: 3, hasPage: true }
  expect(knownCaller({ own, crm }, ['own', 'crm', 'api'], match)).toEqual({ ...own, source: 'own', ...match })
  expect(knownCaller({}, ['own', 'crm', 'api'], { matches: 0, hasPage: false })).toEqual({
    name: '',
    company: '',
    source: 'crm',
    matches: 0,
    hasPage: false,
  })
})

it('knows nobody without any name', () => {
  expect(knownCaller({}, ['own', 'crm', 'api'])).toBeNull()
})
