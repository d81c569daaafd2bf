import { shallowRef, watch, type Ref } from 'vue'
import type { ReportView } from '../../core/contract.ts'
import { useHistoryStore } from '../stores/history.ts'
import { useRefetch } from '../composables/use-refetch.ts'

export type ReportSpan = 'today' | 'week'

const DAYS: Readonly<Record<ReportSpan, number>> = { today: 1, week: 7 }

/** The watching report of the chosen span, read again while it is open and something happens. */
export function useReport(): {
  readonly span: Ref<ReportSpan>
  readonly report: Readonly<Ref<ReportView | null>>
  readonly failed: Readonly<Ref<boolean>>
  readonly read: () => Promise<void>
} {
  const store = useHistoryStore()
  const span = shallowRef<ReportSpan>('today')
  const report = shallowRef<ReportView | null>(null)
  const failed = shallowRef(false)

  async function read(): Promise<void> {
    const asked = span.value
    const answer = await store.report(DAYS[asked])
    if (asked !== span.value) return
    failed.value = answer === null
    if (answer !== null) report.value = answer
  }

  watch(span, () => void read())
  useRefetch(() => void read())
  return { span, report, failed, read }
}
