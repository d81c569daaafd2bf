import type { Settings } from '../../core/settings.ts'

/** All that a watched extension depends on: when any of it changes, watching begins anew. */
export interface Account extends Pick<
  Settings,
  'baseUrl' | 'muteUrl' | 'extension' | 'pollSeconds' | 'region' | 'zone'
> {
  readonly code: string
}

/** The account that settings and code make; null while one of the two is missing. */
export function accountOf(settings: Settings, code: string | null): Account | null {
  const { baseUrl, muteUrl, extension, pollSeconds, region, zone } = settings
  return code === null || extension === ''
    ? null
    : { baseUrl, muteUrl, extension, pollSeconds, region, zone, code }
}
