/** The code's file: the origin it belongs to, and the code as the keychain encrypted it (base64). */
export interface KeptCode {
  readonly origin: string
  readonly encrypted: string
}

/** Reads the file's text; null when it is not such a file. */
export function readKeptCode(text: string): KeptCode | null {
  const raw = parsed(text)
  if (typeof raw !== 'object' || raw === null || !('origin' in raw) || !('encrypted' in raw)) return null
  const { origin, encrypted } = raw
  return typeof origin === 'string' && typeof encrypted === 'string' ? { origin, encrypted } : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
