/** A code and the origin it may be sent to, encrypted together: the address can't be changed without the keychain. */
export interface StoredCode {
  readonly origin: string
  readonly code: string
}

/** The text that the keychain encrypts. */
export const writeStoredCode = ({ origin, code }: StoredCode): string => JSON.stringify({ origin, code })

/** Parses what the keychain decrypted; null if it isn't ours. */
export function readStoredCode(text: string): StoredCode | null {
  const raw = parsed(text)
  if (typeof raw !== 'object' || raw === null || !('origin' in raw) || !('code' in raw)) return null
  const { origin, code } = raw
  return typeof origin === 'string' && typeof code === 'string' ? { origin, code } : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
