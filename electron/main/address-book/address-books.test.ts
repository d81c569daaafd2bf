import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openAddressBook } from '../../../core/address-book/open-address-book.ts'
import { readPhone } from '../../../core/phone.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createAddressBooks } from './address-books.ts'

it('reports once that a file that was locked at the start can be read, and stops trying when it is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-books-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const clock = virtualClock()
  const parts = { region: () => 'IL', now: clock.now, log: () => undefined }
  const other = openAddressBook({ path: join(folder, 'address-book.db'), ...parts })
  other.save({ name: 'Dana', company: '', note: '', numbers: ['100'] }, null)
  const books = createAddressBooks({ folder, isDemo: () => false, clock, ...parts })
  const name = () => books.current().nameFor(readPhone('100', 'IL'))?.name
  const heard: (string | undefined)[] = []
  books.onOpened(() => heard.push(name()))
  expect(name()).toBeUndefined()
  await clock.advance(60_000)
  expect(heard).toEqual([])
  other.close()
  await clock.advance(60_000)
  expect(heard).toEqual(['Dana'])
  books.close()
  expect(clock.waiting()).toBe(0)
})
