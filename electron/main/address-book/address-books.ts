import { join } from 'node:path'
import type { AddressBook } from '../../../core/address-book/address-book.ts'
import { openAddressBook, type AddressBookParts } from '../../../core/address-book/open-address-book.ts'

export interface AddressBooks {
  /** The address book in use: the agent's, or the demo's. */
  current(): AddressBook
  close(): void
}

export interface AddressBooksParts extends Omit<AddressBookParts, 'path'> {
  readonly folder: string
  readonly isDemo: () => boolean
}

/** The agent's address book and the demo's, in separate files, opened on first use. */
export function createAddressBooks({ folder, isDemo, ...parts }: AddressBooksParts): AddressBooks {
  const open = new Map<string, AddressBook>()
  return {
    current() {
      const file = isDemo() ? 'demo-address-book.db' : 'address-book.db'
      const book = open.get(file) ?? openAddressBook({ path: join(folder, file), ...parts })
      open.set(file, book)
      return book
    },
    close: () => open.forEach((book) => book.close()),
  }
}
