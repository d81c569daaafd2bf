import { isLoggedIn } from '../alerts/is-logged-in.ts'
import type { Agent } from '../domain.ts'
import type { SettingKey, Settings } from '../settings/settings.ts'
import type { AgentLocation, LoginWarning } from '../surroundings.ts'

export interface PhoneCircumstances {
  readonly settings: Pick<Settings, 'extension' | 'watch' | 'wideView'>
  readonly locked: readonly SettingKey[]
  /** The watched extension; null before it is known. */
  readonly agent: Agent | null
  readonly location: AgentLocation
  readonly warnings: readonly LoginWarning[]
}

/**
 * The agent's own extension, where calls may be placed and ended: the one fixed by policy, or the one where this person
 * is logged in. Null while a colleague's extension is watched, or nobody is known to be logged in.
 */
export function ownExtension({
  settings,
  locked,
  agent,
  location,
  warnings,
}: PhoneCircumstances): string | null {
  if (agent === null) return null
  const fixed = locked.includes('extension') ? settings.extension : null
  if (fixed !== null && fixed !== '') return agent.extension === fixed ? fixed : null
  const isFollowed = settings.watch.kind === 'person' && settings.wideView
  if (isFollowed) return location.kind === 'at' || location.kind === 'several' ? agent.extension : null
  const isAnother = warnings.some(({ kind }) => kind === 'somebody-else')
  return isAnother || !isLoggedIn(agent.status) ? null : agent.extension
}
