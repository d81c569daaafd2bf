import type { Settings } from './settings.ts'

/** The CRM rules as offered to the agent: manual ones first. */
export const rulesByHand = ({ crmRules }: Pick<Settings, 'crmRules'>): Settings['crmRules'] => [
  ...crmRules.filter(({ on }) => on === 'by-hand'),
  ...crmRules.filter(({ on }) => on !== 'by-hand'),
]
