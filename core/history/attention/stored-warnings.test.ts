import { expect, it } from 'vitest'
import { readPhone } from '../../phone.ts'
import { filledJournal, MINUTE, NOW } from '../testing/filled-journal.ts'

const [caller, other] = [readPhone('0722776772', 'IL'), readPhone('0541112223', 'IL')]
const texts = (journal: ReturnType<typeof filledJournal>['journal']) =>
  journal.warnings().map(({ text }) => text)

it('warnings are stored with their calls, in order, while they apply', () => {
  const { journal, call } = filledJournal()
  call({ phone: caller }, { talked: 30 })
  call({ phone: other }, { talked: 30 })
  const [one, two] = [
    { call: 'SIPSIP2/c1', text: 'one' },
    { call: 'SIPSIP2/c0', text: 'two' },
  ]
  journal.storeWarnings([one, two])
  expect(journal.warnings()).toEqual([
    { ...one, phone: other, lastSeenAt: NOW + MINUTE + 35_000 },
    { ...two, phone: caller, lastSeenAt: NOW + 35_000 },
  ])
  journal.storeWarnings([two])
  expect(texts(journal)).toEqual(['two'])
})

it('warnings are deleted with their caller, and not stored for a call that isn’t', () => {
  const { journal, call } = filledJournal()
  call({ phone: caller }, { talked: 30 })
  journal.storeWarnings([
    { call: 'SIPSIP2/c0', text: 'one' },
    { call: 'SIPSIP2/elsewhere', text: 'two' },
  ])
  expect(texts(journal)).toEqual(['one'])
  journal.forgetCaller(caller)
  expect(texts(journal)).toEqual([])
})
