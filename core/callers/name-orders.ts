import type { Settings } from '../settings/settings.ts'
import type { NameSource } from './known-caller.ts'

/** What each value of the setting `nameOrder` means. */
export const NAME_ORDERS: Readonly<Record<Settings['nameOrder'], readonly NameSource[]>> = {
  'own-first': ['own', 'crm', 'api'],
  'crm-first': ['crm', 'own', 'api'],
  'api-first': ['api', 'own', 'crm'],
}
