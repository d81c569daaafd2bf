import type { Endpoint } from '../api/endpoint.ts'
import type { Fault } from './fault.ts'

/** The faults that are on. */
export interface FaultBox {
  /** Sets one in place of any for the same endpoint; one for all takes the place of all. */
  set(fault: Fault): void
  clear(): void
  /**
   * The fault that the next request to an endpoint meets, counted down; null for none. `everyone`: all extensions in
   * one question, which may fail where a single one does not.
   */
  take(endpoint: Endpoint | 'everyone'): Fault | null
  list(): readonly Fault[]
}

/** A box without faults. */
export function createFaultBox(): FaultBox {
  let faults: readonly Fault[] = []

  const spent = (fault: Fault): readonly Fault[] =>
    fault.count === null ? [fault] : fault.count > 1 ? [{ ...fault, count: fault.count - 1 }] : []

  return {
    set(fault) {
      const stay =
        fault.endpoint === 'all' ? [] : faults.filter(({ endpoint }) => endpoint !== fault.endpoint)
      faults = [fault, ...stay]
    },
    clear() {
      faults = []
    },
    take(endpoint) {
      const met =
        faults.find((fault) => fault.endpoint === endpoint) ??
        faults.find((fault) => endpoint === 'everyone' && fault.endpoint === 'extensions') ??
        faults.find((fault) => fault.endpoint === 'all')
      if (met === undefined) return null
      faults = faults.flatMap((fault) => (fault === met ? spent(fault) : [fault]))
      return met
    },
    list: () => faults,
  }
}
