import { getCountries } from 'libphonenumber-js/min'
import { expect, it } from 'vitest'
import { REGIONS } from '../../src/settings/regions.ts'

it('offers every region whose numbers can be read, and no other', () => {
  expect(REGIONS).toEqual(getCountries())
})
