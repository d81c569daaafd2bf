import type { SettingKey, Settings } from './settings.ts'

/**
 * Whether the watched calls themselves are masked: a policy masks the team's numbers, but who is watched is the agent's
 * choice, so it may be a colleague. Only the policy can define who the agent is: by `extension`, or by `watch`.
 */
export function isWatchMasked(
  { maskTeamNumbers, watch, wideView }: Pick<Settings, 'maskTeamNumbers' | 'watch' | 'wideView'>,
  locked: readonly SettingKey[],
): boolean {
  return maskTeamNumbers && locked.includes('maskTeamNumbers') && !isOwnByPolicy({ watch, wideView }, locked)
}

/** Whether the policy says who the agent is: then the watched extension or person is theirs, not a colleague's. */
export const isOwnByPolicy = (
  { watch, wideView }: Pick<Settings, 'watch' | 'wideView'>,
  locked: readonly SettingKey[],
): boolean => locked.includes(watch.kind === 'person' && wideView ? 'watch' : 'extension')
