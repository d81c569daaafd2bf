import { computed, shallowRef, watch, type Ref } from 'vue'
import type { CallNotes } from '../../core/contract.ts'
import type { CallKey } from '../../core/domain.ts'
import type { HistoryPage, HistoryRequest } from '../../core/history/history-request.ts'
import type { RowId } from '../../core/history/history-call.ts'
import { useHistoryStore } from '../stores/history.ts'
import { useWatchStore } from '../stores/watch.ts'
import { mergeHistory } from './merge-history.ts'
import { useRefetch } from '../composables/use-refetch.ts'
import { useDebounce } from '../composables/use-debounce.ts'

const PAGE = 50 // several screens, and a few milliseconds of work
const TYPING_MS = 150 // a pause between two keys of someone who types

export interface HistoryList {
  /** The loaded calls, newest first; null until the first response for this query. */
  readonly page: Readonly<Ref<HistoryPage | null>>
  /** True if main did not respond the last time. */
  readonly failed: Readonly<Ref<boolean>>
  readonly readMore: () => Promise<void>
  readonly readAgain: () => Promise<void>
  /** Shows a saved note or label before the history is read again. */
  readonly updateNotes: (key: CallKey, change: Partial<CallNotes>) => void
}

/** The history that the user searches, page by page; read again while it is open and something happens. */
export function useHistory(): HistoryList {
  const store = useHistoryStore()
  const watched = useWatchStore()
  const typing = useDebounce()
  const page = shallowRef<HistoryPage | null>(null)
  const failed = shallowRef(false)
  /** Responses to an older query are dropped. */
  let current = 0
  let reading = false
  let again = false

  const asked = computed((): HistoryRequest => {
    const text = store.text.trim()
    return { filter: store.filter, limit: PAGE, ...(text === '' ? {} : { text }) }
  })

  async function load(before: RowId | null, put: (answer: HistoryPage) => void): Promise<void> {
    const mine = current
    reading = true
    const answer = await store.read(before === null ? asked.value : { ...asked.value, before })
    if (mine !== current) return
    reading = false
    failed.value = answer === null
    if (answer !== null) put(answer)
    if (again) await readAgain()
  }

  async function readAgain(): Promise<void> {
    again = reading
    if (reading) return
    await load(null, (first) => (page.value = page.value === null ? first : mergeHistory(page.value, first)))
  }

  async function readMore(): Promise<void> {
    const before = page.value?.next ?? null
    if (before === null || reading) return
    const loaded = page.value?.calls ?? []
    await load(before, ({ calls, next }) => (page.value = { calls: [...loaded, ...calls], next }))
  }

  /** The shown calls stay until the response arrives: an empty list in between would only flicker. */
  async function readAnew(): Promise<void> {
    current += 1
    again = false
    await load(null, (first) => (page.value = first))
  }

  function updateNotes(key: CallKey, change: Partial<CallNotes>): void {
    if (page.value === null) return
    const calls = page.value.calls.map((call) => (call.key === key ? { ...call, ...change } : call))
    page.value = { ...page.value, calls }
  }

  useRefetch(() => void readAgain())
  watch([() => store.filter, () => watched.demo], () => void readAnew())
  watch(
    () => store.text,
    () => typing.run(TYPING_MS, () => void readAnew()),
  )
  return { page, failed, readMore, readAgain, updateNotes }
}
