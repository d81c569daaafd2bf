import { join } from 'node:path'
import type { Clock } from '../../../core/clock.ts'
import { createListeners } from '../../../core/listeners.ts'
import type { AddressBook } from '../../../core/address-book/address-book.ts'
import { openAddressBook, type AddressBookParts } from '../../../core/address-book/open-address-book.ts'

export interface AddressBooks {
  /** The address book in use: the agent's, or the demo's. */
  current(): AddressBook
  /** Called when a file that couldn't be opened can be read; returns a function that unsubscribes. */
  readonly onOpened: (listener: () => void) => () => void
  close(): void
}

export interface AddressBooksParts extends Omit<AddressBookParts, 'path' | 'onOpened'> {
  readonly folder: string
  readonly isDemo: () => boolean
  readonly clock: Pick<Clock, 'after'>
}

const RETRY_MS = 30_000 // a backup or a virus scanner releases a file within this time

/** The agent's address book and the demo's, in separate files, opened on first use. */
export function createAddressBooks({ folder, isDemo, clock, ...parts }: AddressBooksParts): AddressBooks {
  const open = new Map<string, AddressBook>()
  const opened = createListeners<[]>()
  let stop = clock.after(RETRY_MS, retry)

  // Alerts need names even while the window is closed, so its requests aren't the only retry.
  function retry(): void {
    stop = clock.after(RETRY_MS, retry)
    open.forEach((book) => book.retry())
  }

  return {
    current() {
      const file = isDemo() ? 'demo-address-book.db' : 'address-book.db'
      const book =
        open.get(file) ?? openAddressBook({ path: join(folder, file), onOpened: opened.call, ...parts })
      open.set(file, book)
      return book
    },
    onOpened: opened.add,
    close() {
      stop()
      open.forEach((book) => book.close())
    },
  }
}
