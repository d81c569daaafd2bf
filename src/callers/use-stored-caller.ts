import { computed, type ComputedRef } from 'vue'
import { isIdentified } from '../../core/callers/caller-title.ts'
import { knownCaller, type KnownCaller, type NamedCaller } from '../../core/callers/known-caller.ts'
import { NAME_ORDERS } from '../../core/callers/name-orders.ts'
import { useSettingsStore } from '../stores/settings.ts'

/** What is known about the caller of a missed or stored call. */
interface StoredCaller {
  /** As received with the call. */
  readonly name: string
  /** By the organisation's endpoint. */
  readonly crm?: NamedCaller | undefined
  /** By the agent's address book. */
  readonly ownName?: string | undefined
}

/** The caller of a missed or stored call as shown in place of the number: the first of the sources in the set order, or null. */
export function useStoredCaller(call: () => StoredCaller): ComputedRef<KnownCaller | null> {
  const settings = useSettingsStore()
  return computed(() => {
    const { name, crm, ownName } = call()
    const names = {
      api: { name, company: '' },
      ...(crm === undefined ? {} : { crm }),
      ...(ownName === undefined ? {} : { own: { name: ownName, company: '' } }),
    }
    const known = knownCaller(names, NAME_ORDERS[settings.settings.nameOrder])
    return isIdentified(known) ? known : null
  })
}
