import type { Endpoint } from '../api/endpoint.ts'
import type { Fault } from './fault.ts'

/** The active faults. */
export interface FaultBox {
  /** Activates one, replacing any for the same endpoint; a fault for all endpoints replaces all. */
  set(fault: Fault): void
  clear(): void
  /**
   * The fault for the next request to an endpoint, counted down; null for none. `everyone`: the request is for all
   * extensions, which may fail while a request for a single one doesn't.
   */
  take(endpoint: Endpoint | 'everyone'): Fault | null
  list(): readonly Fault[]
}

type Active = Fault & { readonly until: number | null }

/** A box without active faults; `now`: the world's time, epoch ms. */
export function createFaultBox(now: () => number): FaultBox {
  let faults: readonly Active[] = []

  const active = (): readonly Active[] =>
    (faults = faults.filter(({ until }) => until === null || now() < until))

  const spent = (fault: Active): readonly Active[] =>
    fault.count === null ? [fault] : fault.count > 1 ? [{ ...fault, count: fault.count - 1 }] : []

  return {
    set(fault) {
      const stay =
        fault.endpoint === 'all' ? [] : faults.filter(({ endpoint }) => endpoint !== fault.endpoint)
      const { seconds = null } = fault
      faults = [{ ...fault, until: seconds === null ? null : now() + seconds * 1000 }, ...stay]
    },
    clear() {
      faults = []
    },
    take(endpoint) {
      const met =
        active().find((fault) => fault.endpoint === endpoint) ??
        faults.find((fault) => endpoint === 'everyone' && fault.endpoint === 'extensions') ??
        faults.find((fault) => fault.endpoint === 'all')
      if (met === undefined) return null
      faults = faults.flatMap((fault) => (fault === met ? spent(fault) : [fault]))
      return met
    },
    list: active,
  }
}
