import { shallowRef, watch, type Ref } from 'vue'
import type { BookEntry, BookPage } from '../../core/address-book/book-page.ts'
import { useDebounce } from '../composables/use-debounce.ts'
import { useBookStore } from '../stores/book.ts'
import { useWatchStore } from '../stores/watch.ts'

const PAGE = 100 // several screens
const MOST = 200 // what main gives at once
const TYPING_MS = 150 // a pause between two keys of someone who types

/** The entries that the user searches, page by page; read again after a change. */
export function useBook(): {
  /** The loaded entries; null until the first response. */
  readonly page: Readonly<Ref<BookPage | null>>
  /** True if main did not respond the last time. */
  readonly failed: Readonly<Ref<boolean>>
  readonly readMore: () => Promise<void>
  readonly readAgain: () => Promise<void>
} {
  const store = useBookStore()
  const watched = useWatchStore()
  const typing = useDebounce()
  const page = shallowRef<BookPage | null>(null)
  const failed = shallowRef(false)
  /** Responses to an older request are dropped. */
  let current = 0
  let isReading = false

  /** The entries from an index on, after those `before` it. */
  async function read(from: number, limit: number, before: readonly BookEntry[] = []): Promise<void> {
    current += 1
    const mine = current
    isReading = true
    const answer = await store.read({ text: store.text, from, limit })
    if (mine !== current) return
    isReading = false
    failed.value = answer === null
    if (answer !== null) page.value = { ...answer, entries: [...before, ...answer.entries] }
  }

  const loaded = (): readonly BookEntry[] => page.value?.entries ?? []
  const readAnew = (): Promise<void> => read(0, PAGE)
  /** As many entries as are loaded: the shown ones stay until the response arrives. */
  const readAgain = (): Promise<void> => read(0, Math.min(MOST, Math.max(PAGE, loaded().length)))

  async function readMore(): Promise<void> {
    const before = loaded()
    if (isReading || page.value === null || before.length >= page.value.found) return
    await read(before.length, PAGE, before)
  }

  watch(
    () => store.changes,
    () => void readAgain(),
  )
  watch(
    () => watched.demo,
    () => void readAnew(),
  )
  watch(
    () => store.text,
    () => typing.run(TYPING_MS, () => void readAnew()),
  )
  void readAnew()
  return { page, failed, readMore, readAgain }
}
