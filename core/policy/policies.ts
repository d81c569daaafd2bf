import { MAX_CODE_LENGTH } from '../settings/read-code.ts'
import type { PolicyGroup, Secret, SettingShape } from '../settings/setting.ts'
import { SETTING_KEYS, SETTINGS, type PolicySettingKey } from '../settings/settings.ts'

/** What a policy may set: settings, and the two secrets. */
export type PolicyKey = PolicySettingKey | Secret

export interface PolicyEntry {
  readonly shape: SettingShape
  readonly group: PolicyGroup
  /** Undefined for a secret, which has no default. */
  readonly byDefault?: unknown
}

const secret = { kind: 'text', maxLength: MAX_CODE_LENGTH } as const

/** Each key that a policy may set, in the order of the settings; the code comes first. */
export const POLICIES: ReadonlyMap<string, PolicyEntry> = new Map<string, PolicyEntry>([
  ['code', { shape: secret, group: 'account' }],
  ...SETTING_KEYS.flatMap((key): [string, PolicyEntry][] => {
    const { shape, policy, byDefault } = SETTINGS[key]
    return policy === null ? [] : [[key, { shape, group: policy, byDefault }]]
  }),
  ['webhookSecret', { shape: secret, group: 'integrations' }],
])

export const POLICY_KEYS: readonly PolicyKey[] = [...POLICIES.keys()].filter((key): key is PolicyKey =>
  POLICIES.has(key),
)
