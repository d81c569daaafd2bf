import type { CrmCaller } from '../../../core/callers/crm-caller.ts'
import { knownCaller, type KnownCaller, type NamedCaller } from '../../../core/callers/known-caller.ts'
import { NAME_ORDERS } from '../../../core/callers/name-orders.ts'
import { MINUTE_MS } from '../../../core/clock.ts'
import type { WindowState } from '../../../core/contract.ts'
import type { Call, Phone } from '../../../core/domain.ts'
import type { Journal } from '../../../core/history/journal.ts'
import { callerKey } from '../../../core/phone/caller-key.ts'
import type { Settings } from '../../../core/settings/settings.ts'

/** Who the caller of a call is; null for a withheld number, in privacy mode, and if nobody knows. Fast enough for each poll. */
export type CallerOf = (call: Pick<Call, 'key' | 'phone' | 'name'>) => KnownCaller | null

/** Which customer of the organisation calls, also in privacy mode; null if its endpoint said nothing. */
export type CustomerOf = (call: Pick<Call, 'key' | 'phone'>) => CrmCaller | null

export interface CallerNames {
  readonly callerOf: CallerOf
  readonly customerOf: CustomerOf
}

export interface CallerNameParts {
  readonly settings: () => Pick<Settings, 'popupScreenUrl' | 'popupScreenMinutes' | 'nameOrder' | 'privacy'>
  readonly journal: () => Pick<Journal, 'crmCaller'>
  /** The agent's own address book. */
  readonly ownName: (phone: Phone) => NamedCaller | null
  readonly now: () => number
}

export function createCallerNames({ settings, journal, ownName, now }: CallerNameParts): CallerNames {
  /** Since when each endpoint is in use: another one's responses don't count for the next calls. */
  const since = new Map([[settings().popupScreenUrl, 0]])

  const customerOf: CustomerOf = ({ key, phone }) => {
    const { popupScreenUrl: url, popupScreenMinutes } = settings()
    if (url === '' || callerKey(phone) === null) return null
    const at = now()
    const inUse = since.get(url) ?? at
    since.set(url, inUse)
    // Until now: a clock that was set back leaves responses of the future behind.
    const from = Math.max(inUse, at - popupScreenMinutes * MINUTE_MS + 1)
    return journal().crmCaller(key, phone, { from, to: at })
  }

  return {
    customerOf,
    callerOf(call) {
      const { nameOrder, privacy } = settings()
      if (privacy || callerKey(call.phone) === null) return null
      const [own, crm] = [ownName(call.phone), customerOf(call)]
      const names = {
        ...(own === null ? {} : { own }),
        ...(crm === null ? {} : { crm }),
        api: { name: call.name, company: '' },
      }
      const match = crm === null ? undefined : { matches: crm.matches, hasPage: crm.url !== '' }
      return knownCaller(names, NAME_ORDERS[nameOrder], match)
    },
  }
}

/** Who the callers of these calls are, as far as somebody knows. */
export function callersOf(calls: readonly Call[], callerOf: CallerOf): WindowState['callers'] {
  const known = calls.map((call) => [call.key, callerOf(call)] as const)
  return Object.fromEntries(known.flatMap(([key, caller]) => (caller === null ? [] : [[key, caller]])))
}
