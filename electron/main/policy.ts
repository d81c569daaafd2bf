import { posix, win32 } from 'node:path'

/** What the organisation has set: nothing, values still to be read, or a file that can't be used (`line` says why). */
export type Policy =
  | { readonly kind: 'none' }
  | { readonly kind: 'values'; readonly values: unknown }
  | { readonly kind: 'unreadable'; readonly line: string }

export interface PolicySource {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** The file's text; throws as `readFileSync` does. */
  readonly read: (path: string) => string
}

/**
 * Reads the policy file: at the path in `RINGSIDE_POLICY`, which must then exist, else at the system's own place,
 * which may be absent. A file that is there and can't be read stops the program: an organisation's rules are never
 * left out silently.
 */
export function readPolicy({ env, platform, read }: PolicySource): Policy {
  const asked = env.RINGSIDE_POLICY ?? ''
  const path = asked === '' ? defaultPolicyPath(env, platform) : asked
  let text: string
  try {
    text = read(path)
  } catch (error) {
    if (asked === '' && reason(error) === 'ENOENT') return { kind: 'none' }
    return unreadable(path, reason(error))
  }
  return parse(path, text)
}

/** Where an administrator puts the policy when no path is given. */
export function defaultPolicyPath(env: PolicySource['env'], platform: NodeJS.Platform): string {
  if (platform === 'win32') return win32.join(env.ProgramData ?? 'C:\\ProgramData', 'Ringside', 'policy.json')
  if (platform === 'darwin') return '/Library/Application Support/Ringside/policy.json'
  return posix.join('/etc', 'ringside', 'policy.json')
}

function parse(path: string, text: string): Policy {
  let values: unknown
  try {
    // Windows editors like to begin a file with a byte order mark.
    values = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    // The parser's own message quotes the file, and the code is in it.
    return unreadable(path, 'not JSON')
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return unreadable(path, 'not a JSON object')
  return { kind: 'values', values }
}

const unreadable = (path: string, why: string): Policy => ({
  kind: 'unreadable',
  line: `The policy file ${path} can't be used: ${why}.`,
})

function reason(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return 'not readable'
}
