import type { Settings } from '../settings/settings.ts'
import type { CopyTemplate } from '../templates/copy-template.ts'
import { parseTemplate } from '../templates/parse-template.ts'

/**
 * The keys of custom data that these templates and rules can use. Nothing else in a call's custom data is
 * worth storing, and it may contain personal data.
 */
export function namedCustomKeys(
  copyTemplates: readonly Pick<CopyTemplate, 'template'>[],
  crmRules: Settings['crmRules'],
): ReadonlySet<string> {
  const templates = [...copyTemplates.map(({ template }) => template), ...crmRules.map(({ url }) => url)]
  const conditions = crmRules.flatMap(({ when }) => Object.keys(when.customdata ?? {}))
  return new Set([...templates.flatMap(keysIn), ...conditions])
}

const keysIn = (template: string): readonly string[] =>
  parseTemplate(template).parts.flatMap((part) => (part.kind === 'customdata' ? part.key : []))
