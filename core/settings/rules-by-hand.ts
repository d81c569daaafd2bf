import type { CrmRule } from '../crm/crm-rule.ts'
import type { Settings } from './settings.ts'

/** The CRM rules as offered to the agent: manual ones first. */
export function rulesByHand({ crmRules }: Pick<Settings, 'crmRules'>): Settings['crmRules'] {
  const isByHand = ({ on }: CrmRule): boolean => on === 'by-hand'
  return [...crmRules.filter(isByHand), ...crmRules.filter((rule) => !isByHand(rule))]
}
