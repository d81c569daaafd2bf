import type { AddressBook } from '../../../core/address-book/address-book.ts'
import type { BookPage, BookRequest } from '../../../core/address-book/book-page.ts'
import type { RemovedEntry, SavedEntry } from '../../../core/address-book/book-result.ts'
import type { CallerEntry, WrittenEntry } from '../../../core/address-book/book-requests.ts'
import type { CallKey, Phone } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'
import type { HistoryPage, HistoryRequest } from '../../../core/history/history-request.ts'
import type { HistoryQuery } from '../../../core/history/history-query.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { createListeners } from '../../../core/listeners.ts'

/** The agent's own names for callers: what main asks the address book, and what the window changes in it. */
export interface OwnNames {
  /** Called after a change; returns a function that unsubscribes. */
  readonly onChange: (listener: () => void) => () => void
  /** The history page that `read` returns, with own names; a search finds them, too. */
  history(request: HistoryRequest, read: (query: HistoryQuery) => HistoryPage): HistoryPage
  page(request: BookRequest): BookPage
  /** Null if the call or its number is unknown, and in privacy mode. */
  ofCall(key: CallKey): CallerEntry | null
  save(written: WrittenEntry, id: number | null): SavedEntry
  remove(id: number): RemovedEntry
  restore(id: number): SavedEntry
  /** Another address book is in use, or it was changed elsewhere. */
  refresh(): void
}

export interface OwnNamesParts {
  readonly book: () => AddressBook
  readonly configuration: { readonly settings: () => Pick<Settings, 'privacy'> }
  /** A live, missed or stored call; null if no longer known. */
  readonly callOf: (key: CallKey) => { readonly phone: Phone; readonly name: string } | null
}

const MOST_CALLERS = 500 // of a search: more names than anybody looks through

export function createOwnNames({ book, configuration, callOf }: OwnNamesParts): OwnNames {
  const changed = createListeners<[]>()
  const isPrivate = (): boolean => configuration.settings().privacy

  function telling<T extends { readonly kind: string }>(result: T): T {
    if (result.kind === 'saved' || result.kind === 'removed') changed.call()
    return result
  }

  return {
    onChange: changed.add,
    history(request, read) {
      if (isPrivate()) return read(request)
      const text = request.text?.trim() ?? ''
      const page = read(
        text === '' ? request : { ...request, callers: book().callersFound(text, MOST_CALLERS) },
      )
      return { ...page, calls: page.calls.map((call) => named(call, book())) }
    },
    page: (request) =>
      isPrivate() ? { entries: [], found: 0, total: 0, trouble: null } : book().page(request),
    ofCall(key) {
      const call = isPrivate() ? null : callOf(key)
      if (call === null || call.phone.kind === 'withheld') return null
      const [entry] = book().entriesFor(call.phone)
      if (entry === undefined)
        return { id: null, entry: { name: call.name, company: '', note: '', numbers: numberOf(call.phone) } }
      const { id, numbers, ...texts } = entry
      return { id, entry: { ...texts, numbers: numbers.join('\n') } }
    },
    save: ({ numbers, ...texts }, id) => telling(book().save({ ...texts, numbers: numbers.split('\n') }, id)),
    remove: (id) => telling(book().remove(id)),
    restore: (id) => telling(book().restore(id)),
    refresh: changed.call,
  }
}

function named(call: HistoryCall, book: AddressBook): HistoryCall {
  const own = book.nameFor(call.phone)
  return own === null ? call : { ...call, ownName: own.name }
}

/** In a form that doesn't depend on the region. */
const numberOf = (phone: Phone): string => (phone.kind === 'number' ? phone.international : phone.received)
