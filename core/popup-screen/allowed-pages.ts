import type { Allowed } from '../crm/check-url-template.ts'
import type { Settings } from '../settings/settings.ts'

/** The pages that the endpoint may name: on its own host, those set for it, and those of the CRM rules; by https only. */
export function allowedPages({
  popupScreenUrl,
  popupScreenHosts,
  crmRules,
}: Pick<Settings, 'popupScreenUrl' | 'popupScreenHosts' | 'crmRules'>): Allowed {
  const own = URL.parse(popupScreenUrl)?.host ?? ''
  return { hosts: [own, ...popupScreenHosts, ...crmRules.flatMap(({ hosts }) => hosts)], schemes: [] }
}
