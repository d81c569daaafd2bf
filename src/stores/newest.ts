import { computed, shallowRef, type ComputedRef } from 'vue'

/** What main sends in full, with a higher revision each time. */
interface Sent {
  readonly revision: number
}

/** The newest of what main has sent; null until the first response. */
export function newest<Value extends Sent>(
  subscribe: (accept: (next: Value) => void) => () => void,
  ask: () => Promise<Value | null>,
): {
  readonly value: ComputedRef<Value | null>
  /** Reads it again. If main does not respond, nothing changes on screen. */
  readonly read: () => Promise<void>
  /** Subscribes first, then reads: nothing can be missed in between. Returns a function that unsubscribes. */
  readonly start: () => () => void
} {
  const latest = shallowRef<Value>()

  function accept(next: Value): void {
    if (next.revision >= (latest.value?.revision ?? -Infinity)) latest.value = next
  }

  async function read(): Promise<void> {
    const answer = await ask()
    if (answer !== null) accept(answer)
  }

  function start(): () => void {
    const stop = subscribe(accept)
    void read()
    return stop
  }

  return { value: computed(() => latest.value ?? null), read, start }
}
