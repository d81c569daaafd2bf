import { getCountries } from 'libphonenumber-js/min'
import { expect, it } from 'vitest'
import { REGIONS } from '../../src/settings/regions.ts'

it('every region whose numbers can be read is offered, and no other', () => {
  expect(REGIONS).toEqual(getCountries())
})
