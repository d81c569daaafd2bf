import { shallowRef, watch, type Ref } from 'vue'
import type { BookPage } from '../../core/address-book/book-page.ts'
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

  async function read(from: number, limit: number): Promise<BookPage | null> {
    current += 1
    const mine = current
    isReading = true
    const answer = await store.read({ text: store.text, from, limit })
    if (mine !== current) return null
    isReading = false
    failed.value = answer === null
    return answer
  }

  /** As many entries as are loaded: the shown ones stay until the response arrives. */
  async function readAgain(): Promise<void> {
    const loaded = page.value?.entries.length ?? 0
    const answer = await read(0, Math.min(MOST, Math.max(PAGE, loaded)))
    if (answer !== null) page.value = answer
  }

  async function readAnew(): Promise<void> {
    const answer = await read(0, PAGE)
    if (answer !== null) page.value = answer
  }

  async function readMore(): Promise<void> {
    const loaded = page.value?.entries ?? []
    if (isReading || page.value === null || loaded.length >= page.value.found) return
    const answer = await read(loaded.length, PAGE)
    if (answer !== null) page.value = { ...answer, entries: [...loaded, ...answer.entries] }
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
