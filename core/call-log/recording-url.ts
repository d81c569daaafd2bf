import { hasUserInfo } from '../settings/has-user-info.ts'

const VENDOR = /(?:^|\.)voicenter\.(?:com|co|co\.il)$/
const MAX_LENGTH = 2_000 // real ones have under 300 characters

/** A link from the call log if it is a page of the vendor's, by https; otherwise null. */
export function recordingUrl(link: unknown): string | null {
  if (typeof link !== 'string' || link.length > MAX_LENGTH) return null
  const url = URL.parse(link)
  if (url === null || url.protocol !== 'https:' || url.port !== '' || hasUserInfo(url)) return null
  return VENDOR.test(url.hostname) ? url.href : null
}
