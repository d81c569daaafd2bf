/** A code and the origins it may be sent to, encrypted together so that neither can be changed without the keychain. */
export interface StoredCode {
  readonly origins: readonly string[]
  readonly code: string
}

/** The text that the keychain encrypts. */
export const writeStoredCode = ({ origins, code }: StoredCode): string => JSON.stringify({ origins, code })

/** Parses what the keychain decrypted; null if it isn't in our format. An older code has a single `origin`. */
export function readStoredCode(text: string): StoredCode | null {
  const raw = parsed(text)
  if (typeof raw !== 'object' || raw === null || !('code' in raw) || typeof raw.code !== 'string') return null
  const origins: unknown = 'origins' in raw ? raw.origins : 'origin' in raw ? [raw.origin] : null
  return isTexts(origins) ? { origins, code: raw.code } : null
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
