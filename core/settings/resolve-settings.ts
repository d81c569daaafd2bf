import { isLoopback } from './is-loopback.ts'
import { readCode } from './read-code.ts'
import { readSettings } from './read-settings.ts'
import type { Secret } from './setting.ts'
import type { SettingProblem } from './setting-problem.ts'
import { DEFAULT_SETTINGS, leastPollSeconds, SETTING_KEYS, SETTINGS } from './settings.ts'
import type { SettingKey, Settings } from './settings.ts'

export interface ResolvedSettings {
  readonly settings: Settings
  /** Keys set by the policy; shown as locked. */
  readonly locked: readonly SettingKey[]
  readonly problems: readonly SettingProblem[]
}

/** Requests per minute that allow a poll interval (seconds), plus a quarter more for queues and team. */
export const budgetFor = (pollSeconds: number): number => Math.ceil((60 / pollSeconds) * 1.25)

/**
 * Policy over user over default, with the poll interval limited to what the address allows. With the organisation's
 * code, the user's own addresses aren't used and the addresses are locked: whoever could change them could
 * have the code sent elsewhere. The same applies to the webhook and the organisation's secret for it.
 */
export function resolveSettings(policy: unknown, user: unknown): ResolvedSettings {
  // The policy allows these for its own CRM rules.
  const schemes = readSettings('policy', policy).values.crmSchemes ?? []
  const fromPolicy = readSettings('policy', policy, schemes)
  const fromUser = readSettings('user', user)
  const bound = boundBy(policy)
  const own = Object.fromEntries(
    Object.entries(fromUser.values).filter(([key]) => !bound.some((one) => one === key)),
  )
  // Programs other than the browser are only for the policy's own rules.
  const crmSchemes = Object.hasOwn(fromPolicy.values, 'crmRules') ? schemes : []
  const settings: Settings = { ...DEFAULT_SETTINGS, ...own, ...fromPolicy.values, crmSchemes }
  const local = isLoopback(settings.baseUrl)
  const pollSeconds = Math.max(leastPollSeconds(local), settings.pollSeconds)
  const said =
    Object.hasOwn(own, 'requestsPerMinute') || Object.hasOwn(fromPolicy.values, 'requestsPerMinute')
  const requestsPerMinute =
    local && !said ? Math.max(settings.requestsPerMinute, budgetFor(pollSeconds)) : settings.requestsPerMinute
  return {
    settings: { ...settings, pollSeconds, requestsPerMinute },
    locked: SETTING_KEYS.filter((key) => bound.includes(key) || Object.hasOwn(fromPolicy.values, key)),
    problems: [...fromPolicy.problems, ...fromUser.problems],
  }
}

/** The settings that the organisation's secrets tie to its own addresses. */
const boundBy = (policy: unknown): readonly SettingKey[] =>
  SETTING_KEYS.filter((key) => {
    const secret = SETTINGS[key].boundBy
    return secret !== null && policySecret(secret, policy) !== null
  })

/** A secret of the organisation from a policy, or null. */
export function policySecret(key: Secret, policy: unknown): string | null {
  if (typeof policy !== 'object' || policy === null) return null
  return readCode(Object.getOwnPropertyDescriptor(policy, key)?.value)
}
