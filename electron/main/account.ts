import type { AroundSettings } from '../../core/session/around.ts'
import { isLoopback, type Settings } from '../../core/settings.ts'

/** All that a watched extension depends on: when any of it changes, watching begins anew. */
export interface Account extends Pick<
  Settings,
  'baseUrl' | 'muteUrl' | 'extension' | 'pollSeconds' | 'region' | 'zone'
> {
  readonly code: string
  /** Queues, team and the person to follow; null where only the extension is watched. */
  readonly around: AroundSettings | null
}

const LOOPBACK_REQUESTS_PER_MINUTE = 600 // this computer's own simulator has no one to spare

/** The account that settings and code make; null while one of the two is missing. */
export function accountOf(settings: Settings, code: string | null): Account | null {
  const { baseUrl, muteUrl, extension, pollSeconds, region, zone, watch, wideView } = settings
  const followed = watch.kind === 'person' && wideView // a person is found by the wide answer alone
  if (code === null || (extension === '' && !followed)) return null
  return { baseUrl, muteUrl, extension, pollSeconds, region, zone, code, around: aroundOf(settings) }
}

function aroundOf(settings: Settings): AroundSettings | null {
  const { queues, wideView, watch, queueThresholdSeconds, queueThresholds, maskTeamNumbers } = settings
  if (queues.length === 0 && !wideView && watch.kind === 'extension') return null
  const requestsPerMinute = isLoopback(settings.baseUrl)
    ? LOOPBACK_REQUESTS_PER_MINUTE
    : settings.requestsPerMinute
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
