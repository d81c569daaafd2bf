import { readCrmRules } from '../crm/read-crm-rules.ts'
import { readSchemes } from '../crm/read-schemes.ts'
import type { EntriesRead } from '../templates/entry-problem.ts'
import { readCopyTemplates } from '../templates/read-copy-templates.ts'
import { readWebhook } from '../webhook/read-webhook.ts'
import { readCode } from './read-code.ts'
import type { SettingProblem } from './setting-problem.ts'
import { isSettingKey, SETTINGS, type EntryKey, type Settings } from './settings.ts'

const MAX_SHOWN_NAME = 40 // enough to identify it

/**
 * The content of one source: its good values, and a problem for each other one. A source that isn't an object is empty.
 * `schemes`: those the policy names for its CRM rules besides https.
 */
export function readSettings(
  source: SettingProblem['source'],
  raw: unknown,
  schemes: readonly string[] = [],
): { readonly values: Partial<Settings>; readonly problems: readonly SettingProblem[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { values: {}, problems: raw === undefined ? [] : [{ source, key: '', why: 'wrong-type' }] }
  }
  const values: Record<string, unknown> = {}
  const problems: SettingProblem[] = []
  for (const [key, value] of Object.entries(raw)) {
    if ((key === 'code' || key === 'webhookSecret') && source === 'policy') {
      if (readCode(value) === null)
        problems.push({ source, key, why: typeof value === 'string' ? 'out-of-range' : 'wrong-type' })
    } else if (!isSettingKey(key)) {
      problems.push({ source, key, why: 'unknown' })
    } else if (SETTINGS[key].policyOnly && source === 'user') {
      problems.push({ source, key, why: 'policy-only' })
    } else if (isEntryKey(key)) {
      const list = ENTRY_READERS[key](value, key, schemes)
      values[key] = list.value
      problems.push(...list.problems.map(({ path, ...problem }) => ({ ...problem, source, key: path })))
    } else {
      const verdict = SETTINGS[key].read(value)
      if (verdict.ok) {
        values[key] = verdict.value
        for (const { name, why } of verdict.parts ?? [])
          problems.push({ source, key: `${key}.${name.slice(0, MAX_SHOWN_NAME)}`, why })
      } else problems.push({ source, key, why: verdict.why })
    }
  }
  return { values, problems }
}

const ENTRY_READERS: {
  readonly [K in EntryKey]: (
    raw: unknown,
    path: string,
    schemes: readonly string[],
  ) => EntriesRead<Settings[K]>
} = {
  copyTemplates: readCopyTemplates,
  crmRules: readCrmRules,
  crmSchemes: readSchemes,
  webhook: readWebhook,
}

const isEntryKey = (key: string): key is EntryKey => Object.hasOwn(ENTRY_READERS, key)
