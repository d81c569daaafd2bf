import type { AroundSettings } from '../../../core/session/surroundings.ts'
import type { Settings } from '../../../core/settings/settings.ts'

/** Everything a watched extension depends on: when any of it changes, watching restarts. */
export interface Account extends Pick<
  Settings,
  'baseUrl' | 'muteUrl' | 'dialUrl' | 'extension' | 'pollSeconds' | 'region' | 'zone'
> {
  readonly code: string
  /** Callers' numbers are masked, since the extension may be a colleague's (core/settings/is-watch-masked.ts). */
  readonly masked: boolean
  /** Queues, team and the person to follow; null if only the extension is watched. */
  readonly around: AroundSettings | null
}

/** The account from settings and code; null while one of the two is missing. */
export function accountOf(settings: Settings, code: string | null, masked: boolean): Account | null {
  const { baseUrl, muteUrl, dialUrl, extension, pollSeconds, region, zone, watch, wideView } = settings
  const followed = watch.kind === 'person' && wideView // only the wide response can find a person
  if (code === null || (extension === '' && !followed)) return null
  return {
    baseUrl,
    muteUrl,
    dialUrl,
    extension,
    pollSeconds,
    region,
    zone,
    code,
    masked,
    around: aroundOf(settings),
  }
}

function aroundOf(settings: Settings): AroundSettings | null {
  const {
    queues,
    wideView,
    watch,
    queueThresholdSeconds,
    queueThresholds,
    maskTeamNumbers,
    requestsPerMinute,
  } = settings
  if (queues.length === 0 && !wideView && watch.kind === 'extension') return null
  return {
    queues,
    wideView,
    watch,
    queueThresholdSeconds,
    queueThresholds,
    maskTeamNumbers,
    requestsPerMinute,
  }
}
