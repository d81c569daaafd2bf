import type { SurroundingsSettings } from '../../../core/session/surroundings.ts'
import type { Settings } from '../../../core/settings/settings.ts'

/** Everything a watched extension depends on: when any of it changes, watching restarts. */
export interface Account extends Pick<
  Settings,
  'baseUrl' | 'muteUrl' | 'extension' | 'pollSeconds' | 'region' | 'zone'
> {
  readonly code: string
  /** Where calls are placed; null if the code may not be sent there. */
  readonly dialUrl: string | null
  /** Where the agent's status is set; null if the code may not be sent there. */
  readonly statusUrl: string | null
  /** Where the call log is read; null if the code may not be sent there. */
  readonly callLogUrl: string | null
  /** The policy, or the demo, says that this extension, or the person to follow, is the agent's own. */
  readonly isOwnByPolicy: boolean
  /** Callers' numbers are masked, since the extension may be a colleague's (core/settings/is-watch-masked.ts). */
  readonly masked: boolean
  /** Queues, team and the person to follow; null if only the extension is watched. */
  readonly surroundings: SurroundingsSettings | null
}

/**
 * The account from settings and code; null if either is missing. `codeFor`: the code for requests to an address, null
 * if it may not be sent there.
 */
export function accountOf(
  settings: Settings,
  codeFor: (url: string) => string | null,
  whose: Pick<Account, 'masked' | 'isOwnByPolicy'>,
): Account | null {
  const { baseUrl, muteUrl, extension, pollSeconds, region, zone, watch, wideView } = settings
  const code = codeFor(baseUrl)
  const followed = watch.kind === 'person' && wideView // only the wide response can find a person
  if (code === null || (extension === '' && !followed)) return null
  const allowed = (url: string): string | null => (codeFor(url) === null ? null : url)
  return {
    ...{ baseUrl, muteUrl, extension, pollSeconds, region, zone, code },
    dialUrl: allowed(settings.dialUrl),
    statusUrl: allowed(settings.statusUrl),
    callLogUrl: allowed(settings.callLogUrl),
    ...whose,
    surroundings: surroundingsOf(settings),
  }
}

function surroundingsOf(settings: Settings): SurroundingsSettings | null {
  const { queues, wideView, watch, maskTeamNumbers, requestsPerMinute } = settings
  const { queueThresholdSeconds, queueThresholds } = settings
  if (queues.length === 0 && !wideView && watch.kind === 'extension') return null
  return {
    ...{ queues, wideView, watch, queueThresholdSeconds, queueThresholds },
    ...{ maskTeamNumbers, requestsPerMinute },
  }
}
