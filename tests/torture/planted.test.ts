import { expect, it } from 'vitest'
import { faultProblem, soundProblem } from './planted/check-fault.ts'
import { PLANTED_FAULTS } from './planted/planted-faults.ts'

// The others: `npm run torture -- --planted`.
const SOME = ['a note isn’t written to the file', 'what the log says about a call that polls saw is ignored']

it.each(SOME)('a planted fault breaks its rule: %s', async (name) => {
  const fault = PLANTED_FAULTS.find((one) => one.name === name)!
  expect(await faultProblem(fault)).toBeNull()
  expect(await soundProblem(fault)).toBeNull()
})

it('says when a fault can’t be planted', async () => {
  const gone = { ...PLANTED_FAULTS[0]!, text: 'this text is nowhere' }
  expect(await faultProblem(gone)).toMatch(/can’t be planted: .* has the text to replace no longer/)
})
