import { shallowRef, watch, type Ref } from 'vue'
import type { DryRun } from '../../core/contract.ts'
import { usePagesStore } from '../stores/pages.ts'
import { useDebounce } from '../composables/use-debounce.ts'

const PAUSE_MS = 250 // longer than the time between two keys of someone who types

/** What these rules would open, requested again a moment after they changed; `failed` if main did not respond. */
export function useDryRun(rules: () => readonly unknown[]): {
  readonly run: Readonly<Ref<DryRun | null>>
  readonly failed: Readonly<Ref<boolean>>
  /** True while the response is for rules that have changed since. */
  readonly stale: Readonly<Ref<boolean>>
  /** The response for the rules as they are now. */
  readonly ask: () => Promise<DryRun | null>
} {
  const store = usePagesStore()
  const later = useDebounce()
  const run = shallowRef<DryRun | null>(null)
  const failed = shallowRef(false)
  const stale = shallowRef(false)
  let turn = 0

  async function ask(): Promise<DryRun | null> {
    const mine = (turn += 1)
    const answer = await store.dryRun(rules())
    if (mine !== turn) return answer
    failed.value = answer === null
    stale.value = false
    if (answer !== null) run.value = answer
    return answer
  }

  watch(rules, () => {
    stale.value = true
    later.run(PAUSE_MS, () => void ask())
  })
  void ask()
  return { run, failed, stale, ask }
}
