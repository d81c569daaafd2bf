import type { AccountTest } from '../../../core/contract.ts'
import type { TelephonyClient } from '../../../core/telephony/telephony-client.ts'

/** Tests an account with one request, and returns what the agent wants to know about it. Never rejects. */
export async function testAccount(
  client: Pick<TelephonyClient, 'extensions'>,
  extension: string,
  signal: AbortSignal,
): Promise<AccountTest> {
  const attempt = await client.extensions(extension, signal)
  if (attempt.kind !== 'reached') return { kind: 'failed', failure: attempt }
  const found = attempt.answer.find((one) => one.extension === extension)
  if (found === undefined) return { kind: 'unknown-extension' }
  // `representative` is set even when nobody is logged in; `onlineUserID` 0 shows that (the API's page, section 1).
  const loggedIn = (found.onlineUserId ?? 0) !== 0
  const name = loggedIn ? found.representative || found.owner : found.owner || found.representative
  return { kind: 'found', name, extension, loggedIn, calls: found.calls.length }
}
