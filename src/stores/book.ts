import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { BookRequest } from '../../core/address-book/book-page.ts'
import type { Entry } from '../../core/address-book/entry.ts'
import type { NotSaved, RemovedEntry, SavedEntry } from '../../core/address-book/book-result.ts'
import type { CallerEntry, Imported, WrittenEntry } from '../../core/address-book/book-requests.ts'
import type { Exported } from '../../core/contract.ts'
import type { CallKey } from '../../core/domain.ts'
import { privateText } from '../privacy/private-text.ts'
import { asFailed, useCompanion } from '../use-companion.ts'

const NO_ANSWER: NotSaved = { kind: 'not-saved', why: 'unknown' }
const NEW: CallerEntry = { id: null, entry: { name: '', company: '', note: '', numbers: '' } }

/** The address book: the entry that is being edited, and the requests to main about it. */
export const useBookStore = defineStore('book', () => {
  const companion = useCompanion()
  /** What the form shows; null while it is closed. */
  const editing = shallowRef<CallerEntry | null>(null)
  /** Counts the changes made here: what was read before is out of date. */
  const changes = ref(0)

  async function changed<T extends { readonly kind: string }>(request: Promise<T>, failed: T): Promise<T> {
    const result = await request.catch(() => failed)
    changes.value += 1
    return result
  }

  return {
    editing,
    changes,
    /** As typed; remembered while other views are open. */
    text: privateText(),
    editNew: () => (editing.value = NEW),
    edit: ({ id, name, company, note, numbers }: Entry) =>
      (editing.value = { id, entry: { name, company, note, numbers: numbers.join('\n') } }),
    /** Edits the entry of a call's caller, or a new one. */
    async editCaller(key: CallKey): Promise<void> {
      editing.value = await companion.ask('book:of-call', key)
    },
    close: () => (editing.value = null),
    /** Null if main gave no response. */
    read: (request: BookRequest) => companion.ask('book:read', request),
    save: (entry: WrittenEntry, id: number | null): Promise<SavedEntry> =>
      changed<SavedEntry>(companion.request('book:save', entry, id), NO_ANSWER),
    remove: (id: number): Promise<RemovedEntry> =>
      changed<RemovedEntry>(companion.request('book:remove', id), NO_ANSWER),
    restore: (id: number): Promise<SavedEntry> =>
      changed<SavedEntry>(companion.request('book:restore', id), NO_ANSWER),
    import: (): Promise<Imported> => changed<Imported>(companion.request('book:import'), NO_ANSWER),
    write: (): Promise<Exported> => companion.request('book:export').catch(asFailed),
    showExport: () => companion.send('book:show-export'),
  }
})
